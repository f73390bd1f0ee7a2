import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatPeriod,
  type Part,
  type Period,
  PeriodText,
  parsePeriod,
  reservedShiftCodes,
} from './periods.ts'
import { Code } from './words.ts'

const shiftCode = fc
  .stringMatching(/^[a-z0-9][a-z0-9-]{0,39}$/)
  .filter((code) => !reservedShiftCodes.includes(code))
const part = fc.constantFrom<Part>(0, 1, 2)
const period: fc.Arbitrary<Period> = fc.oneof(
  fc.constantFrom<Period>({ level: 'month' }, { level: 'day' }),
  fc.record({ level: fc.constant('shift' as const), shift: shiftCode, part }),
  fc.record({
    level: fc.constant('hour' as const),
    shift: shiftCode,
    part,
    hour: fc.integer({ min: 0, max: 23 }),
  }),
)

describe('a period as text', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(period, (each) => {
        expect(parsePeriod(formatPeriod(each))).toEqual(each)
      }),
    )
  })

  test('has one spelling: whatever can be read is written the same again', () => {
    const almost = fc.stringMatching(/^(day|month|night|n-1)?(\/[0-3])?(@\d{1,2})?$/)
    fc.assert(
      fc.property(fc.oneof(almost, fc.string()), (text) => {
        const read = parsePeriod(text)
        if (read !== null) expect(formatPeriod(read)).toBe(text)
      }),
    )
  })

  test('takes every code of a shift', () => {
    fc.assert(
      fc.property(shiftCode, (code) => {
        expect(Code.safeParse(code).success).toBe(true)
        expect(parsePeriod(code)).toEqual({ level: 'shift', shift: code, part: 0 })
      }),
    )
  })
})

const readings: [string, Period][] = [
  ['month', { level: 'month' }],
  ['day', { level: 'day' }],
  ['morning', { level: 'shift', shift: 'morning', part: 0 }],
  ['night/1', { level: 'shift', shift: 'night', part: 1 }],
  ['night/2', { level: 'shift', shift: 'night', part: 2 }],
  ['morning@10', { level: 'hour', shift: 'morning', part: 0, hour: 10 }],
  ['night/1@22', { level: 'hour', shift: 'night', part: 1, hour: 22 }],
  ['night/2@0', { level: 'hour', shift: 'night', part: 2, hour: 0 }],
  ['day-shift@8', { level: 'hour', shift: 'day-shift', part: 0, hour: 8 }],
]
test.each(readings)('%s is read', (text, expected) => {
  expect(parsePeriod(text)).toEqual(expected)
})

test.each([
  '',
  'Morning',
  '上午班',
  '-night',
  'night/0',
  'night/3',
  'night@24',
  'night@09',
  'night@22/1',
  'night@',
  'day/1',
  'day@10',
  'month@10',
  ' morning',
  'morning\n',
  'a'.repeat(41),
])('%j is no period', (text) => {
  expect({ read: parsePeriod(text), valid: PeriodText.safeParse(text).success }).toEqual({
    read: null,
    valid: false,
  })
})
