import { expect, test } from 'vitest'
import { shortened } from './shortened.ts'

test('a text is named by its beginning, whole characters of it, and without what cannot be seen', () => {
  const texts = ['31.8.', ' 1\u0000O2\n', '45+38+12', '中'.repeat(10_000), '😀'.repeat(30)]
  expect(texts.map((text) => shortened(text))).toEqual([
    '31.8.',
    '1 O2',
    '45+38+12',
    `${'中'.repeat(20)}…`,
    `${'😀'.repeat(20)}…`,
  ])
  expect(shortened('1+'.repeat(5_000), 4)).toBe('1+1+…')
})
