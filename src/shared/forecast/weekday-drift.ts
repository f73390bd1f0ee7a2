import { newestSameWeekday } from './daily-series.ts'
import { at } from './solve.ts'
import type { StudiedSeries } from './studied-series.ts'

const week = 7
/** Weeks back that say how a weekday has moved away from what it was, each counting this share of the one after it. */
const weeks = 4
const fading = 0.7
/** A day further from its week than this (a third) counts as that far. */
const furthest = 0.3

/**
 * How far the newest days of a weekday lay from their own weeks, beyond the effect that is known of the weekday and of
 * holidays, as a difference of logarithms: people come to prefer Fridays within weeks, a regression learns it in months.
 */
export function weekdayDrift(
  series: StudiedSeries,
  effect: (day: number) => number,
  day: number,
  known: number,
): number {
  const rest = (of: number): number => at(series.logs, of) - effect(of)
  let [sum, weights] = [0, 0]
  for (let back = 0; back < weeks; back += 1) {
    const middle = newestSameWeekday(day, known) - back * week
    if (middle < 0 || !series.usable(middle)) continue
    let [around, days] = [0, 0]
    for (let other = middle - 3; other <= Math.min(known, middle + 3); other += 1) {
      if (other < 0 || !series.usable(other)) continue
      around += rest(other)
      days += 1
    }
    const weight = fading ** back
    sum += weight * Math.max(-furthest, Math.min(furthest, rest(middle) - around / days))
    weights += weight
  }
  return weights > 0 ? sum / weights : 0
}
