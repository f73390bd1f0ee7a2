import {
  daysBetween,
  eachDate,
  firstOfMonth,
  lastOfMonth,
  monthOf,
  weekdayOf,
} from '../../../shared/dates.ts'
import { randomOf, splitByWeights } from './random.ts'

/** How many people pass a checkpoint on a date, both directions together. */
export type PassengersOn = (date: string) => number

/** Monday … Sunday: people travel at weekends. */
const weekdays = [0.84, 0.82, 0.86, 0.92, 1.12, 1.35, 1.09]

/** January … December, of the years before the published figures begin. */
const seasons = [0.78, 0.75, 0.95, 1, 1.05, 1.08, 1.2, 1.25, 1.1, 1.1, 0.95, 0.85]

/** Days on which few travel: New Year, the Spring Festival, Nauryz. */
const quietDays = ['01-01', '02-10', '02-11', '03-21', '03-22']

const growthOfYear = 0.93

/** How much less there was this long before a published span: older years are invented backwards from it. */
export function beforeSpan(date: string, firstDay: string): number {
  return date >= firstDay ? 1 : growthOfYear ** (daysBetween(date, firstDay) / 365)
}

/** A weight among the days of its week and season. */
export function weightOf(date: string, seed: string, noise = 0.07): number {
  const weekday = weekdays[weekdayOf(date) - 1] ?? 1
  const quiet = quietDays.includes(date.slice(5)) ? 0.5 : 1
  return weekday * quiet * randomOf(`${seed} ${date} passengers`).between(1 - noise, 1 + noise)
}

/**
 * Passengers whose mean by calendar day is given for each month, exactly: a month's total is split over its days.
 * @param peaks dates with more than their weekday has
 */
export function byMonthlyMeans(
  seed: string,
  means: Readonly<Record<string, number>>,
  peaks: ReadonlyMap<string, number> = new Map(),
): PassengersOn {
  const known = new Map<string, number>()
  return (date) => {
    if (!known.has(date)) {
      const dates = [...eachDate(firstOfMonth(date), lastOfMonth(date))]
      const weights = dates.map((day) => weightOf(day, seed) * (peaks.get(day) ?? 1))
      const parts = splitByWeights((means[monthOf(date)] ?? 0) * dates.length, weights)
      for (const [index, day] of dates.entries()) known.set(day, parts[index] ?? 0)
    }
    return known.get(date) ?? 0
  }
}

/** Passengers along straight lines between dated levels, each day a little off its line; dates of `exactly` on the dot. */
export function alongLevels(
  seed: string,
  levels: readonly (readonly [date: string, level: number])[],
  exactly: Readonly<Record<string, number>> = {},
): PassengersOn {
  return (date) => {
    const fixed = exactly[date]
    if (fixed !== undefined) return fixed
    const next = levels.findIndex(([day]) => day > date)
    const [from, low] = levels.at(next < 0 ? -1 : Math.max(0, next - 1)) ?? [date, 0]
    const [to, high] = levels.at(next < 0 ? -1 : next) ?? [date, low]
    const way = from < date && to > from ? (daysBetween(from, date) - 1) / (daysBetween(from, to) - 1) : 0
    const busy = 1 + (weightOf(date, seed) - 1) * 0.2
    return Math.round((low + (high - low) * way) * busy)
  }
}

/** The published days as they are, and before them the season's share of a base, less the further back. */
export function withOlderYears(
  seed: string,
  firstDay: string,
  base: number,
  passengers: PassengersOn,
): PassengersOn {
  return (date) => {
    if (date >= firstDay) return passengers(date)
    const season = seasons[Number(date.slice(5, 7)) - 1] ?? 1
    return Math.round(base * season * weightOf(date, seed) * beforeSpan(date, firstDay))
  }
}
