import { expect, test } from 'vitest'
import { parsePrefixes, prefixesText } from './typed-prefixes.ts'

const prefixes = [
  { prefix: '03', from: null, to: null },
  { prefix: '842481', from: null, to: '2016-12-31' },
  { prefix: '870380', from: '2022-01-01', to: null },
  { prefix: '87019', from: '2017-01-01', to: '2021-12-31' },
]

test('prefixes are read as they are written', () => {
  const text = prefixesText(prefixes)
  expect(text).toBe('03, 842481 –2016-12-31, 870380 2022-01-01–, 87019 2017-01-01–2021-12-31')
  expect(parsePrefixes(text, '2024-08-31')).toEqual({ prefixes })
})

test('Chinese commas, full-width digits and dots within codes are understood', () => {
  expect(parsePrefixes('０３，16.04、1605', '2024-08-31')).toEqual({
    prefixes: ['03', '1604', '1605'].map((prefix) => ({ prefix, from: null, to: null })),
  })
})

test('a part that is no prefix is told', () => {
  const parts = ['3', 'fish', '03 2024-02-30–', '12345678901', '03 2024-01-01', '=1+1']
  expect(parts.map((part) => parsePrefixes(`03, ${part}`, '2024-08-31'))).toEqual(
    parts.map((wrong) => ({ wrong })),
  )
})
