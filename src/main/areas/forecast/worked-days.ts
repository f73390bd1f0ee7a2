import { minutesInDay } from '../../../shared/dates.ts'
import { openingOf } from '../reference/calendar.ts'
import type { Checkpoint, PortModel } from '../reference/port-model.ts'
import { partsOnDate } from '../reference/shift-periods.ts'

/** What a checkpoint worked on a date, by its calendar and shifts. */
export interface WorkedDay {
  closed: boolean
  /** How many shifts, or parts of them, were open. */
  shifts: number
}

const kept = new WeakMap<PortModel, Map<string, WorkedDay>>()

/** Worked out once for as long as the port stays as it is: the calendar of years takes longer than the forecast. */
export function workedDay(port: PortModel, checkpoint: Checkpoint, date: string): WorkedDay {
  let days = kept.get(port)
  if (!days) {
    days = new Map()
    kept.set(port, days)
  }
  const key = `${checkpoint.code} ${date}`
  let day = days.get(key)
  if (!day) {
    const parts = partsOnDate(port, checkpoint, date)
    day = {
      closed: openingOf(checkpoint, { date, from: 0, to: minutesInDay }).open === 'no',
      shifts: parts.filter((part) => openingOf(checkpoint, part).open !== 'no').length,
    }
    days.set(key, day)
  }
  return day
}
