import { expect, test } from 'vitest'
import { countries } from './countries.ts'
import { countryName } from './country-name.ts'

test('every country has the Kazakh name that Node has, for hosts that have none', () => {
  const namer = new Intl.DisplayNames(['kk'], { type: 'region' })
  expect(countries.map((code) => countryName(code, 'kk'))).toEqual(countries.map((code) => namer.of(code)))
  expect(['KZ', 'ZZ'].map((code) => countryName(code, 'kk'))).toEqual(['Қазақстан', 'ZZ'])
})
