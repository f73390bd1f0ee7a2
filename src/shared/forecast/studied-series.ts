import { type DailySeries, logOf, median, newestSameWeekday } from './daily-series.ts'
import { at } from './solve.ts'

/** Days up to a known one that say how much traffic there is. */
export const windowDays = 14
/** Fewest of them that must be known and open. */
const leastWindowDays = 5
/** Days after which a day of the window counts half in its mean. */
const windowHalfLife = 3

/** The mean of a window: the logarithm of its counts, and what was known ahead of its days. */
interface WindowMean {
  log: number
  features: Float64Array
}

/** A series with what is worked out of it once for all forecasts. Of a day only itself and earlier days are looked at. */
export interface StudiedSeries extends DailySeries {
  logs: Float64Array
  /** Whether a day was open and its count is known: whether it says something of the traffic. */
  usable: (day: number) => boolean
  /** The mean of the window that ends with a day; null where too little of it is usable. */
  windowUpTo: (day: number) => WindowMean | null
}

/** @param features of every day from the first count on, by index */
export function study(series: DailySeries, features: readonly Float64Array[]): StudiedSeries {
  const { counts } = series
  const isUsable = Uint8Array.from(counts, (count, day) => {
    if (!(count >= 0) || series.closed?.(day)) return 0
    return count > 0 || nobodyByChance(counts, day) ? 1 : 0
  })
  const logs = counts.map(logOf)
  const usable = (day: number): boolean => isUsable[day] === 1
  const windows: (WindowMean | null)[] = []
  const windowUpTo = (day: number): WindowMean | null => {
    if (day < 0) return null
    const kept = windows[day]
    if (kept !== undefined) return kept
    const mean = windowMean(logs, usable, features, day)
    windows[day] = mean
    return mean
  }
  return { ...series, logs, usable, windowUpTo }
}

const windowWeights = Array.from({ length: windowDays }, (_, back) => 0.5 ** (back / windowHalfLife))

function windowMean(
  logs: Float64Array,
  usable: (day: number) => boolean,
  features: readonly Float64Array[],
  last: number,
): WindowMean | null {
  const mean = new Float64Array(features[0]?.length ?? 0)
  let [days, weights, log] = [0, 0, 0]
  windowWeights.forEach((weight, back) => {
    const own = features[last - back]
    if (!own || !usable(last - back)) return
    days += 1
    weights += weight
    log += weight * at(logs, last - back)
    for (let k = 0; k < mean.length; k += 1) mean[k] = at(mean, k) + weight * at(own, k)
  })
  if (days < leastWindowDays) return null
  return { log: log / weights, features: mean.map((value) => value / weights) }
}

/** From this count a day on, a day with nobody is one on which something was shut. */
const neverByChance = 10
const daysOfHabit = 28
const leastDaysOfHabit = 5

/** A small place has days on which nobody comes; where hundreds come each day, nobody means that it was shut. */
function nobodyByChance(counts: Float64Array, day: number): boolean {
  const before: number[] = []
  for (let other = Math.max(0, day - daysOfHabit); other < day; other += 1) {
    if (at(counts, other) > 0) before.push(at(counts, other))
  }
  return before.length >= leastDaysOfHabit && median(before) < neverByChance
}

const daysOfClosure = 4
const week = 7

/** With so many of a window's days shut, the newest among them, an open one was an exception. */
const mostlyShut = 10

/**
 * Whether a day is taken for closed: by the calendar, after days with nobody, or since its weekday never has anybody.
 * @param known the newest day that may be looked at
 */
export function takenForClosed(series: StudiedSeries, day: number, known: number): boolean {
  if (series.closed?.(day)) return true
  const shut = (other: number): boolean => series.counts[other] === 0 && !series.usable(other)
  const before = (last: number, days: number): number[] =>
    Array.from({ length: days }, (_, back) => last - back)
  const newest = before(known, daysOfClosure)
  if (newest.every(shut)) return !newest.every((other) => series.closed?.(other))
  const sameWeekday = newestSameWeekday(day, known)
  if (!shut(sameWeekday) || series.closed?.(sameWeekday)) return false
  if (shut(known) && before(known, windowDays).filter(shut).length >= mostlyShut) return true
  return shut(sameWeekday - week) && before(sameWeekday - 1, week - 1).some(series.usable)
}
