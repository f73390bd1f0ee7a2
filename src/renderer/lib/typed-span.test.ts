import { expect, test } from 'vitest'
import { parseTypedSpan } from './typed-span.ts'

const spans = (texts: string[]) => texts.map((text) => parseTypedSpan(text, '2024-03-15'))

test('a month and a year are read as all of their dates, however they are written', () => {
  const august = { from: '2024-08-01', to: '2024-08-31' }
  expect(spans(['2024-08', '2024/8', '2024.08', '2024年8月', '08.2024', '8/2024', '２０２４－０８'])).toEqual(
    Array.from({ length: 7 }, () => august),
  )
  expect(spans(['2024', '2024年', '2024-02', '1900-02', '2000-2'])).toEqual([
    { from: '2024-01-01', to: '2024-12-31' },
    { from: '2024-01-01', to: '2024-12-31' },
    { from: '2024-02-01', to: '2024-02-29' },
    { from: '1900-02-01', to: '1900-02-28' },
    { from: '2000-02-01', to: '2000-02-29' },
  ])
})

test('a date is itself, and without a year it is in that of the port’s today', () => {
  expect(spans(['2023-08-31', '8-31', '31.8'])).toEqual([
    { from: '2023-08-31', to: '2023-08-31' },
    { from: '2024-08-31', to: '2024-08-31' },
    { from: '2024-08-31', to: '2024-08-31' },
  ])
})

test('what is none of them is not guessed', () => {
  expect(spans(['', '2024-13', '0.2024', 'August', '20', '2024-02-30', '24-08'])).toEqual(
    Array.from({ length: 7 }, () => null),
  )
})
