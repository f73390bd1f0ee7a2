import { expect, test } from 'vitest'
import { SeenKeys } from './seen-keys.ts'

const keys = 200_000

test('A key is found again with its row, whether it is still in memory or long on disk', () => {
  const seen = new SeenKeys()
  const news = Array.from({ length: keys }, (_, row) => seen.note(`key ${row}`, row, row % 100))
  const again = [0, 149_999, 150_000, keys - 1].map((row) => seen.note(`key ${row}`, keys, 'other'))
  expect(news.every((before) => before === null)).toBe(true)
  expect(again).toEqual([
    { row: 0, value: 0 },
    { row: 149_999, value: 99 },
    { row: 150_000, value: 0 },
    { row: keys - 1, value: 99 },
  ])
  seen.forget()
  expect(seen.find('key 0')).toBeUndefined()
})
