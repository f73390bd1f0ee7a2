import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { measureForecast, reopeningsOf } from '../bench/measure/forecast.ts'
import { readHolidays } from '../bench/measure/holidays.ts'
import { hongKongFile } from '../bench/ten-year-book.ts'
import { addDays, weekdayOf } from '../src/shared/dates.ts'

interface Measured {
  wape: Record<'1' | '7', number>
  naive: Record<'1' | '7', number>
  coverage80: number
  days: number
}

const measure = async (file: string, from: string, to: string) =>
  (await measureForecast({ file, from, to })).data as Measured

const heading =
  'Date,Control Point,Arrival / Departure,Hong Kong Residents,Mainland Visitors,Other Visitors,Total,'

/** A file such as the Immigration Department's: byte-order mark, CRLF, an empty eighth field. */
function fileOf(rows: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'portbook-measure-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'days.csv')
  writeFileSync(file, `\uFEFF${[heading, ...rows].join('\r\n')}\r\n`)
  return file
}

const rowOf = (date: string, place: string, total: number | string): string =>
  `${date.split('-').toReversed().join('-')},${place},Arrival,${total},0,0,${total},`

/** 120 days of Lo Wu from 2024-01-01, twice as many at weekends. */
const weekly = (place = 'Lo Wu'): string[] =>
  Array.from({ length: 120 }, (_, day) => {
    const date = addDays('2024-01-01', day)
    return rowOf(date, place, weekdayOf(date) > 5 ? 2000 : 1000)
  })

const there = existsSync(hongKongFile)
describe.skipIf(!there)(there ? 'Hong Kong 2023' : 'Hong Kong 2023: skipped, the file is not here', () => {
  test('is forecast better than last week by the goals, and its intervals hold four days of five', async () => {
    const { wape, naive, coverage80, days } = await measure(hongKongFile, '2023-04-01', '2023-12-31')
    expect({
      days,
      naive: naive[1],
      dayAhead: 1 - wape[1] / naive[1] >= 0.2,
      weekAhead: 1 - wape[7] / naive[7] >= 0.15,
      coverage: coverage80 >= 0.75 && coverage80 <= 0.85,
    }).toEqual({ days: 5416, naive: 0.1656, dayAhead: true, weekAhead: true, coverage: true })
  }, 60_000)

  test('is no worse than last week in its calmest months', async () => {
    const { wape, naive } = await measure(hongKongFile, '2023-07-15', '2023-08-31')
    expect([wape[1] < naive[1], wape[7] < naive[7] * 1.05]).toEqual([true, true])
  }, 60_000)
})

describe('a measurement', () => {
  test('reads the land control points of a file and no others', async () => {
    const file = fileOf([...weekly(), ...weekly('Airport')])
    const { days, wape } = await measure(file, '2024-03-04', '2024-03-31')
    expect([days, wape[1] < 0.01, wape[7] < 0.01]).toEqual([28, true, true])
  })

  test('leaves out a day that the file does not have, and one a week after it', async () => {
    const file = fileOf(weekly().filter((row) => !row.startsWith('10-03-2024')))
    expect((await measure(file, '2024-03-04', '2024-03-31')).days).toBe(26)
  })

  test('refuses a span that the file does not have, naming the one it has', async () => {
    const asked = measureForecast({ file: fileOf(weekly()), from: '2024-04-01', to: '2024-12-31' })
    await expect(asked).rejects.toThrow('the file has the days from 2024-01-01 to 2024-04-29')
  })

  test('refuses two totals for one day', async () => {
    const file = fileOf([...weekly(), rowOf('2024-02-01', 'Lo Wu', 7)])
    await expect(measure(file, '2024-03-04', '2024-03-31')).rejects.toThrow(
      'row 122: Lo Wu, entry, 2024-02-01 stands twice',
    )
  })

  test('refuses a total that is no number, naming its row', async () => {
    const file = fileOf([...weekly(), rowOf('2024-04-30', 'Lo Wu', 'many')])
    await expect(measure(file, '2024-03-04', '2024-03-31')).rejects.toMatchObject({
      code: 'count-not-whole',
      details: { row: 122 },
    })
  })
})

test('a reopening begins with the first passenger after seven days without, and lasts 28 days', () => {
  const counts = Float64Array.from([
    5,
    ...new Array<number>(6).fill(0),
    5,
    ...new Array<number>(7).fill(0),
    5,
    0,
    ...new Array<number>(40).fill(5),
  ])
  const days = reopeningsOf(counts)
  expect([days.indexOf(true), days.lastIndexOf(true), days.filter(Boolean).length]).toEqual([15, 42, 28])
})

test('the holidays of 2021 to 2026 are there, and weekend days worked for them are weekend days', () => {
  const [hongKong, mainland] = readHolidays()
  expect({
    hongKong: hongKong?.holidays.length,
    mainland: mainland?.holidays.length,
    sundays: hongKong?.holidays.filter(({ from }) => weekdayOf(from) === 7),
    workedWeekdays: mainland?.workdays.filter((date) => weekdayOf(date) < 6),
    workedHolidays: mainland?.workdays.filter((date) =>
      mainland.holidays.some(({ from, to }) => from <= date && date <= to),
    ),
  }).toEqual({ hongKong: 102, mainland: 40, sundays: [], workedWeekdays: [], workedHolidays: [] })
})
