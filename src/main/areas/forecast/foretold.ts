import type { TrackRecord } from '../../../shared/contract/forecast.ts'
import { countOf, type DailySeries, logOf } from '../../../shared/forecast/daily-series.ts'
import { type EventDays, explainEvents } from '../../../shared/forecast/events.ts'
import { type DayForecast, isWithin, rollingForecast } from '../../../shared/forecast/rolling-forecast.ts'
import { study } from '../../../shared/forecast/studied-series.ts'

/** How many days the record looks back. */
export const recordDays = 90
/** Between two fits while the record is worked out: weekly ones forecast as well as daily ones, in a fifth of the time. */
const daysBetweenFits = 7
const week = 7
/** Days of errors behind the forecast of a single day: enough for its interval. */
const warmUp = 70

/** What is expected of a day, with what the event of the day does. */
export interface Foreseen extends DayForecast {
  /** How many of `count` come, or stay away, by the event; null without one. */
  byEvent: number | null
}

/** What is expected of the days wanted, and how such forecasts turned out. */
export interface Foretold {
  /** By series, in the order of the days that were asked for. */
  days: (Foreseen | null)[][]
  /** By series. */
  records: { dayAhead: TrackRecord; weekAhead: TrackRecord }[]
}

/**
 * Forecasts series that end together, for the days from `firstDay` to `lastDay` by index, from all that they hold.
 * @param features of every day up to `lastDay`
 */
export function foretell(
  series: readonly DailySeries[],
  features: readonly Float64Array[],
  events: readonly EventDays[],
  { firstDay, lastDay }: { firstDay: number; lastDay: number },
): Foretold {
  const length = series[0]?.counts.length ?? 0
  const newest = length - 1
  const foresee = foreseer(series, features, events)
  const past = { first: Math.max(0, length - recordDays), last: newest }
  const rolled = (lag: number, first: number, last: number, days?: number): (Foreseen | null)[][] =>
    foresee({ lag, first, last, refitEvery: daysBetweenFits, ...(days && { warmUp: days }) })
  const dayAhead = rolled(1, past.first, past.last + 1)
  const weekAhead = rolled(week, past.first, past.last + week)
  const wanted = Array.from({ length: lastDay - firstDay + 1 }, (_, index) => {
    const day = firstDay + index
    const lag = day - newest
    if (lag === 1) return dayAhead.map((own) => own.at(-1) ?? null)
    if (lag === week) return weekAhead.map((own) => own.at(-1) ?? null)
    return rolled(lag, day, day, warmUp).map((own) => own[0] ?? null)
  })
  return {
    days: series.map((_, index) => wanted.map((day) => day[index] ?? null)),
    records: series.map(({ counts }, index) => ({
      dayAhead: recordOf(counts, dayAhead[index] ?? [], past),
      weekAhead: recordOf(counts, weekAhead[index] ?? [], past),
    })),
  }
}

/**
 * Makes what forecasts series as `rollingForecast` does, with events: the forecast is made from the series without what
 * events did, and what is known of a day's own event by then is put upon it.
 */
export function foreseer(
  series: readonly DailySeries[],
  features: readonly Float64Array[],
  events: readonly EventDays[],
): (asked: Parameters<typeof rollingForecast>[2]) => (Foreseen | null)[][] {
  const explained = series.map((own) => explainEvents(own, events, features))
  const studied = explained.map((own) => study(own.series, features))
  return (asked) =>
    rollingForecast(studied, features, asked).map((forecasts, index) =>
      forecasts.map((forecast, place) => {
        const day = asked.first + place
        return forecast && withEvent(forecast, explained[index]?.effect(day, day - asked.lag) ?? null)
      }),
    )
}

function withEvent(forecast: DayForecast, effect: number | null): Foreseen {
  if (effect === null || forecast.high === 0) return { ...forecast, byEvent: null }
  const moved = (value: number): number => countOf(logOf(value) + effect)
  const { count, low, high } = forecast
  return {
    count: moved(count),
    low: low === null ? null : moved(low),
    high: high === null ? null : moved(high),
    byEvent: moved(count) - count,
  }
}

function recordOf(
  counts: Float64Array,
  forecasts: readonly (DayForecast | null)[],
  past: { first: number; last: number },
): TrackRecord {
  let [days, sum, wrong, naiveWrong, intervals, held] = [0, 0, 0, 0, 0, 0]
  for (let day = past.first; day <= past.last; day += 1) {
    const forecast = forecasts[day - past.first]
    const [count, naive] = [counts[day] ?? Number.NaN, counts[day - week] ?? Number.NaN]
    if (!forecast || Number.isNaN(count) || Number.isNaN(naive)) continue
    days += 1
    sum += count
    wrong += Math.abs(forecast.count - count)
    naiveWrong += Math.abs(naive - count)
    // A day that is rightly taken for closed says nothing of intervals.
    if (forecast.low === null || (count === 0 && forecast.count === 0)) continue
    intervals += 1
    if (isWithin(count, forecast)) held += 1
  }
  const share = (part: number, whole: number): number | null =>
    whole > 0 ? Math.round((part / whole) * 10_000) / 10_000 : null
  return { days, error: share(wrong, sum), naive: share(naiveWrong, sum), held: share(held, intervals) }
}
