import { arrivalProfile } from '../../../shared/arrival-profile.ts'
import type { ExpectedShift } from '../../../shared/contract/forecast.ts'
import { addDays, minutesInDay, timeOf } from '../../../shared/dates.ts'
import type { EventDays } from '../../../shared/forecast/events.ts'
import { parsePeriod } from '../../../shared/periods.ts'
import type { MinuteSpan } from '../../../shared/queue/quarter-hours.ts'
import type { Direction } from '../../../shared/words.ts'
import type { Connection } from '../../book/connection.ts'
import { openingOf } from '../reference/calendar.ts'
import { namesOn } from '../reference/names.ts'
import type { Checkpoint, Line, PortModel, Shift } from '../reference/port-model.ts'
import { type BusesAhead, beyondEvent, withMore } from './buses-ahead.ts'
import { selectHourSums } from './counts-by-day.sql.ts'
import { type Foreseen, foreseer } from './foretold.ts'
import { roundedForecast } from './rounded-forecast.ts'
import { shiftHistory } from './shift-history.ts'

/** Days back of which the counts by hour say how a shift's arrivals spread. */
const profileDays = 56
/** Fewest known shifts from which a shift is foretold by itself. */
const leastShifts = 28

export interface ShiftQuestion {
  db: Connection
  port: PortModel
  checkpoint: Checkpoint
  lines: readonly Line[]
  shift: Shift
  /** The date that the shift begins on. */
  began: string
  /** The dates of the history, one after the other, and the features from the first of them on. */
  dates: readonly string[]
  features: readonly Float64Array[]
  /** What is expected of that date as a whole, by direction. */
  ofDay: ReadonlyMap<Direction, Foreseen | null>
  /** By the days of the features. */
  events: readonly EventDays[]
  /** Null where vehicles, trains or containers are foretold. */
  buses: BusesAhead | null
}

/** How many are expected in one shift, and in each quarter hour of it. */
export function expectedShift(question: ShiftQuestion): ExpectedShift {
  const { port, checkpoint, shift, began } = question
  const { from, to } = spanOf(shift)
  return {
    shift: shift.code,
    names: namesOn(port, 'shift', `${checkpoint.code}/${shift.code}`, began),
    starts: timeOf(shift.startsMinute),
    ends: timeOf(shift.endsMinute),
    overMidnight: shift.overMidnight,
    directions: checkpoint.directions.map((direction) => {
      const open = openSpans(checkpoint, began, { from, to })
      const own = open.length === 0 ? closed : ownForecast(question, direction)
      const forecast = own ?? shareOfDay(question, direction, open)
      const passengers = forecast && forecast.high !== 0 ? byBuses(question, direction, forecast) : null
      const rounded = roundedForecast(withMore(forecast, passengers ?? 0))
      const before = roundedForecast(forecast)
      const { shares, basis: profile } = arrivalProfile({ from, to }, hoursOf(question, direction), open)
      return {
        direction,
        ...rounded,
        busesAdd: passengers === null ? null : (rounded.count ?? 0) - (before.count ?? 0),
        basis: own ? 'shift' : 'day',
        quarters: shares.map((share) => share * (rounded.count ?? 0)),
        profile,
      }
    }),
  }
}

const closed: Foreseen = { count: 0, low: 0, high: 0, byEvent: null }

/** The shift as a series of its own; null while its history is too short. */
function ownForecast(question: ShiftQuestion, direction: Direction): Foreseen | null {
  const { db, port, checkpoint, lines, shift, dates, features, events } = question
  const counts = shiftHistory(db, port, checkpoint, { lines, direction, shift }, dates)
  const known = counts.findLastIndex((count) => !Number.isNaN(count))
  if (counts.filter((count) => !Number.isNaN(count)).length < leastShifts) return null
  const day = dayOf(question)
  const series = {
    group: direction,
    counts: counts.subarray(0, known + 1),
    closed: (other: number) => openSpans(checkpoint, dateOf(question, other), spanOf(shift)).length === 0,
  }
  const [own] = foreseer(
    [series],
    features,
    events,
  )({
    lag: day - known,
    first: day,
    last: day,
    refitEvery: 7,
  })
  return own?.[0] ?? null
}

/** What buses change in the shift, in passengers; null where nothing is known of them. */
function byBuses(
  { shift, began, ofDay, buses }: ShiftQuestion,
  direction: Direction,
  { count, byEvent }: Foreseen,
): number | null {
  const day = ofDay.get(direction)?.count ?? 0
  const passengers = buses?.inShift(direction, shift, began, day > 0 ? Math.min(1, count / day) : 0) ?? null
  return passengers && beyondEvent(passengers, byEvent)
}

/** The day's forecast by the minutes that the shift and the day are open. */
function shareOfDay(
  { checkpoint, began, ofDay }: ShiftQuestion,
  direction: Direction,
  open: readonly MinuteSpan[],
): Foreseen | null {
  const day = ofDay.get(direction)
  if (!day) return null
  const whole = minutesOf(openSpans(checkpoint, began, { from: 0, to: minutesInDay }))
  const share = whole > 0 ? Math.min(1, minutesOf(open) / whole) : 0
  const part = (value: number | null): number | null => value && value * share
  return { count: day.count * share, low: part(day.low), high: part(day.high), byEvent: part(day.byEvent) }
}

/** Counts by hour over the newest days, by the minute at which the hour begins on the shift's own clock. */
function hoursOf(
  { db, checkpoint, lines, shift, dates }: ShiftQuestion,
  direction: Direction,
): Map<number, number> {
  const last = dates.at(-1)
  const hours = new Map<number, number>()
  if (last === undefined) return hours
  const codes = lines.map((line) => line.code)
  const from = addDays(last, 1 - profileDays)
  for (const { period, value } of selectHourSums(db, checkpoint.code, codes, direction, from, last)) {
    const parsed = parsePeriod(period)
    if (parsed?.level !== 'hour' || parsed.shift !== shift.code) continue
    const isNextDay = shift.overMidnight && parsed.hour * 60 + 60 <= shift.startsMinute
    const minute = parsed.hour * 60 + (isNextDay ? minutesInDay : 0)
    hours.set(minute, (hours.get(minute) ?? 0) + value)
  }
  return hours
}

function spanOf({ startsMinute, endsMinute, overMidnight }: Shift): MinuteSpan {
  return { from: startsMinute, to: endsMinute + (overMidnight ? minutesInDay : 0) }
}

function openSpans(checkpoint: Checkpoint, date: string, span: MinuteSpan): MinuteSpan[] {
  const opening = openingOf(checkpoint, { date, ...span })
  if (opening.open === 'no') return []
  if (opening.open === 'whole') return [span]
  return [
    { from: span.from, to: opening.from },
    { from: opening.to, to: span.to },
  ].filter(({ from, to }) => to > from)
}

const minutesOf = (spans: readonly MinuteSpan[]): number =>
  spans.reduce((sum, { from, to }) => sum + to - from, 0)

/** The place of the wanted date among the days of the features. */
function dayOf({ dates, began }: ShiftQuestion): number {
  const last = dates.at(-1) ?? began
  let [day, date] = [dates.length - 1, last]
  while (date < began) {
    day += 1
    date = addDays(date, 1)
  }
  return day
}

function dateOf({ dates }: ShiftQuestion, day: number): string {
  return dates[day] ?? addDays(dates.at(-1) ?? '', day - dates.length + 1)
}
