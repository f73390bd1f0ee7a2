import { expect, test } from 'vitest'
import { gapsOf, withoutShortDips, worstGap } from './gaps.ts'

const span = { from: 600, to: 700 }

test('gaps are stretches of the same numbers, the last one cut at the end of the shift', () => {
  const gaps = gapsOf([2, 2, 2, 2, 3, 1, 1], [2, 4, 4, 3, 3, 2, 3], span)
  expect(gaps).toEqual([
    { from: 615, to: 645, open: 2, needed: 4 },
    { from: 645, to: 660, open: 2, needed: 3 },
    { from: 675, to: 690, open: 1, needed: 2 },
    { from: 690, to: 700, open: 1, needed: 3 },
  ])
  expect(worstGap(gaps)).toEqual({ from: 615, to: 645, open: 2, needed: 4 })
})

test('enough channels make no gap', () => {
  expect(gapsOf([2, 2], [2, 0], { from: 600, to: 630 })).toEqual([])
  expect(worstGap([])).toBeNull()
})

test('a dip of one quarter hour is filled up, a longer one and a peak stay', () => {
  expect(withoutShortDips([3, 1, 2, 2, 0, 0, 1, 4, 1])).toEqual([3, 2, 2, 2, 0, 0, 1, 4, 1])
})
