import { lastSameWeekday, logOf, median } from './daily-series.ts'
import { seasonOf } from './season.ts'
import { at, dot } from './solve.ts'
import { leastWindowDays, type StudiedSeries, windowDays } from './studied-series.ts'

/** Days after which a day counts half for the level of traffic: quick, middling and slow to follow a change. */
const levelHalfLives = [1, 3, 6]
/** A day of the window further from its median than this (a third) moves the level only that much. */
const furthest = 0.3

/** How many candidates there are. */
export const candidateCount = 2 * levelHalfLives.length + 1

/**
 * The logarithms that could be forecast of a day, each from the days up to `known` only: the level of traffic, at
 * three speeds, with the weekday's and the holidays' effect; the same with last year's change of season; and last week's
 * same weekday. NaN where one cannot be had.
 */
export function candidatesFor(
  series: StudiedSeries,
  features: readonly Float64Array[],
  coefficients: Float64Array,
  day: number,
  known: number,
): number[] {
  const effect = (of: number): number => dot(features[of] ?? new Float64Array(0), coefficients)
  const window: { back: number; rest: number }[] = []
  for (let back = 0; back < windowDays; back += 1) {
    const other = known - back
    if (other >= 0 && series.usable(other))
      window.push({ back, rest: at(series.logs, other) - effect(other) })
  }
  const naive = logOf(lastSameWeekday(series, day, known))
  if (window.length < leastWindowDays) {
    return [naive, ...new Array<number>(candidateCount - 1).fill(Number.NaN)]
  }
  const middle = median(window.map(({ rest }) => rest))
  const ahead = effect(day)
  const levels = levelHalfLives.map((halfLife) => {
    let [sum, weights] = [0, 0]
    for (const { back, rest } of window) {
      const weight = 0.5 ** (back / halfLife)
      sum += weight * Math.max(middle - furthest, Math.min(middle + furthest, rest))
      weights += weight
    }
    return sum / weights + ahead
  })
  const season = seasonOf(series, effect, day, known)
  return [naive, ...levels, ...levels.map((level) => level + season)]
}
