import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exactText, mostGrams, parseExact } from './exact.ts'

const kilograms = (text: string, comma: 'decimal' | 'group' = 'group') => {
  const exact = parseExact(text, 3, mostGrams, comma)
  return 'value' in exact ? exact.value : exact.fault
}

describe('a typed number is read exactly', () => {
  test.each([
    ['0', 0],
    ['1', 1_000],
    ['0.1', 100],
    ['.5', 500],
    ['5.', 5_000],
    ['1.500', 1_500],
    ['1.50000', 1_500],
    ['1,234.5', 1_234_500],
    ['1,234,567', 1_234_567_000],
    ['1 234 567.5', 1_234_567_500],
    ['１２．５', 12_500],
    ['+12', 12_000],
    ['-0', 0],
    ['000012', 12_000],
    ['999999999.999', 999_999_999_999],
    ['1000000000', 'too-large'],
    ['9'.repeat(400), 'too-large'],
    ['0.0001', 'too-fine'],
    ['-1', 'negative'],
    ['−1', 'negative'],
    ['', 'not-a-number'],
    ['.', 'not-a-number'],
    ['1e5', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['NaN', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['0,015', 'not-a-number'],
    ['1,5', 'not-a-number'],
    ['12,34', 'not-a-number'],
    ['=1+1', 'not-a-number'],
    ['١٢', 'not-a-number'],
    ['l2', 'not-a-number'],
  ])('%s as kilograms where a comma groups', (text, grams) => {
    expect(kilograms(text)).toBe(grams)
  })

  test.each([
    ['1,5', 1_500],
    ['1234,567', 1_234_567],
    ['1 234,5', 1_234_500],
    ['1.234.567,5', 1_234_567_500],
    ['1.5', 1_500],
    ['0.015', 15],
    ['1,2,3', 'not-a-number'],
    ['1.23.4', 'not-a-number'],
  ])('%s as kilograms where a comma is the decimal one', (text, grams) => {
    expect(kilograms(text, 'decimal')).toBe(grams)
  })
})

test('every amount is written as it is read, and sums never show a trace of binary fractions', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: mostGrams }), fc.integer({ min: 0, max: 6 }), (value, digits) => {
      expect(parseExact(exactText(value, digits), digits, mostGrams, 'group')).toEqual({ value })
      expect(parseExact(exactText(value, digits).replace('.', ','), digits, mostGrams, 'decimal')).toEqual({
        value,
      })
    }),
  )
  const sum = Number(kilograms('0.1')) + Number(kilograms('0.2'))
  expect([exactText(sum, 3), exactText(30, 2, 2), exactText(5, 0, 2), exactText(-1_050, 3)]).toEqual([
    '0.3',
    '0.30',
    '5',
    '-1.05',
  ])
})
