import { expect, test } from 'vitest'
import { moved } from './moved.ts'

test('a row goes beyond the one that is shown beside it, also where others between are not shown', () => {
  const order = ['a', 'b', 'c', 'd']
  expect([
    moved(order, 'b', 'a'),
    moved(order, 'b', 'c'),
    moved(order, 'a', 'd'),
    moved(order, 'd', 'b'),
    moved(order, 'a', undefined),
  ]).toEqual([['b', 'a', 'c', 'd'], ['a', 'c', 'b', 'd'], ['b', 'c', 'd', 'a'], ['a', 'd', 'b', 'c'], null])
})
