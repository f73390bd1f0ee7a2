import { expect, test } from 'vitest'
import { parseTypedSpans, parseTypedTime, spansText } from './times.ts'

test('a time is read as people write it, and what is no time is refused', () => {
  expect(['8', '08:30', '8.30', '830', '0830', '８：３０', '24:00', '8时'].map(parseTypedTime)).toEqual([
    '08:00',
    '08:30',
    '08:30',
    '08:30',
    '08:30',
    '08:30',
    '24:00',
    '08:00',
  ])
  expect(['', '25', '24:01', '8:60', 'noon', '123456'].map(parseTypedTime)).toEqual(Array(6).fill(null))
})

test('hours of a day are read as one span or several, in their order', () => {
  expect(['8-20', '14:00–20:00, 8–12', '０８：００至２０：００', ''].map(parseTypedSpans)).toEqual([
    [{ from: '08:00', to: '20:00' }],
    [
      { from: '08:00', to: '12:00' },
      { from: '14:00', to: '20:00' },
    ],
    [{ from: '08:00', to: '20:00' }],
    [],
  ])
  expect(['20-8', '8', '8-12-20', '8-x'].map(parseTypedSpans)).toEqual([null, null, null, null])
  expect(spansText(parseTypedSpans('8-12, 14-20') ?? [])).toBe('08:00–12:00, 14:00–20:00')
})
