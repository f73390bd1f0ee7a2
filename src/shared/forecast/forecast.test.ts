import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../dates.ts'
import { seededRandom } from '../queue/random.ts'
import type { DailySeries } from './daily-series.ts'
import { dayFeatures, type HolidayCalendar } from './day-features.ts'
import { isWithin, rollingForecast } from './rolling-forecast.ts'
import { study } from './studied-series.ts'

/** A Monday. */
const start = '2024-01-01'
const weekdays = [100, 100, 110, 120, 150, 220, 160]
const noHolidays: HolidayCalendar[] = []

type Asked = Parameters<typeof rollingForecast>[2]

function foretold(
  series: readonly DailySeries[],
  asked: Asked,
  countries: readonly HolidayCalendar[] = noHolidays,
) {
  const features = dayFeatures(start, addDays(start, asked.last), countries)
  return rollingForecast(
    series.map((own) => study(own, features)),
    features,
    asked,
  )
}

const seriesOf = (days: number, count: (day: number) => number, group = 'entry'): DailySeries => ({
  group,
  counts: Float64Array.from({ length: days }, (_, day) => count(day)),
})

/** The sum of the errors over the sum of the counts. */
function errorOf(
  counts: Float64Array,
  first: number,
  guess: (day: number) => number | null | undefined,
): number {
  let [wrong, sum] = [0, 0]
  for (let day = first; day < counts.length; day += 1) {
    wrong += Math.abs((guess(day) ?? Number.NaN) - (counts[day] ?? 0))
    sum += counts[day] ?? 0
  }
  return wrong / sum
}

/** A factor around 1, of a spread of a tenth or so. */
const noise = (random: () => number, spread = 0.1): number =>
  Math.exp(spread * (random() + random() + random() + random() - 2) * Math.sqrt(3))

describe('a forecast', () => {
  test('finds a weekly pattern within a few per cent, with a week or a fortnight to go', () => {
    const series = seriesOf(140, (day) => weekdays[day % 7] ?? 0)
    const wrong = [1, 7, 14].map((lag) => {
      const [own = []] = foretold([series], { lag, first: 100, last: 139 })
      return errorOf(series.counts, 100, (day) => own[day - 100]?.count)
    })
    expect(wrong.map((error) => error < 0.01)).toEqual([true, true, true])
  })

  test('of noisy days is nearer than the same weekday last week, and its interval holds four of five', () => {
    const random = seededRandom(7)
    const series = seriesOf(500, (day) => Math.round(5 * (weekdays[day % 7] ?? 0) * noise(random)))
    const [own = []] = foretold([series], { lag: 1, first: 200, last: 499 })
    const naive = errorOf(series.counts, 200, (day) => series.counts[day - 7])
    const error = errorOf(series.counts, 200, (day) => own[day - 200]?.count)
    const held =
      own.filter((day, index) => day && isWithin(series.counts[200 + index] ?? 0, day)).length / 300
    expect({ better: 1 - error / naive > 0.15, held: held > 0.75 && held < 0.85 }).toEqual({
      better: true,
      held: true,
    })
  })

  test('learns from some holidays what the next one does', () => {
    const days = [25, 42, 59, 76, 93, 110]
    const holidays = days.map((day) => ({ from: addDays(start, day), to: addDays(start, day) }))
    const isHoliday = (day: number) => days.includes(day)
    const random = seededRandom(5)
    const series = seriesOf(
      120,
      (day) => (weekdays[day % 7] ?? 0) * (isHoliday(day) ? 30 : 10) * noise(random),
    )
    const on = (countries: readonly HolidayCalendar[]) =>
      foretold([series], { lag: 1, first: 110, last: 110 }, countries)[0]?.[0]?.count ?? 0
    const truth = series.counts[110] ?? 0
    const blind = Math.abs(on(noHolidays) - truth)
    const knowing = Math.abs(on([{ holidays, workdays: [] }]) - truth)
    expect(knowing).toBeLessThan(blind * 0.9)
  })

  test('expects the change of season that the year before had', () => {
    const random = seededRandom(9)
    const season = (day: number) => Math.exp(0.8 * Math.sin((2 * Math.PI * day) / 60.7))
    const series = seriesOf(800, (day) =>
      Math.round(10 * (weekdays[day % 7] ?? 0) * season(day % 364) * noise(random)),
    )
    const first = 560
    const [own = []] = foretold([series], { lag: 14, first, last: 799 })
    const naive = errorOf(series.counts, first, (day) => series.counts[day - 14])
    const error = errorOf(series.counts, first, (day) => own[day - first]?.count)
    expect(error).toBeLessThan(naive / 3)
  })

  test('is made from the days before only: whatever comes later changes nothing', () => {
    const counts = fc.array(fc.nat({ max: 5000 }), { minLength: 90, maxLength: 90 })
    fc.assert(
      fc.property(
        counts,
        counts,
        fc.integer({ min: 30, max: 80 }),
        fc.constantFrom(1, 2, 7),
        (one, other, day, lag) => {
          const mixed = one.map((count, index) => (index <= day - lag ? count : (other[index] ?? 0)))
          const at = (values: readonly number[]) =>
            foretold(
              [
                seriesOf(90, (index) => values[index] ?? 0),
                seriesOf(90, (index) => (values[index] ?? 0) * 2),
              ],
              { lag, first: day, last: day },
            )
          expect(at(mixed)).toEqual(at(one))
        },
      ),
      { numRuns: 25, seed: 4 },
    )
  })

  test('is the same whether a day is asked for alone or within a span', () => {
    const random = seededRandom(3)
    const series = seriesOf(160, (day) => Math.round((weekdays[day % 7] ?? 0) * noise(random)))
    const [span = []] = foretold([series], { lag: 7, first: 130, last: 159 })
    const [alone = []] = foretold([series], { lag: 7, first: 159, last: 159, warmUp: 149 })
    expect(alone[0]).toEqual(span[29])
  })
})

describe('a forecast of a place that is shut', () => {
  test('is nobody on a weekday that never has anybody, and the usual number on the others', () => {
    const series = seriesOf(140, (day) => (day % 7 >= 5 ? 0 : 400 + (day % 7) * 10))
    const [own = []] = foretold([series], { lag: 1, first: 126, last: 139 })
    expect(own.map((day) => (day ? Math.round(day.count / 10) * 10 : null))).toEqual(
      [1, 2].flatMap(() => [400, 410, 420, 430, 440, 0, 0]),
    )
  })

  test('is nobody while it stays shut, and follows within days when it opens again', () => {
    const series = seriesOf(120, (day) => (day >= 60 && day < 100 ? 0 : 1000))
    const [own = []] = foretold([series], { lag: 1, first: 60, last: 119 })
    const count = (day: number) => Math.round(own[day - 60]?.count ?? Number.NaN)
    expect([count(70), count(99), count(106), count(119)]).toEqual([0, 0, 1000, 1000])
  })

  test('is nobody on a day that the calendar closes, and is not misled by the closed days before', () => {
    const closed = (day: number) => day % 7 === 6 || (day >= 105 && day <= 111)
    const series = { ...seriesOf(118, (day) => (closed(day) ? Number.NaN : 300)), closed }
    const [own = []] = foretold([series], { lag: 1, first: 112, last: 125 })
    expect(own.slice(0, 7).map((day) => (day ? Math.round(day.count) : null))).toEqual([
      300, 300, 300, 300, 300, 300, 0,
    ])
  })
})

describe('a forecast of little', () => {
  test('says nothing of a place without a past', () => {
    expect(foretold([seriesOf(10, () => Number.NaN)], { lag: 1, first: 8, last: 9 })).toEqual([[null, null]])
  })

  test('has no interval before errors are known', () => {
    const [own = []] = foretold([seriesOf(8, () => 50)], { lag: 1, first: 7, last: 7 })
    expect(own.map((day) => ({ ...day, count: Math.round(day?.count ?? 0) }))).toEqual([
      { count: 50, low: null, high: null },
    ])
  })

  test('takes a day with nobody for one of few, not for closed', () => {
    const random = seededRandom(11)
    const series = seriesOf(200, () => Math.floor(random() * 4))
    const [own = []] = foretold([series], { lag: 1, first: 150, last: 199 })
    const counts = own.map((day) => day?.count ?? Number.NaN)
    expect([Math.min(...counts) > 0, Math.max(...counts) < 3]).toEqual([true, true])
  })

  test('goes on over days that nobody counted', () => {
    const series = seriesOf(140, (day) => (day % 5 === 0 ? Number.NaN : (weekdays[day % 7] ?? 0)))
    const [own = []] = foretold([series], { lag: 1, first: 120, last: 139 })
    const wrong = own.map((day, index) =>
      Math.abs((day?.count ?? Number.NaN) / (weekdays[(120 + index) % 7] ?? 1) - 1),
    )
    expect(Math.max(...wrong)).toBeLessThan(0.05)
  })
})

test('any counts at all give numbers that are none below zero, each within its interval', () => {
  const count = fc.oneof(fc.nat({ max: 9_999_999 }), fc.constantFrom(0, 0, 1, Number.NaN))
  fc.assert(
    fc.property(
      fc.array(count, { minLength: 1, maxLength: 80 }),
      fc.integer({ min: 1, max: 14 }),
      (counts, lag) => {
        const days = foretold([seriesOf(counts.length, (day) => counts[day] ?? 0)], {
          lag,
          first: Math.max(lag, counts.length - 10),
          last: counts.length - 1 + lag,
        }).flat()
        for (const day of days) {
          if (!day) continue
          expect(Number.isFinite(day.count) && day.count >= 0).toBe(true)
          if (day.low !== null && day.high !== null)
            expect([day.low <= day.count + 1e-9, day.count <= day.high + 1e-9]).toEqual([true, true])
        }
      },
    ),
    { numRuns: 60, seed: 5 },
  )
})
