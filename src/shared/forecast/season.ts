import { at } from './solve.ts'
import type { StudiedSeries } from './studied-series.ts'

/** A year of whole weeks, so that weekdays meet. */
const yearDays = 364
/** Days on either side of a day that make its season. */
const sideDays = 7
const leastDays = 10
/** How far back the middle of the days lies that say how much traffic there is. */
const levelDays = 2

/**
 * How much the traffic of the year before changed from its days around the last known one to those around the wanted
 * one, weekdays and holidays apart, as a difference of logarithms; NaN where the book does not reach back so far.
 */
export function seasonOf(
  series: StudiedSeries,
  effect: (day: number) => number,
  day: number,
  known: number,
): number {
  const mean = (middle: number): number => {
    let [sum, days] = [0, 0]
    for (let other = middle - sideDays; other <= middle + sideDays; other += 1) {
      if (other < 0 || !series.usable(other)) continue
      sum += at(series.logs, other) - effect(other)
      days += 1
    }
    return days >= leastDays ? sum / days : Number.NaN
  }
  return mean(day - yearDays) - mean(known - levelDays - yearDays)
}
