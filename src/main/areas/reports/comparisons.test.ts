import { describe, expect, test } from 'vitest'
import type { CrossingsReportInput } from '../../../shared/contract/reports.ts'
import { type TestBook, testBook } from '../../testing/test-book.ts'

/** Passengers of the hall, entries, on the one line that is reported; the other lines say none. */
async function passengers(book: TestBook, figures: Record<string, number>, period = 'day'): Promise<void> {
  await book.done('recordCounts', {
    checkpoint: 'hall',
    counts: Object.entries(figures).map(([date, value]) => ({
      line: 'domestic',
      direction: 'entry',
      date,
      period: date.length === 7 ? 'month' : period,
      value,
    })),
  })
}

/** Each comparison as `base from–to value → current: change`. */
async function compared(book: TestBook, input: CrossingsReportInput): Promise<string[]> {
  const report = await book.done('readCrossingsReport', { checkpoint: 'hall', ...input })
  return report.comparisons.map(({ base, from, to, value, current, change }) => {
    const percent = change === null ? 'n/a' : `${(change * 100).toFixed(1)} %`
    return `${base} ${from}–${to} ${value} → ${current.value}: ${percent}`
  })
}

describe('a report is compared', () => {
  test('as a month with the one before, the same of last year, and the year so far', async () => {
    const book = testBook()
    await passengers(book, { '2023-08': 170, '2024-07': 400, '2024-08': 500, '2023-01': 30, '2024-01': 100 })
    expect(await compared(book, { kind: 'month', date: '2024-08-31' })).toEqual([
      'previous 2024-07-01–2024-07-31 400 → 500: 25.0 %',
      'lastYear 2023-08-01–2023-08-31 170 → 500: 194.1 %',
      'yearToDate 2023-01-01–2023-08-31 200 → 1000: 400.0 %',
    ])
  })

  test('as a day also with the same weekday last week, and last year 364 days before', async () => {
    const book = testBook()
    await passengers(book, { '2024-08-31': 500, '2024-08-30': 250, '2024-08-24': 400, '2023-09-02': 170 })
    expect(await compared(book, { kind: 'day', date: '2024-08-31' })).toEqual([
      'previous 2024-08-30–2024-08-30 250 → 500: 100.0 %',
      'sameWeekdayLastWeek 2024-08-24–2024-08-24 400 → 500: 25.0 %',
      'lastYear 2023-09-02–2023-09-02 170 → 500: 194.1 %',
      'yearToDate 2023-01-01–2023-08-31 null → 1150: n/a',
    ])
  })

  test('as a shift with the shift before, the same shift last week and 364 days before', async () => {
    const book = testBook()
    await passengers(book, { '2024-08-31': 500, '2024-08-24': 400, '2023-09-02': 170 }, 'morning')
    await passengers(book, { '2024-08-30': 20, '2024-08-31': 999 }, 'night/1')
    await passengers(book, { '2024-08-30': 999, '2024-08-31': 30 }, 'night/2')
    expect(await compared(book, { kind: 'shift', date: '2024-08-31', shift: 'morning' })).toEqual([
      'previous 2024-08-30–2024-08-30 50 → 500: 900.0 %',
      'sameWeekdayLastWeek 2024-08-24–2024-08-24 400 → 500: 25.0 %',
      'lastYear 2023-09-02–2023-09-02 170 → 500: 194.1 %',
      'yearToDate 2023-01-01–2023-08-31 null → 2948: n/a',
    ])
  })

  test('without a change where the base is zero, or nothing is known of it', async () => {
    const book = testBook()
    await passengers(book, { '2024-08-31': 500, '2024-08-30': 0 })
    expect((await compared(book, { kind: 'day', date: '2024-08-31' })).slice(0, 2)).toEqual([
      'previous 2024-08-30–2024-08-30 0 → 500: n/a',
      'sameWeekdayLastWeek 2024-08-24–2024-08-24 null → 500: n/a',
    ])
  })

  test('without a change where its own figure is not known', async () => {
    const book = testBook()
    await passengers(book, { '2024-08-30': 250 })
    expect((await compared(book, { kind: 'day', date: '2024-08-31' }))[0]).toBe(
      'previous 2024-08-30–2024-08-30 250 → null: n/a',
    )
  })

  test('by passengers of both directions, crew and of-which lines apart', async () => {
    const book = testBook()
    const counts = ['domestic', 'foreign', 'crew', 'diplomats'].flatMap((line) =>
      (['entry', 'exit'] as const).flatMap((direction) =>
        ['2024-08-30', '2024-08-31'].map((date) => ({ line, direction, date, period: 'day', value: 10 })),
      ),
    )
    await book.done('recordCounts', { checkpoint: 'hall', counts })
    expect((await compared(book, { kind: 'day', date: '2024-08-31' }))[0]).toBe(
      'previous 2024-08-30–2024-08-30 40 → 40: 0.0 %',
    )
  })

  test('with a base that says when more belongs to it than is known', async () => {
    const book = testBook()
    await passengers(book, { '2024-08-30': 250 }, 'morning')
    const { comparisons } = await book.done('readCrossingsReport', { kind: 'day', date: '2024-08-31' })
    expect(comparisons.map(({ base, incomplete }) => [base, incomplete])).toEqual([
      ['previous', true],
      ['sameWeekdayLastWeek', false],
      ['lastYear', false],
      ['yearToDate', false],
    ])
  })
})

test.each([
  ['170 to 500', 170, 500, 1.9412],
  ['210,700 t at +86 % from 113,280 t', 113_280, 210_700, 0.86],
  ['a fall to nothing', 170, 0, -1],
])('from %s the change is right to the tenth of a per cent', async (_, before, now, change) => {
  const book = testBook()
  await passengers(book, { '2023-08': before, '2024-08': now })
  const { comparisons } = await book.done('readCrossingsReport', { kind: 'month', date: '2024-08-01' })
  expect(comparisons.find(({ base }) => base === 'lastYear')?.change).toBeCloseTo(change, 4)
})
