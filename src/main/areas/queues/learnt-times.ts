import type { UsedServiceTime } from '../../../shared/contract/channels-needed.ts'
import { addDays } from '../../../shared/dates.ts'
import { parsePeriod } from '../../../shared/periods.ts'
import { learnServiceTime, type WorkedHour } from '../../../shared/queue/learn-service-time.ts'
import { minutesApart } from '../../../shared/staffing/spans.ts'
import { type ChannelKind, startingServiceTimes } from '../../../shared/staffing/staffing-words.ts'
import type { Connection } from '../../book/connection.ts'
import { type Checkpoint, holdsOn } from '../reference/port-model.ts'
import { type StaffingModel, staffingModel } from '../staffing/staffing-model.ts'
import { actualOpenings, hoursBetween } from './arrivals.sql.ts'
import type { QueueLines } from './queue-lines.ts'

/** Days before the date whose hours are learnt from: long enough for a quiet port, and new enough for its habits. */
const learntDays = 180

interface Place {
  checkpoint: Checkpoint
  date: string
}

/** The seconds that a kind of channel is reckoned with: the port's setting, else what is learnt, else the starting value. */
export function usedServiceTime(
  db: Connection,
  place: Place,
  kind: ChannelKind,
  queues: readonly QueueLines[],
): UsedServiceTime {
  const model = staffingModel(db)
  const setting = settingOf(model, kind, place)
  const learnt = learnServiceTime(workedHours(db, place, kind, queues))
  const starting = startingServiceTimes[kind].seconds
  const [used, seconds] =
    setting !== null
      ? (['setting', setting] as const)
      : learnt.state === 'learnt'
        ? (['learnt', learnt.seconds] as const)
        : (['starting', starting] as const)
  return { kind, seconds, used, setting, learnt, starting }
}

/** What the port itself has set for a kind on a date: for the checkpoint, else for all; null where it has not. */
function settingOf(model: StaffingModel, kind: ChannelKind, { checkpoint, date }: Place): number | null {
  const times = model.serviceTimes.filter((time) => time.kind === kind && time.from <= date)
  const own = times.findLast((time) => time.checkpoint === checkpoint.code)
  return (own ?? times.findLast((time) => time.checkpoint === ''))?.seconds ?? null
}

/**
 * Hours in which the count of a queue and the openings before it are known. Hours in which e-gates were open beside manual
 * channels are left out, and e-gates have none of their own: nobody counts who went through which.
 */
function workedHours(
  db: Connection,
  { checkpoint, date }: Place,
  kind: ChannelKind,
  queues: readonly QueueLines[],
): WorkedHour[] {
  const [from, to] = [addDays(date, -learntDays), addDays(date, -1)]
  const openings = actualOpenings(db, checkpoint.code, from, to)
  return queues
    .filter((queue) => queue.kind === kind)
    .flatMap(({ direction, channels, eGates, lines }) => {
      const hoursOf = (codes: readonly string[]) =>
        channelHours(
          openings.filter((opening) => opening.direction === direction && codes.includes(opening.channel)),
          from,
        )
      const [open, beside] = [hoursOf(channels), hoursOf(eGates)]
      const units = new Map<number, number>()
      for (const row of hoursBetween(db, checkpoint.code, direction, from, to)) {
        const hour = lines.includes(row.line) ? hourOf(checkpoint, row.date, row.period, from) : null
        if (hour !== null) units.set(hour, (units.get(hour) ?? 0) + row.value)
      }
      return [...units]
        .filter(([hour]) => !beside.has(hour))
        .map(([hour, counted]) => ({ units: counted, channelHours: open.get(hour) ?? 0 }))
    })
}

/** Hours of channels open in each clock hour, by hours since 00:00 of the first date. */
function channelHours(openings: ReturnType<typeof actualOpenings>, first: string): Map<number, number> {
  const hours = new Map<number, number>()
  for (const { date, startsMinute, endsMinute } of openings) {
    const midnight = minutesApart(first, date)
    const [from, to] = [midnight + startsMinute, midnight + endsMinute]
    for (let hour = Math.floor(from / 60); hour * 60 < to; hour += 1) {
      const minutes = Math.min(to, hour * 60 + 60) - Math.max(from, hour * 60)
      hours.set(hour, (hours.get(hour) ?? 0) + minutes / 60)
    }
  }
  return hours
}

/** Hours since 00:00 of the first date; a night counted wholly on the day it began has its small hours on that date too. */
function hourOf({ shifts }: Checkpoint, date: string, text: string, first: string): number | null {
  const period = parsePeriod(text)
  if (period?.level !== 'hour') return null
  const shift = shifts.find((each) => each.code === period.shift && holdsOn(each, date))
  const isNextDay = period.part === 0 && shift?.overMidnight && period.hour * 60 + 60 <= shift.startsMinute
  return minutesApart(first, date) / 60 + period.hour + (isNextDay ? 24 : 0)
}
