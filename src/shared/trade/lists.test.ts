import { expect, test } from 'vitest'
import { countries, isCountry } from './countries.ts'
import { currencies, isCurrency, minorDigits } from './currencies.ts'

test('every country is one that has a name, each once, and the neighbours are among them', () => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  expect(countries.filter((code) => names.of(code) === undefined)).toEqual([])
  expect([countries.length, new Set(countries).size]).toEqual([250, 250])
  expect(['CN', 'KZ', 'RU', 'MN', 'KG', 'UZ', 'ZZ', 'EU', 'cn'].map(isCountry)).toEqual([
    ...[true, true, true, true, true, true],
    ...[false, false, false],
  ])
})

test('every currency is one that has a name, with the decimals of its minor unit', () => {
  const names = new Intl.DisplayNames('en', { type: 'currency', fallback: 'none' })
  expect(currencies.filter((code) => names.of(code) === undefined && code !== 'ZWG')).toEqual([])
  expect(new Set(currencies).size).toBe(currencies.length)
  expect(['CNY', 'USD', 'KZT', 'RUB', 'EUR', 'DEM', 'XXX'].map(isCurrency)).toEqual([
    ...[true, true, true, true, true],
    ...[false, false],
  ])
  expect([minorDigits('CNY'), minorDigits('JPY'), minorDigits('KWD'), minorDigits('IRR')]).toEqual([
    2, 0, 3, 2,
  ])
})
