import { expect, test } from 'vitest'
import { barHeights, changeFrom } from './recent-values.ts'

test('a change needs a base that is a number above zero, and a value', () => {
  expect([
    changeFrom(61, 143),
    changeFrom(50, 25),
    changeFrom(0, 5),
    changeFrom(null, 5),
    changeFrom('closed', 5),
    changeFrom(5, null),
  ]).toEqual([82 / 61, -0.5, null, null, null, null])
})

test('bars are held against the largest value', () => {
  expect([barHeights([10, 5, 0, null, 'closed']), barHeights([0, null]), barHeights([])]).toEqual([
    [1, 0.5, 0, null, null],
    [0, null],
    [],
  ])
})
