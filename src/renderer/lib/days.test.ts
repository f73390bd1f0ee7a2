import { expect, test } from 'vitest'
import { addDays, parseTypedDate } from './days.ts'

test('days are added over months, years and leap days', () => {
  expect([addDays('2024-02-28', 1), addDays('2024-03-01', -1), addDays('2023-12-31', 1)]).toEqual([
    '2024-02-29',
    '2024-02-29',
    '2024-01-01',
  ])
})

test('a date is read however it is written at the port', () => {
  const texts = [
    '2024-08-31',
    '2024/8/31',
    '20240831',
    '2024年8月31日',
    '31.8.2024',
    '31.8',
    '8-31',
    '8月31日',
    '２０２４－０８－３１',
  ]
  expect(texts.map((text) => parseTypedDate(text, '2024-01-01'))).toEqual(texts.map(() => '2024-08-31'))
})

test('what is no date is not guessed', () => {
  for (const text of ['', 'today', '2024-02-30', '2024-13-01', '31', '2024-08', '8.31.2024'])
    expect(parseTypedDate(text, '2024-01-01')).toBeNull()
})
