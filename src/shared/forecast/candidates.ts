import { lastSameWeekday, logOf, median, newestSameWeekday } from './daily-series.ts'
import { seasonOf } from './season.ts'
import { at } from './solve.ts'
import { type StudiedSeries, windowDays } from './studied-series.ts'
import { weekdayDrift } from './weekday-drift.ts'

/** Days after which a day counts half for the level of traffic: quick, middling and slow to follow a change. */
const levelHalfLives = [1, 3, 6]
/** A day of the window further from its median than this (a third) moves the level only that much. */
const furthest = 0.3

/** How many candidates there are. */
export const candidateCount = 2 + 4 * levelHalfLives.length

/**
 * The logarithms that could be forecast of a day, each from the days up to `known` only: last week's same weekday; the
 * same with what the holidays of both days change; the level of traffic, at three speeds, with the effect of weekday
 * and holidays; these with what has lately become of the weekday; and all of these with last year's change of season.
 * NaN where one cannot be had.
 * @param effect what a day's weekday and holidays do, as a difference of logarithms
 */
export function candidatesFor(
  series: StudiedSeries,
  effect: (day: number) => number,
  day: number,
  known: number,
): number[] {
  const window = windowOf(series, effect, known)
  if (window.length === 0) {
    const naive = logOf(lastSameWeekday(series, day, known))
    return [naive, ...new Array<number>(candidateCount - 1).fill(Number.NaN)]
  }
  const sameWeekday = newestSameWeekday(day, known)
  // While it is open, a day on which it was shut says nothing of this one.
  const wasShut = series.counts[sameWeekday] === 0 && !series.usable(sameWeekday)
  const naive = wasShut ? Number.NaN : logOf(lastSameWeekday(series, day, known))
  const ahead = effect(day)
  const levels = levelsOf(window).map((level) => level + ahead)
  const season = seasonOf(series, effect, day, known)
  const drift = weekdayDrift(series, effect, day, known)
  const drifted = levels.map((level) => level + drift)
  const all = [...levels, ...drifted]
  return [naive, naive + ahead - effect(sameWeekday), ...all, ...all.map((level) => level + season)]
}

/** A day before the forecast is made: how many days back, and its logarithm without the weekday's and holidays' effect. */
interface Rest {
  back: number
  rest: number
}

function windowOf(series: StudiedSeries, effect: (day: number) => number, known: number): Rest[] {
  const window: Rest[] = []
  for (let back = 0; back < windowDays; back += 1) {
    const day = known - back
    if (day >= 0 && series.usable(day)) window.push({ back, rest: at(series.logs, day) - effect(day) })
  }
  return window
}

function levelsOf(window: readonly Rest[]): number[] {
  const middle = median(window.map(({ rest }) => rest))
  return levelHalfLives.map((halfLife) => {
    let [sum, weights] = [0, 0]
    for (const { back, rest } of window) {
      const weight = 0.5 ** (back / halfLife)
      sum += weight * Math.max(middle - furthest, Math.min(middle + furthest, rest))
      weights += weight
    }
    return sum / weights
  })
}
