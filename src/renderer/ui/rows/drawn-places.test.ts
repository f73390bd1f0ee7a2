import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placesSeen, rowsWithGaps } from './drawn-places.ts'

test('every row that is seen or kept is drawn, few others are, and gaps stand for all that is left out', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 20, max: 90 }), { minLength: 1, maxLength: 400 }),
      fc.integer({ min: -20_000, max: 900 }),
      fc.integer({ min: 60, max: 1_400 }),
      fc.nat({ max: 500 }),
      (heights, top, seen, kept) => {
        const heightOf = (place: number) => heights[place] ?? 0
        const count = heights.length
        const { rows, after } = rowsWithGaps(count, heightOf, placesSeen(count, heightOf, top, seen), [
          kept,
          null,
        ])
        const drawn = new Set(rows.map(({ place }) => place))
        let begins = top
        const isSeen = heights.map((height) => {
          begins += height
          return begins > 0 && begins - height < seen
        })
        expect(isSeen.every((is, place) => !is || drawn.has(place))).toBe(true)
        expect(drawn.has(kept)).toBe(kept < count)
        expect(rows.length).toBeLessThanOrEqual(isSeen.filter(Boolean).length + 23)
        const total = rows.reduce((sum, { place, gap }) => sum + gap + heightOf(place), after)
        expect(total).toBe(heights.reduce((sum, height) => sum + height, 0))
      },
    ),
    { numRuns: 500, seed: 4 },
  )
})
