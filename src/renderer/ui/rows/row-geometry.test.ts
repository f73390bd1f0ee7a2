import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowGeometry, rowHeight } from './row-geometry.ts'

const list = fc.record({
  total: fc.oneof(fc.integer({ min: 1, max: 3_000_000 }), fc.integer({ min: 1, max: 60 })),
  seen: fc.integer({ min: 60, max: 1_400 }),
  pixelRatio: fc.constantFrom(1, 1.25, 2, 3),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
})

test('every row of a list of any length can be scrolled to, and is then drawn and seen whole', () => {
  fc.assert(
    fc.property(
      list,
      fc.double({ min: 0, max: 1, noNaN: true }),
      ({ total, seen, pixelRatio, share }, from) => {
        const { height } = rowGeometry(total, 0, seen, pixelRatio)
        const furthest = Math.max(0, Math.floor(height - seen))
        const place = Math.round(share * (total - 1))
        const before = rowGeometry(total, Math.round(from * furthest), seen, pixelRatio)
        const scrollTop = before.scrollFor(place)
        // A browser scrolls no further than the end.
        const geometry = rowGeometry(total, Math.min(scrollTop, Math.ceil(height - seen)), seen, pixelRatio)
        const top = geometry.top(place) - Math.min(scrollTop, Math.max(0, Math.ceil(height - seen)))
        expect(height * pixelRatio).toBeLessThan(33_554_428)
        expect(place).toBeGreaterThanOrEqual(geometry.first)
        expect(place).toBeLessThanOrEqual(geometry.last)
        expect(top).toBeGreaterThan(-3)
        expect(top + rowHeight).toBeLessThan(seen + 6)
      },
    ),
    { numRuns: 500, seed: 3 },
  )
})

test('a row that is seen already moves nothing, and few rows need no scrolling', () => {
  const geometry = rowGeometry(1_000, 540, 270, 1)
  expect([20, 25, 29, 19, 30].map((place) => geometry.scrollFor(place))).toEqual([540, 540, 540, 513, 567])
  expect(rowGeometry(5, 0, 270, 1)).toMatchObject({ height: 135, first: 0, last: 4 })
  expect(rowGeometry(0, 0, 270, 1)).toMatchObject({ height: 0, first: 0, last: -1 })
})
