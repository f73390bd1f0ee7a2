import { describe, expect, test } from 'vitest'
import type { CountToRecord } from '../../../shared/contract/crossings.ts'
import type { CrossingsReportInput, ReportLine } from '../../../shared/contract/reports.ts'
import { addDays } from '../../../shared/dates.ts'
import { AppError } from '../../../shared/errors.ts'
import { signShift } from '../../testing/sign-shift.ts'
import { type TestBook, testBook } from '../../testing/test-book.ts'

type Figure = Pick<ReportLine, 'count' | 'state' | 'incomplete' | 'flags'>

const date = '2025-02-03'
const whole: Figure = { count: 0, state: 'number', incomplete: false, flags: [] }
const missing: Figure = { count: null, state: 'not-reported', incomplete: false, flags: [] }

/** Records figures of line `domestic`, entries in the hall, by period. */
async function record(book: TestBook, on: string, periods: Record<string, CountToRecord['value']>) {
  await book.done('recordCounts', {
    checkpoint: 'hall',
    counts: Object.entries(periods).map(([period, value]) => ({
      line: 'domestic',
      direction: 'entry',
      date: on,
      period,
      value,
    })),
  })
}

/** What a report says of the same line and direction. */
async function reported(book: TestBook, input: CrossingsReportInput): Promise<Figure | undefined> {
  const report = await book.done('readCrossingsReport', { checkpoint: 'hall', ...input })
  const line = report.lines.find(({ code, direction }) => code === 'domestic' && direction === 'entry')
  return line && { count: line.count, state: line.state, incomplete: line.incomplete, flags: line.flags }
}

const dayReport: CrossingsReportInput = { kind: 'day', date }
const others = { afternoon: 0, 'night/1': 0, 'night/2': 0 }

describe('of hours, shifts and a day', () => {
  test('a shift of 120 whose hours say 50 and 60 counts 120, flagged with the hours', async () => {
    const book = testBook()
    await record(book, date, { ...others, morning: 120, 'morning@10': 50, 'morning@11': 60 })
    expect(await reported(book, dayReport)).toEqual({
      ...whole,
      count: 120,
      flags: [{ kind: 'hours-differ', at: date, value: 110 }],
    })
  })

  test('a shift whose hours agree with it is not flagged', async () => {
    const book = testBook()
    await record(book, date, { ...others, morning: 120, 'morning@10': 50, 'morning@11': 70 })
    expect(await reported(book, dayReport)).toEqual({ ...whole, count: 120 })
  })

  test('hours of 50 and 60 without a figure of their shift count 110, partial', async () => {
    const book = testBook()
    await record(book, date, { ...others, 'morning@10': 50, 'morning@11': 60 })
    expect(await reported(book, dayReport)).toEqual({
      ...whole,
      count: 110,
      incomplete: true,
      flags: [{ kind: 'partial', at: date, value: null }],
    })
  })

  test('shifts of 120 and 80 win over a day row of 205, flagged with it', async () => {
    const book = testBook()
    await record(book, date, { ...others, morning: 120, afternoon: 80, day: 205 })
    expect(await reported(book, dayReport)).toEqual({
      ...whole,
      count: 200,
      flags: [{ kind: 'day-differs', at: date, value: 205 }],
    })
  })

  test('a day row stands where a shift of the day is not reported', async () => {
    const book = testBook()
    await record(book, date, { morning: 120, afternoon: 80, day: 205 })
    expect(await reported(book, dayReport)).toEqual({ ...whole, count: 205 })
  })

  test('shifts without a day row count what is known, partial while one is missing', async () => {
    const book = testBook()
    await record(book, date, { morning: 120, 'night/2': 7 })
    expect(await reported(book, dayReport)).toEqual({
      ...whole,
      count: 127,
      incomplete: true,
      flags: [{ kind: 'partial', at: date, value: null }],
    })
  })

  test('a day row over a signed shift is refused, and so is the shift itself', async () => {
    const book = testBook()
    await record(book, date, { morning: 120 })
    signShift(book, 'hall', date, 'morning')
    const refused = { code: 'shift-signed', details: { checkpoint: 'hall', date, shift: 'morning' } }
    for (const period of ['day', 'morning', 'morning@10']) {
      const failure = record(book, date, { [period]: 205 })
      await expect(failure).rejects.toThrow(new AppError('shift-signed', refused.details))
    }
    await record(book, date, { afternoon: 80 })
  })

  test('a day row over the part after midnight of a night that was signed is refused', async () => {
    const book = testBook()
    await record(book, addDays(date, -1), { 'night/1': 5 })
    signShift(book, 'hall', addDays(date, -1), 'night')
    await expect(record(book, date, { day: 205 })).rejects.toThrow(
      new AppError('shift-signed', { checkpoint: 'hall', date: addDays(date, -1), shift: 'night' }),
    )
  })
})

describe('of a month', () => {
  /** Shifts of the first ten days, 320 each. */
  async function tenDays(book: TestBook): Promise<void> {
    for (let day = 0; day < 10; day += 1) {
      await record(book, addDays('2025-03-01', day), {
        morning: 200,
        afternoon: 100,
        'night/1': 20,
        'night/2': 0,
      })
    }
  }
  const march = (to: string): CrossingsReportInput => ({ kind: 'range', date: '2025-03-01', to })

  test('a month row of 9,000 stands over shifts on 10 of 31 days, which are 3,200 by themselves', async () => {
    const book = testBook()
    await tenDays(book)
    await record(book, '2025-03', { month: 9_000 })
    expect({
      month: await reported(book, { kind: 'month', date: '2025-03-15' }),
      wholeRange: await reported(book, march('2025-03-31')),
      firstTen: await reported(book, march('2025-03-10')),
      firstTwenty: await reported(book, march('2025-03-20')),
      eleventh: await reported(book, { kind: 'day', date: '2025-03-11' }),
    }).toEqual({
      month: { ...whole, count: 9_000 },
      wholeRange: { ...whole, count: 9_000 },
      firstTen: { ...whole, count: 3_200 },
      firstTwenty: {
        ...whole,
        count: 3_200,
        incomplete: true,
        flags: [{ kind: 'incomplete', at: '2025-03', value: 9_000 }],
      },
      eleventh: { ...missing, flags: [{ kind: 'incomplete', at: '2025-03', value: 9_000 }] },
    })
  })

  test('a month row of 9,000 is flagged where every day is known and they are 9,050', async () => {
    const book = testBook()
    for (let day = 0; day < 31; day += 1)
      await record(book, addDays('2025-03-01', day), { day: day === 0 ? 350 : 290 })
    await record(book, '2025-03', { month: 9_000 })
    expect(await reported(book, { kind: 'month', date: '2025-03-15' })).toEqual({
      ...whole,
      count: 9_050,
      flags: [{ kind: 'month-differs', at: '2025-03', value: 9_000 }],
    })
  })

  test('a month without a month row is incomplete while a day is missing', async () => {
    const book = testBook()
    await tenDays(book)
    expect(await reported(book, { kind: 'month', date: '2025-03-15' })).toEqual({
      ...whole,
      count: 3_200,
      incomplete: true,
      flags: [{ kind: 'incomplete', at: '2025-03', value: null }],
    })
  })

  test('a quarter adds a month known by its row to one known by its days', async () => {
    const book = testBook()
    await record(book, '2025-01', { month: 9_000 })
    for (let day = 0; day < 28; day += 1) await record(book, addDays('2025-02-01', day), { day: 10 })
    await record(book, '2025-03', { month: 500 })
    expect(await reported(book, { kind: 'quarter', date: '2025-02-15' })).toEqual({ ...whole, count: 9_780 })
  })

  test('a month marked closed does not hide the days that were counted', async () => {
    const book = testBook()
    await tenDays(book)
    await record(book, '2025-03', { month: 'closed' })
    expect(await reported(book, { kind: 'month', date: '2025-03-15' })).toEqual({
      ...whole,
      count: 3_200,
      incomplete: true,
      flags: [{ kind: 'incomplete', at: '2025-03', value: null }],
    })
  })
})

describe('what is no number', () => {
  test('zero, closed, not applicable and not reported are four different things', async () => {
    const book = testBook()
    await record(book, '2025-02-01', { day: 0 })
    await record(book, '2025-02-02', { day: 'closed' })
    await record(book, '2025-02-03', { day: 'not-applicable' })
    const days = ['2025-02-01', '2025-02-02', '2025-02-03', '2025-02-04']
    const figures = await Promise.all(days.map((day) => reported(book, { kind: 'day', date: day })))
    expect(figures).toEqual([
      whole,
      { ...missing, state: 'closed' },
      { ...missing, state: 'not-applicable' },
      missing,
    ])
  })

  test('a shift marked closed is known: the day is the rest of its shifts', async () => {
    const book = testBook()
    await record(book, date, { ...others, morning: 120, afternoon: 'closed' })
    expect(await reported(book, dayReport)).toEqual({ ...whole, count: 120 })
  })

  test('a day that the calendar closes is closed without a row, and its month complete without it', async () => {
    const book = testBook()
    for (let day = 1; day < 31; day += 1) await record(book, addDays('2025-05-01', day), { day: 10 })
    expect({
      day: await reported(book, { kind: 'day', date: '2025-05-01' }),
      month: await reported(book, { kind: 'month', date: '2025-05-15' }),
    }).toEqual({ day: { ...missing, state: 'closed' }, month: { ...whole, count: 300 } })
  })
})
