import { expect, test } from 'vitest'
import { addDays, findTypedDate, parseTypedDate } from './days.ts'

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

test('a date is found among other words, in the ways in which it can be typed', () => {
  expect(
    ['go to 2024-08-31', '日报 8月31日', 'report ３１.８', '31.8.2023 hall', 'night', 'Ctrl 9'].map((text) =>
      findTypedDate(text, '2024-01-01'),
    ),
  ).toEqual([
    { date: '2024-08-31', written: '2024-08-31' },
    { date: '2024-08-31', written: '8月31日' },
    { date: '2024-08-31', written: '31.8' },
    { date: '2023-08-31', written: '31.8.2023' },
    null,
    null,
  ])
})
