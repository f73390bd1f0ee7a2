import { describe, expect, test } from 'vitest'
import { afterMove, type CellKinds, type Move, nextPlace } from './grid-moves.ts'

// Two lines, the second not counted at exit; a sum; the typed total. The last column is the sum of both.
const sheet: CellKinds = [
  ['type', 'type', 'read'],
  ['type', 'none', 'read'],
  ['read', 'read', 'read'],
  ['type', 'type', 'none'],
]
const from = (row: number, column: number, move: Move) => {
  const place = nextPlace(sheet, { row, column }, move)
  return place && [place.row, place.column]
}

describe('moves in the grid', () => {
  test('Enter goes down and skips sums; arrows stand on them', () => {
    expect([
      from(1, 0, 'enter-down'),
      from(1, 0, 'down'),
      from(3, 0, 'enter-up'),
      from(3, 0, 'enter-down'),
    ]).toEqual([[3, 0], [2, 0], [1, 0], null])
  })

  test('Tab goes right, wraps to the next line, and leaves the grid at its end', () => {
    expect([from(0, 0, 'next'), from(0, 1, 'next'), from(1, 0, 'next'), from(3, 1, 'next')]).toEqual([
      [0, 1],
      [1, 0],
      [3, 0],
      null,
    ])
    expect([from(3, 0, 'previous'), from(0, 0, 'previous')]).toEqual([[1, 0], null])
  })

  test('arrows jump over cells that are not counted', () => {
    expect([from(1, 0, 'right'), from(0, 1, 'down'), from(0, 0, 'left')]).toEqual([[1, 2], [2, 1], null])
  })

  test('Home, End and their Ctrl forms go to the ends', () => {
    expect([from(1, 2, 'row-start'), from(3, 0, 'row-end'), from(3, 1, 'first'), from(0, 0, 'last')]).toEqual(
      [
        [1, 0],
        [3, 1],
        [0, 0],
        [3, 1],
      ],
    )
  })

  test('Enter after Tabs goes below the first cell of the run', () => {
    const tabbed = afterMove(sheet, { row: 0, column: 0 }, null, 'next')
    expect(tabbed).toEqual({ place: { row: 0, column: 1 }, runBegan: 0 })
    expect(afterMove(sheet, { row: 0, column: 1 }, tabbed.runBegan, 'enter-down')).toEqual({
      place: { row: 1, column: 0 },
      runBegan: null,
    })
    expect(afterMove(sheet, { row: 0, column: 1 }, 0, 'right').runBegan).toBeNull()
  })

  test('on a sheet that is only read, Enter and Tab stand everywhere', () => {
    expect(
      nextPlace(
        [
          ['read', 'read'],
          ['read', 'read'],
        ],
        { row: 0, column: 1 },
        'next',
      ),
    ).toEqual({ row: 1, column: 0 })
  })
})
