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
const smallCount = 5

export const logOf = (count: number): number => Math.log(count + smallCount)
export const countOf = (log: number): number => Math.max(0, Math.exp(log) - smallCount)

const week = 7

/** The newest day of the same weekday that is not after the known ones. */
export function newestSameWeekday(day: number, known: number): number {
  return day - week * Math.ceil((day - known) / week)
}

/** The count of that day: the forecast that every other is measured by. */
export function lastSameWeekday(series: DailySeries, day: number, known: number): number {
  return series.counts[newestSameWeekday(day, known)] ?? Number.NaN
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}
