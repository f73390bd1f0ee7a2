import type { DayForecast } from '../../../shared/forecast/rolling-forecast.ts'

/** A forecast in whole people; all null where there is none. */
export function roundedForecast(forecast: DayForecast | null): {
  count: number | null
  low: number | null
  high: number | null
} {
  if (!forecast) return { count: null, low: null, high: null }
  const { count, low, high } = forecast
  return {
    count: Math.round(count),
    low: low === null ? null : Math.floor(low),
    high: high === null ? null : Math.ceil(high),
  }
}
