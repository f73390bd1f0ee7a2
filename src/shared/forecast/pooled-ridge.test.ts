import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FadingSums, pooledRidge } from './pooled-ridge.ts'
import { inverseOf, times } from './solve.ts'

const rounded = (values: Iterable<number>): number[] =>
  Array.from(values, (value) => Math.round(value * 1e6) / 1e6 + 0)

test('a matrix times its inverse gives back every vector', () => {
  const numbers = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 20, maxLength: 20 })
  fc.assert(
    fc.property(numbers, (values) => {
      const size = 4
      // BᵀB + I is positive definite whatever B is.
      const matrix = new Float64Array(size * size)
      for (let i = 0; i < size; i += 1)
        for (let j = 0; j < size; j += 1) {
          let sum = i === j ? 1 : 0
          for (let k = 0; k < 5; k += 1) sum += (values[k * size + i] ?? 0) * (values[k * size + j] ?? 0)
          matrix[i * size + j] = sum
        }
      const vector = Float64Array.of(1, -2, 3, 0.5)
      expect(rounded(times(inverseOf(matrix, size), times(matrix, vector)))).toEqual([...vector])
    }),
    { numRuns: 50, seed: 1 },
  )
})

test('refuses a matrix that no ridge has made positive definite', () => {
  expect(() => inverseOf(Float64Array.of(1, 2, 2, 1), 2)).toThrow('not positive definite')
})

test('draws a series without rows to its group, and one with many to what it does itself', () => {
  const sums = [0, 1, 2].map(() => [new FadingSums(1, 1e9), new FadingSums(1, 1e9)] as const)
  for (let row = 0; row < 1000; row += 1) {
    sums[0]?.[0].add(Float64Array.of(1), 1)
    sums[1]?.[0].add(Float64Array.of(1), 3)
  }
  const found = pooledRidge(
    sums.map(([one, other]) => one.with(other)),
    3,
  )
  const [first = 0, second = 0, third = 0] = found.map((own) => own[0] ?? 0)
  expect([Math.round(first * 10), Math.round(second * 10), third > 1 && third < 2]).toEqual([10, 30, true])
})

test('counts a row half after its half-life', () => {
  const one = new FadingSums(1, 10)
  one.add(Float64Array.of(2), 4)
  for (let day = 0; day < 10; day += 1) one.nextDay()
  one.add(Float64Array.of(1), 1)
  const { squares, products } = one.with(new FadingSums(1, 5))
  expect([rounded(squares), rounded(products)]).toEqual([[3], [5]])
})
