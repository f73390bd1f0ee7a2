import {
  addDays,
  eachDate,
  firstOfMonth,
  lastOfMonth,
  minutesInDay,
  weekdayOf,
} from '../../../shared/dates.ts'
import { type Checkpoint, holdsOn } from './port-model.ts'
import type { Span } from './shift-periods.ts'

/** What the calendar says of a span of one day. */
export type Opening =
  | { open: 'whole' }
  /** Closed from–to within the span; it still takes a number. */
  | { open: 'partly'; from: number; to: number; closure: string | null }
  /** No open minute: the cell is closed and takes no number. `closure` is null outside opening hours. */
  | { open: 'no'; closure: string | null }

type Minutes = { from: number; to: number }

/** Compares a span with the checkpoint's opening hours, closures and exceptions; minutes are counted from its date's midnight. */
export function openingOf(checkpoint: Checkpoint, span: Span): Opening {
  if (span.to <= minutesInDay) return openingWithinDay(checkpoint, span)
  const evening = openingWithinDay(checkpoint, { ...span, to: minutesInDay })
  const morning = openingWithinDay(checkpoint, {
    date: addDays(span.date, 1),
    from: 0,
    to: span.to - minutesInDay,
  })
  if (evening.open === 'no' && morning.open === 'no') return evening.closure ? evening : morning
  if (evening.open === 'partly') return evening
  if (evening.open === 'no' && evening.closure) {
    return { open: 'partly', from: span.from, to: minutesInDay, closure: evening.closure }
  }
  if (morning.open === 'whole' || morning.closure === null) return { open: 'whole' }
  const closed = morning.open === 'partly' ? morning : { from: 0, to: span.to - minutesInDay }
  return {
    open: 'partly',
    from: closed.from + minutesInDay,
    to: closed.to + minutesInDay,
    closure: morning.closure,
  }
}

function openingWithinDay(checkpoint: Checkpoint, span: Span): Opening {
  const closures = checkpoint.closures.filter((closure) => holdsOn(closure, span.date))
  if (closures.length === 0 && checkpoint.hours.length === 0) return { open: 'whole' }
  const within = (minutes: Minutes): Minutes => ({
    from: Math.max(minutes.from, span.from),
    to: Math.min(minutes.to, span.to),
  })
  const afterAll = exceptionsOn(checkpoint, span.date)
  let left = [...without(openHours(checkpoint, span.date), afterAll), ...afterAll]
    .map(within)
    .filter(notEmpty)
  if (left.length === 0) return { open: 'no', closure: null }
  let first: Opening = { open: 'whole' }
  for (const closure of closures) {
    const whole = { from: closure.startsMinute ?? 0, to: closure.endsMinute ?? minutesInDay }
    for (const closed of without([whole], afterAll)) {
      const before = minutesIn(left)
      left = without(left, [closed])
      if (left.length === 0) return { open: 'no', closure: closure.id }
      if (first.open === 'whole' && minutesIn(left) < before) {
        first = { open: 'partly', ...within(closed), closure: closure.id }
      }
    }
  }
  return first
}

/** Whether an exception of the calendar opens minutes of a span. */
export function isOpenAfterAll(checkpoint: Checkpoint, span: Span): boolean {
  return piecesOf(span).some(({ date, from, to }) =>
    exceptionsOn(checkpoint, date).some((minutes) => minutes.from < to && from < minutes.to),
  )
}

/**
 * What the calendar makes of a span, minute by minute: when the checkpoint is open, and what closes it in between, with
 * the closure's id, null outside opening hours. Minutes are counted from the span's date, as its own are.
 */
export function minutesOpen(
  checkpoint: Checkpoint,
  span: Span,
): { open: Minutes[]; closed: (Minutes & { closure: string | null })[] } {
  const open: Minutes[] = []
  const closed: (Minutes & { closure: string | null })[] = []
  for (const piece of piecesOf(span)) {
    const moved = ({ from, to }: Minutes): Minutes => {
      const by = piece.date === span.date ? 0 : minutesInDay
      return { from: from + by, to: to + by }
    }
    const afterAll = exceptionsOn(checkpoint, piece.date)
    let left = [...without(openHours(checkpoint, piece.date), afterAll), ...afterAll]
      .map(({ from, to }) => ({ from: Math.max(from, piece.from), to: Math.min(to, piece.to) }))
      .filter(notEmpty)
    closed.push(...without([piece], left).map((minutes) => ({ ...moved(minutes), closure: null })))
    for (const closure of checkpoint.closures.filter((each) => holdsOn(each, piece.date))) {
      const whole = { from: closure.startsMinute ?? 0, to: closure.endsMinute ?? minutesInDay }
      const kept = without(left, without([whole], afterAll))
      closed.push(...without(left, kept).map((minutes) => ({ ...moved(minutes), closure: closure.id })))
      left = kept
    }
    open.push(...left.map(moved))
  }
  const byTime = (a: Minutes, b: Minutes): number => a.from - b.from
  return { open: open.sort(byTime), closed: closed.sort(byTime) }
}

/** A span as minutes of calendar dates: two pieces over midnight. */
export function piecesOf({ date, from, to }: Span): Span[] {
  return [
    { date, from, to: Math.min(to, minutesInDay) },
    { date: addDays(date, 1), from: 0, to: to - minutesInDay },
  ].filter(notEmpty)
}

/** What is left of some spans without others. */
function without(spans: readonly Minutes[], taken: readonly Minutes[]): Minutes[] {
  let left = [...spans]
  for (const { from, to } of taken) {
    left = left.flatMap((minutes) => [
      { from: minutes.from, to: Math.min(minutes.to, from) },
      { from: Math.max(minutes.from, to), to: minutes.to },
    ])
    left = left.filter(notEmpty)
  }
  return left
}

/** When a checkpoint was open on a date after all. */
function exceptionsOn(checkpoint: Checkpoint, date: string): Minutes[] {
  const exceptions = checkpoint.exceptions.get(date) ?? []
  return exceptions.map(({ startsMinute, endsMinute }) => ({ from: startsMinute, to: endsMinute }))
}

/** Whether the calendar closes every day of a month. */
export function monthIsClosed(checkpoint: Checkpoint, month: string): boolean {
  if (checkpoint.closures.length === 0 && checkpoint.hours.length === 0) return false
  return [...eachDate(firstOfMonth(month), lastOfMonth(month))].every((date) => dayIsClosed(checkpoint, date))
}

/** Whether the calendar leaves this checkpoint no open minute on a date. */
export function dayIsClosed(checkpoint: Checkpoint, date: string): boolean {
  return openingOf(checkpoint, { date, from: 0, to: minutesInDay }).open === 'no'
}

/** The opening hours of a date; the whole day where none are set for its season. */
function openHours(checkpoint: Checkpoint, date: string): Minutes[] {
  const season = checkpoint.hours.filter((hours) => holdsOn(hours, date))
  if (season.length === 0) return [{ from: 0, to: minutesInDay }]
  const weekday = weekdayOf(date)
  return season
    .filter((hours) => hours.weekday === weekday)
    .map((hours) => ({ from: hours.opensMinute, to: hours.closesMinute }))
}

const notEmpty = (minutes: Minutes): boolean => minutes.to > minutes.from
const minutesIn = (spans: Minutes[]): number =>
  spans.reduce((sum, minutes) => sum + minutes.to - minutes.from, 0)
