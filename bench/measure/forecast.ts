import { daysBetween } from '../../src/shared/dates.ts'
import { dayFeatures } from '../../src/shared/forecast/day-features.ts'
import { rollingForecast } from '../../src/shared/forecast/rolling-forecast.ts'
import { study } from '../../src/shared/forecast/studied-series.ts'
import { holidayYears, readHolidays } from './holidays.ts'
import { type HongKongDays, readHongKongDays } from './hong-kong-days.ts'
import { Score, share } from './score.ts'
import { WrongData } from './wrong-data.ts'

const landCheckpoints = new Set([
  'Lo Wu',
  'Lok Ma Chau',
  'Lok Ma Chau Spur Line',
  'Man Kam To',
  'Sha Tau Kok',
  'Shenzhen Bay',
  'Heung Yuen Wai',
  'Hong Kong-Zhuhai-Macao Bridge',
  'Express Rail Link West Kowloon',
  'Hung Hom',
])

const lags = [1, 7] as const
const week = 7
/** Days with nobody after which the next passenger makes a reopening, and days from then on that are told apart. */
const closedDays = 7
const reopeningDays = 28

type Scores = Record<(typeof lags)[number], Score>

/**
 * Forecasts the totals of Hong Kong's land control points for each day of a span from the days before it only, and
 * compares them with what came and with the same weekday a week before.
 * @throws AppError, WrongData where the file cannot be read or does not have the span
 */
export async function measureForecast(asked: {
  file: string
  from: string
  to: string
}): Promise<{ data: unknown; lines: string[] }> {
  const days = await readHongKongDays(asked.file, (place) => landCheckpoints.has(place))
  const { steady, reopening } = scoresOf(days, asked)
  const data = { ...figuresOf(steady), days: steady[1].days, reopening: figuresOf(reopening) }
  return { data, lines: linesOf(asked, days, steady, reopening) }
}

function scoresOf(
  { first, last, series }: HongKongDays,
  { from, to }: { from: string; to: string },
): { steady: Scores; reopening: Scores } {
  if (series.length === 0) throw new WrongData('the file has none of the land control points')
  if (to < from) throw new WrongData(`the span ends (${to}) before it begins (${from})`)
  if (from < first || to > last)
    throw new WrongData(`the file has the days from ${first} to ${last}, not all from ${from} to ${to}`)
  const span = { first: daysBetween(first, from) - 1, last: daysBetween(first, to) - 1 }
  const features = dayFeatures(first, last, readHolidays())
  const studied = series.map(({ direction, counts }) => study({ group: direction, counts }, features))
  const steady: Scores = { 1: new Score(), 7: new Score() }
  const reopening: Scores = { 1: new Score(), 7: new Score() }
  for (const lag of lags) {
    const forecasts = rollingForecast(studied, features, { lag, ...span })
    studied.forEach(({ counts }, index) => {
      const isReopening = reopeningsOf(counts)
      for (let day = span.first; day <= span.last; day += 1) {
        const [count, naive] = [counts[day] ?? Number.NaN, counts[day - week] ?? Number.NaN]
        const forecast = forecasts[index]?.[day - span.first]
        if (Number.isNaN(count) || Number.isNaN(naive) || !forecast) continue
        const scores = isReopening[day] ? reopening : steady
        scores[lag].add(count, naive, forecast)
      }
    })
  }
  if (steady[1].days + reopening[1].days === 0)
    throw new WrongData(`no day from ${from} to ${to} has a count and one a week before it`)
  return { steady, reopening }
}

/** By day, whether it lies within the days after a reopening. */
export function reopeningsOf(counts: Float64Array): boolean[] {
  let [closed, left] = [0, 0]
  return Array.from(counts, (count) => {
    if (!(count > 0)) closed += 1
    else {
      if (closed >= closedDays) left = reopeningDays
      closed = 0
    }
    left -= 1
    return left >= 0
  })
}

function figuresOf(scores: Scores): {
  wape: Record<string, number | null>
  naive: Record<string, number | null>
  coverage80: number | null
} {
  const each = lags.map((lag) => scores[lag].intervals)
  const sum = (name: 'days' | 'held'): number => each.reduce((total, own) => total + own[name], 0)
  return {
    wape: { 1: scores[1].wape, 7: scores[7].wape },
    naive: { 1: scores[1].naive, 7: scores[7].naive },
    coverage80: share(sum('held'), sum('days')),
  }
}

function linesOf(
  { from, to }: { from: string; to: string },
  { series, first }: HongKongDays,
  steady: Scores,
  reopening: Scores,
): string[] {
  const heading = ['', 'days', 'error', 'same weekday last week', 'better by', '80 % interval holds']
  const rows = [steady, reopening].flatMap((scores) =>
    lags.map((lag) => {
      const { days, wape, naive, intervals } = scores[lag]
      const better = wape === null || naive === null ? null : share(naive - wape, naive)
      const ahead = lag === 1 ? '1 day ahead' : `${lag} days ahead`
      return [
        scores === steady ? ahead : `${ahead}, within ${reopeningDays} days of a reopening`,
        String(days),
        percent(wape),
        percent(naive),
        percent(better),
        percent(share(intervals.held, intervals.days)),
      ]
    }),
  )
  const widths = heading.map((_, column) =>
    Math.max(...[heading, ...rows].map((row) => row[column]?.length ?? 0)),
  )
  const table = [heading, ...rows].map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  )
  const unknown = from < holidayYears.first || to > holidayYears.last || first < holidayYears.first
  return [
    `${series.length} series of ${new Set(series.map(({ place }) => place)).size} land control points, ${from} to ${to}`,
    ...table,
    ...(unknown ? ['Holidays are known from 2021 to 2026 only; other years went without.'] : []),
  ]
}

const percent = (value: number | null): string => (value === null ? '–' : `${(value * 100).toFixed(1)} %`)
