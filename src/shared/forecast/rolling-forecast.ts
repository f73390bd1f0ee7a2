import { candidateCount, candidatesFor } from './candidates.ts'
import { countOf, logOf, newestSameWeekday } from './daily-series.ts'
import { Intervals } from './interval.ts'
import { LaggedRegression } from './lagged-regression.ts'
import { type KindOfDay, Mixture } from './mixture.ts'
import { at, dot } from './solve.ts'
import { type StudiedSeries, takenForClosed } from './studied-series.ts'

/** What is expected of one day: whole numbers would hide how the mean was rounded, so that callers round. */
export interface DayForecast {
  count: number
  /** Holds the true count on four days of five; null while too few errors are known. */
  low: number | null
  high: number | null
}

/** Days of errors that are gathered before the first day that is asked for, where the caller sets no other number. */
const usualWarmUp = 120

interface Made {
  candidates: number[]
  forecast: DayForecast | null
}

/**
 * Forecasts `lag` days ahead, one day after the other, each from the days up to `lag` days before it and from nothing
 * later. Days beyond the last count can be asked for as far as the features reach.
 * @param features of every day from the first count on, by index: those that the series were studied with
 * @param asked `lag` days ahead, for the days from `first` to `last`; `refitEvery` days between two fits of the regression,
 * 1 fits before each forecast; `warmUp` days of errors before the first
 * @returns by series the forecasts in the order of the days; null where nothing can be said yet
 */
export function rollingForecast(
  series: readonly StudiedSeries[],
  features: readonly Float64Array[],
  asked: { lag: number; first: number; last: number; refitEvery?: number; warmUp?: number },
): (DayForecast | null)[][] {
  const { lag, first, last, refitEvery = 1, warmUp = usualWarmUp } = asked
  const regression = new LaggedRegression(series, features, lag)
  const mixture = new Mixture(series.length, candidateCount)
  const intervals = new Intervals(series.length)
  const begins = Math.max(lag, first - warmUp)
  const made = new Map<number, Made[]>()
  const kindOf = (day: number): KindOfDay => kindOfDay(features, day, day - lag)
  let effects: Effect[] = []
  for (let day = lag; day <= last; day += 1) {
    const known = day - lag
    regression.learn(known)
    takeIn(series, known, made.get(known), mixture, intervals, kindOf(known))
    if (day < begins) continue
    const isDue = (last - day) % refitEvery === 0
    if (effects.length === 0 || isDue) {
      effects = regression.coefficients().map((own) => effectOf(features, own))
    }
    made.set(
      day,
      series.map((own, index) => {
        const candidates = candidatesFor(own, effects[index] as Effect, day, known)
        if (takenForClosed(own, day, known)) return { candidates, forecast: { count: 0, low: 0, high: 0 } }
        return {
          candidates,
          forecast: forecastOf(mixture.mix(kindOf(day), index, candidates), intervals.of(index)),
        }
      }),
    )
  }
  return series.map((_, index) =>
    Array.from(
      { length: last - first + 1 },
      (_, place) => made.get(first + place)?.[index]?.forecast ?? null,
    ),
  )
}

type Effect = (day: number) => number

/** What weekday and holidays do to a day by a fit of the regression; worked out once for each day that is asked for. */
function effectOf(features: readonly Float64Array[], coefficients: Float64Array): Effect {
  const kept = new Float64Array(features.length).fill(Number.NaN)
  return (day) => {
    const own = features[day]
    if (!own) return 0
    if (Number.isNaN(at(kept, day))) kept[day] = dot(own, coefficients)
    return at(kept, day)
  }
}

/** Whether more than the weekday is known ahead of a day, or of the one that last week's guess for it comes from. */
function kindOfDay(features: readonly Float64Array[], day: number, known: number): KindOfDay {
  const own = features[day]
  const other = features[newestSameWeekday(day, known)]
  return own?.every((value, k) => value === other?.[k]) ? 'ordinary' : 'holiday'
}

function forecastOf(log: number, interval: { low: number; high: number } | null): DayForecast | null {
  if (Number.isNaN(log)) return null
  if (!interval) return { count: countOf(log), low: null, high: null }
  // Where all errors lately were to one side, the forecast itself is the end of the interval.
  const [low, high] = [Math.min(0, interval.low), Math.max(0, interval.high)]
  return { count: countOf(log), low: countOf(log + low), high: countOf(log + high) }
}

/** Compares a day's forecasts with what came of it. A day that was shut says nothing of them. */
function takeIn(
  series: readonly StudiedSeries[],
  day: number,
  made: readonly Made[] | undefined,
  mixture: Mixture,
  intervals: Intervals,
  kind: KindOfDay,
): void {
  if (!made) return
  mixture.learn(
    kind,
    made.map(({ candidates }, index) => {
      const own = series[index]
      if (!own?.usable(day)) return null
      const wrong = candidates.map((candidate) => Math.abs(at(own.logs, day) - candidate))
      return wrong.every(Number.isNaN) ? null : wrong
    }),
  )
  made.forEach(({ forecast }, index) => {
    const own = series[index]
    if (!forecast || !own?.usable(day)) return
    const count = at(own.counts, day)
    const held = forecast.low === null || forecast.high === null ? null : isWithin(count, forecast)
    intervals.learn(index, logOf(count) - logOf(forecast.count), held)
  })
}

/** Whether an interval, rounded to whole people, holds a count. */
export function isWithin(count: number, { low, high }: DayForecast): boolean {
  return low !== null && high !== null && Math.floor(low) <= count && count <= Math.ceil(high)
}
