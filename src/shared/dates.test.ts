import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  dateAt,
  daysBetween,
  eachDate,
  firstOfMonth,
  isDate,
  isMonth,
  LocalDate,
  LocalMonth,
  lastOfMonth,
  minuteAt,
  minuteOf,
  minutesInDay,
  monthOf,
  TimeOfDay,
  timeOf,
  weekdayOf,
} from './dates.ts'

/** Dates of a hundred years around ours, made without the functions under test. */
const date = fc
  .date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))

describe('a date', () => {
  test.each(['2024-02-29', '2000-02-29', '2023-02-28', '2024-08-31', '2024-12-31', '0001-01-01'])(
    '%s exists',
    (text) => {
      expect({ isDate: isDate(text), valid: LocalDate.safeParse(text).success }).toEqual({
        isDate: true,
        valid: true,
      })
    },
  )

  test.each([
    '2023-02-29',
    '1900-02-29',
    '2100-02-29',
    '2024-02-30',
    '2024-04-31',
    '2024-13-01',
    '2024-00-10',
    '2024-01-00',
    '2024-1-1',
    '2024-08-31T00:00',
    '31-08-2024',
    '2024/08/31',
    '２０２４-08-31',
    '2024-08',
    '',
  ])('%j does not', (text) => {
    expect({ isDate: isDate(text), valid: LocalDate.safeParse(text).success }).toEqual({
      isDate: false,
      valid: false,
    })
  })

  test('exists exactly where the platform agrees', () => {
    const parts = fc.tuple(
      fc.integer({ min: 1900, max: 2100 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
    )
    fc.assert(
      fc.property(parts, ([year, month, day]) => {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
        const atMs = Date.UTC(year, month - 1, day)
        expect(isDate(text)).toBe(new Date(atMs).toISOString().slice(0, 10) === text)
      }),
    )
  })
})

test.each([
  ['2024-08', true],
  ['2024-12', true],
  ['2024-00', false],
  ['2024-13', false],
  ['2024-8', false],
  ['2024-08-01', false],
])('%s as a month: %s', (text, expected) => {
  expect([isMonth(text), LocalMonth.safeParse(text).success]).toEqual([expected, expected])
})

describe('reckoning with days', () => {
  test.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-02-29', 1, '2024-03-01'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2024-01-01', -1, '2023-12-31'],
    // The same weekday of the year before, which reports compare a day with.
    ['2024-08-31', -364, '2023-09-02'],
    ['2024-08-31', -7, '2024-08-24'],
  ])('%s and %i days make %s', (from, days, expected) => {
    expect(addDays(from, days)).toBe(expected)
  })

  test('there and back again is the same date', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -4000, max: 4000 }), (from, days) => {
        expect(addDays(addDays(from, days), -days)).toBe(from)
      }),
    )
  })

  test('days are counted with both ends', () => {
    expect([
      daysBetween('2024-08-31', '2024-08-31'),
      daysBetween('2024-02-01', '2024-03-01'),
      daysBetween('2024-01-01', '2024-12-31'),
      daysBetween('2023-01-01', '2023-12-31'),
    ]).toEqual([1, 30, 366, 365])
  })

  test('as many dates are listed as are counted, each the day after the one before', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 400 }), (from, days) => {
        const dates = [...eachDate(from, addDays(from, days))]
        expect(dates).toHaveLength(daysBetween(from, addDays(from, days)))
        expect(dates).toEqual(dates.map((_, index) => addDays(from, index)))
      }),
    )
  })

  test('a span that ends before it begins has no dates', () => {
    expect([...eachDate('2024-09-01', '2024-08-31')]).toEqual([])
  })

  test('364 days before is the same weekday', () => {
    fc.assert(
      fc.property(date, (day) => {
        expect(weekdayOf(addDays(day, -364))).toBe(weekdayOf(day))
      }),
    )
  })

  test('weeks begin on Monday', () => {
    expect([...eachDate('2024-08-26', '2024-09-01')].map(weekdayOf)).toEqual([1, 2, 3, 4, 5, 6, 7])
  })
})

describe('reckoning with months', () => {
  test.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-12-15', 1, '2025-01-15'],
  ])('%s and %i months make %s', (from, months, expected) => {
    expect(addMonths(from, months)).toBe(expected)
  })

  test.each([
    ['2024-02-10', '2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02-10', '2023-02', '2023-02-01', '2023-02-28'],
    ['2000-02', '2000-02', '2000-02-01', '2000-02-29'],
    ['2100-02', '2100-02', '2100-02-01', '2100-02-28'],
    ['2024-04-30', '2024-04', '2024-04-01', '2024-04-30'],
    ['2024-12-31', '2024-12', '2024-12-01', '2024-12-31'],
  ])('%s lies in %s, from %s to %s', (text, month, first, last) => {
    expect([monthOf(text), firstOfMonth(text), lastOfMonth(text)]).toEqual([month, first, last])
  })

  test('the day after the last of a month is the first of the next', () => {
    fc.assert(
      fc.property(date, (day) => {
        expect(addDays(lastOfMonth(day), 1)).toBe(addMonths(firstOfMonth(day), 1))
      }),
    )
  })
})

describe("the port's clock", () => {
  const at = (instant: string, zone: string): [string, string] => {
    const atMs = Date.parse(instant)
    return [dateAt(atMs, zone), timeOf(minuteAt(atMs, zone))]
  }

  test('turns to the next date at midnight in Shanghai, which is 16:00 UTC', () => {
    expect([
      at('2024-08-31T15:59:59.999Z', 'Asia/Shanghai'),
      at('2024-08-31T16:00:00.000Z', 'Asia/Shanghai'),
      at('2024-12-31T16:00:00.000Z', 'Asia/Shanghai'),
      at('2024-02-28T16:00:00.000Z', 'Asia/Shanghai'),
    ]).toEqual([
      ['2024-08-31', '23:59'],
      ['2024-09-01', '00:00'],
      ['2025-01-01', '00:00'],
      ['2024-02-29', '00:00'],
    ])
  })

  test('in Shanghai is eight hours ahead of UTC in every season', () => {
    const since1992 = fc.integer({ min: Date.UTC(1992, 0), max: Date.UTC(2090, 0) })
    fc.assert(
      fc.property(since1992, (atMs) => {
        const shifted = new Date(atMs + 8 * 3_600_000).toISOString()
        expect([dateAt(atMs, 'Asia/Shanghai'), timeOf(minuteAt(atMs, 'Asia/Shanghai'))]).toEqual([
          shifted.slice(0, 10),
          shifted.slice(11, 16),
        ])
      }),
    )
  })

  test("in Kazakhstan's east went from UTC+6 to UTC+5 on 1 March 2024", () => {
    expect([at('2024-02-29T12:00Z', 'Asia/Almaty'), at('2024-03-02T12:00Z', 'Asia/Almaty')]).toEqual([
      ['2024-02-29', '18:00'],
      ['2024-03-02', '17:00'],
    ])
  })
})

describe('a time of day', () => {
  test('comes back as it was, from 00:00 to 24:00', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: minutesInDay }), (minute) => {
        expect(TimeOfDay.safeParse(timeOf(minute)).success).toBe(true)
        expect(minuteOf(timeOf(minute))).toBe(minute)
      }),
    )
  })

  test.each([
    ['00:00', 0],
    ['10:30', 630],
    ['22:00', 1320],
    ['24:00', 1440],
  ])('%s is minute %i', (time, minute) => {
    expect([minuteOf(time), timeOf(minute)]).toEqual([minute, time])
  })

  test.each(['24:01', '25:00', '9:00', '10:60', '10:5', '10.30', '10:30:00', ''])('%j is none', (text) => {
    expect(TimeOfDay.safeParse(text).success).toBe(false)
  })
})
