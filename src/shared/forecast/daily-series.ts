import { at } from './solve.ts'

/** The counts of one thing by day: passengers of a checkpoint in one direction, from a common first date on. */
export interface DailySeries {
  /** Series of one group lend each other their weekdays and holidays: those of one direction. */
  group: string
  /** By day; NaN where nothing is known. */
  counts: Float64Array
  /** Whether the calendar closes a day, also one to come. */
  closed?: (day: number) => boolean
}

/** Counts are compared as logarithms of the count and this, so that 3 after 2 does not weigh as 3,000 after 2,000. */
export const smallCount = 5

export const logOf = (count: number): number => Math.log(count + smallCount)
export const countOf = (log: number): number => Math.max(0, Math.exp(log) - smallCount)

/** From this count a day on, a day with nobody is one on which something was shut. */
const neverByChance = 10
const daysOfHabit = 28
const leastDaysOfHabit = 5

/** A series with its logarithms and the days that say something of its traffic. */
export interface StudiedSeries extends DailySeries {
  logs: Float64Array
  /** Whether a day was open and its count is known. Of a day only itself and the days before it are looked at. */
  usable: (day: number) => boolean
}

export function study(series: DailySeries): StudiedSeries {
  const { counts } = series
  const usable = Array.from(counts, (count, day) => {
    if (!(count >= 0) || series.closed?.(day)) return false
    return count > 0 || nobodyByChance(counts, day)
  })
  return { ...series, logs: counts.map(logOf), usable: (day) => usable[day] ?? false }
}

/** A small place has days on which nobody comes; where hundreds come each day, nobody means that it was shut. */
function nobodyByChance(counts: Float64Array, day: number): boolean {
  const before: number[] = []
  for (let other = Math.max(0, day - daysOfHabit); other < day; other += 1) {
    if (at(counts, other) > 0) before.push(at(counts, other))
  }
  return before.length >= leastDaysOfHabit && median(before) < neverByChance
}

const daysOfClosure = 4

/** Whether a day is taken for closed: by the calendar, after days with nobody, or since its weekday never has anybody. */
export function takenForClosed(series: StudiedSeries, day: number, known: number): boolean {
  if (series.closed?.(day)) return true
  const shut = (other: number): boolean => series.counts[other] === 0 && !series.usable(other)
  const last = Array.from({ length: daysOfClosure }, (_, back) => known - back)
  if (last.every(shut)) return !last.every((other) => series.closed?.(other))
  const sameWeekday = day - 7 * Math.ceil((day - known) / 7)
  return shut(sameWeekday) && shut(sameWeekday - 7) && !series.closed?.(sameWeekday)
}

/** The newest known count of the same weekday: the forecast that everything is measured by. */
export function lastSameWeekday(series: DailySeries, day: number, known: number): number {
  return series.counts[day - 7 * Math.ceil((day - known) / 7)] ?? Number.NaN
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}
