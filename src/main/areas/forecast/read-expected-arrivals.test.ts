import { describe, expect, test } from 'vitest'
import type { ExpectedArrivals } from '../../../shared/contract/forecast.ts'
import type { InputOf } from '../../../shared/contract/index.ts'
import { addDays, eachDate, weekdayOf } from '../../../shared/dates.ts'
import { fillHall, firstFilled as first, hallByWeekday as weekdays } from '../../testing/fill-hall.ts'
import { makeTestBook, type TestBook, testBook } from '../../testing/test-book.ts'

const from = '2025-04-28'

const read = (book: TestBook, input: Partial<InputOf<'readExpectedArrivals'>> = {}) =>
  book.done('readExpectedArrivals', { checkpoint: 'hall', from, ...input })

const tens = (value: number | null): number | null => value && Math.round(value / 10) * 10
/** Whether a number lies within a twentieth of what the weekday always has. */
const near = (date: string, count: number | null): boolean => {
  const usual = (weekdays[weekdayOf(date) - 1] ?? 0) * 1.1
  return Math.abs((count ?? 0) - usual) < usual / 20
}
const entries = ({ directions }: ExpectedArrivals) =>
  directions.find(({ direction }) => direction === 'entry')

describe('expected arrivals', () => {
  test('follow the weekdays, and are nobody on a day that the calendar closes', async () => {
    const book = testBook()
    await fillHall(book, addDays(from, -1))
    const expected = await read(book)
    expect({
      unit: expected.unit,
      history: expected.history,
      notEnough: expected.notEnough,
      holidays: expected.holidays.map(({ country, from, to }) => [country, from, to]),
      days: entries(expected)?.days.map(({ date, state, count }) => [
        date.slice(5),
        state,
        near(date, count),
      ]),
    }).toEqual({
      unit: 'persons',
      history: { from: '2025-01-07', to: '2025-04-27', days: 111 },
      notEnough: null,
      holidays: [['CN', '2025-05-01', '2025-05-05']],
      days: [
        ...['04-28', '04-29', '04-30'].map((date) => [date, 'expected', true]),
        ['05-01', 'closed', false],
        ...['05-02', '05-03', '05-04', '05-05', '05-06'].map((date) => [date, 'expected', true]),
        ...['05-07', '05-08', '05-09', '05-10', '05-11'].map((date) => [date, 'expected', true]),
      ],
    })
  })

  test('say how wrong such forecasts were over the last 90 days', async () => {
    const book = testBook()
    await fillHall(book, addDays(from, -1))
    const record = entries(await read(book))?.record
    expect([record?.dayAhead.days, record?.weekAhead.days]).toEqual([90, 90])
    expect([
      (record?.dayAhead.error ?? 1) < 0.01,
      record?.dayAhead.naive,
      (record?.dayAhead.held ?? 0) > 0.7,
    ]).toEqual([true, 0, true])
  })

  test('of the shift are its own, spread over its quarter hours as its hours were', async () => {
    const book = testBook()
    await fillHall(book, addDays(from, -1), true)
    const { shift } = await read(book, { shift: 'morning' })
    const entry = shift?.directions.find(({ direction }) => direction === 'entry')
    const quarters = entry?.quarters ?? []
    const hours = Array.from({ length: 5 }, (_, hour) =>
      Math.round(quarters.slice(hour * 4, hour * 4 + 4).reduce((sum, value) => sum + value, 0)),
    )
    expect({
      shift: [shift?.shift, shift?.starts, shift?.ends],
      entry: { ...entry, low: null, high: null, quarters: quarters.length },
      hours,
    }).toEqual({
      shift: ['morning', '10:00', '15:00'],
      entry: {
        direction: 'entry',
        count: 132,
        busesAdd: null,
        low: null,
        high: null,
        basis: 'shift',
        quarters: 20,
        profile: 'hours',
      },
      hours: [66, 22, 22, 11, 11],
    })
  })

  test('come from the days before only: what the book says of that day and later changes nothing', async () => {
    const book = testBook()
    await fillHall(book, addDays(from, -1))
    const before = await read(book)
    await fillHall(book, addDays(from, 2), true, from)
    expect(await read(book)).toEqual(before)
  })

  test('take a day on which a shift is missing for unknown, and go on from the last whole one', async () => {
    const book = testBook()
    await fillHall(book, addDays(from, -3))
    await book.done('recordCounts', {
      checkpoint: 'hall',
      counts: [
        { line: 'domestic', direction: 'entry', date: addDays(from, -1), period: 'morning', value: 9_000 },
      ],
    })
    const expected = await read(book)
    expect([expected.history?.to, tens(entries(expected)?.days[0]?.count ?? null)]).toEqual([
      addDays(from, -3),
      220,
    ])
  })

  test('are given of a checkpoint that counts vehicles by day, without a shift', async () => {
    const book = testBook()
    const counts = [...eachDate(first, addDays(from, -1))].map((date) => ({
      line: 'trucks',
      direction: 'entry' as const,
      date,
      period: 'day',
      value: weekdayOf(date) === 7 ? 4 : 9,
    }))
    await book.done('recordCounts', { checkpoint: 'yard', counts })
    const expected = await read(book, { checkpoint: 'yard' })
    const days = entries(expected)?.days.map(({ count }) => count)
    expect([expected.unit, expected.shift, days?.slice(0, 7)]).toEqual([
      'vehicles',
      null,
      [9, 9, 9, 9, 9, 9, 4],
    ])
    expect(expected.directions.find(({ direction }) => direction === 'exit')?.days[0]?.state).toBe('unknown')
  })
})

describe('expected arrivals are not told', () => {
  test('before four weeks are known', async () => {
    const book = testBook()
    await fillHall(book, addDays(first, 20))
    expect(await read(book, { from: addDays(first, 21) })).toEqual({
      unit: 'persons',
      history: { from: '2025-01-07', to: addDays(first, 20), days: 20 },
      notEnough: { reason: 'too-few-days', days: 20, needed: 28 },
      holidays: [],
      events: [],
      directions: [],
      shift: null,
    })
  })

  test('of an empty book', async () => {
    const { history, notEnough } = await read(testBook())
    expect({ history, notEnough }).toEqual({
      history: null,
      notEnough: { reason: 'too-few-days', days: 0, needed: 28 },
    })
  })

  test('of a day months after the last count', async () => {
    const book = testBook()
    await fillHall(book, '2025-02-28')
    const { history, notEnough } = await read(book, { from: '2025-06-02' })
    expect({ to: history?.to, reason: notEnough?.reason }).toEqual({
      to: '2025-02-28',
      reason: 'too-far-ahead',
    })
  })

  test('of a checkpoint or shift that the port does not have', async () => {
    const book = makeTestBook()
    try {
      const answers = await Promise.all([
        book.call('readExpectedArrivals', { checkpoint: 'nowhere', from }),
        book.call('readExpectedArrivals', { checkpoint: 'hall', from, shift: 'noon' }),
      ])
      expect(answers.map((answer) => (answer.ok ? null : answer.error.code))).toEqual([
        'unknown-checkpoint',
        'unknown-shift',
      ])
    } finally {
      book.remove()
    }
  })
})
