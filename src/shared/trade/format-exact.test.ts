import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatNumber } from '../format.ts'
import { languages } from '../words.ts'
import { mostGrams, parseExact } from './exact.ts'
import { commaIn, formatExact } from './format-exact.ts'

test('a weight is written as numbers are in each language, to the gram, and read back', () => {
  expect(languages.map((language) => formatExact(1_234_567_890, 3, language))).toEqual([
    '1,234,567.89',
    '1,234,567.89',
    '1\u00a0234\u00a0567,89',
    '1\u00a0234\u00a0567,89',
  ])
  expect([formatExact(30, 2, 'en', 2), formatExact(500, 2, 'ru', 2), formatExact(7, 0, 'en', 2)]).toEqual([
    '0.30',
    '5,00',
    '7',
  ])
  fc.assert(
    fc.property(fc.integer({ min: 0, max: mostGrams }), fc.constantFrom(...languages), (grams, language) => {
      const text = formatExact(grams, 3, language)
      expect(parseExact(text, 3, mostGrams, commaIn(language))).toEqual({ value: grams })
      if (grams < 1_000_000_000) expect(text).toBe(formatNumber(grams / 1_000, language, 3))
    }),
  )
})
