import { minutesInDay } from '../../../shared/dates.ts'
import { openingOf } from '../reference/calendar.ts'
import type { Checkpoint, PortModel } from '../reference/port-model.ts'
import { partsOnDate } from '../reference/shift-periods.ts'

/** What a checkpoint worked on one date, by its calendar and shifts. */
export interface ExpectedDay {
  closed: boolean
  /** Periods of the shifts (or parts) that were open. */
  shifts: readonly string[]
}

const kept = new WeakMap<PortModel, Map<string, ExpectedDay>>()

/** What is expected of a date; worked out once for as long as the port stays as it is. */
export function expectedOn(port: PortModel, checkpoint: Checkpoint, date: string): ExpectedDay {
  let days = kept.get(port)
  if (!days) {
    days = new Map()
    kept.set(port, days)
  }
  const key = `${checkpoint.code} ${date}`
  let day = days.get(key)
  if (!day) {
    day = {
      closed: openingOf(checkpoint, { date, from: 0, to: minutesInDay }).open === 'no',
      shifts: partsOnDate(port, checkpoint, date)
        .filter((part) => openingOf(checkpoint, part).open !== 'no')
        .map((part) => part.period),
    }
    days.set(key, day)
  }
  return day
}

/** How many periods of each level a span of dates should have. */
export interface ExpectedRows {
  shifts: number
  days: number
}

const keptRows = new WeakMap<readonly string[], Map<Checkpoint, ExpectedRows>>()

/** What is expected of a list of dates; kept with the list, since every line of a report asks for the same ones. */
export function expectedRows(
  port: PortModel,
  checkpoint: Checkpoint,
  dates: readonly string[],
): ExpectedRows {
  let byCheckpoint = keptRows.get(dates)
  if (!byCheckpoint) {
    byCheckpoint = new Map()
    keptRows.set(dates, byCheckpoint)
  }
  let rows = byCheckpoint.get(checkpoint)
  if (!rows) {
    const days = dates.map((date) => expectedOn(port, checkpoint, date))
    rows = {
      shifts: days.reduce((sum, day) => sum + day.shifts.length, 0),
      days: days.filter((day) => !day.closed).length,
    }
    byCheckpoint.set(checkpoint, rows)
  }
  return rows
}
