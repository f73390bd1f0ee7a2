import { at, dot, inverseOf, times } from './solve.ts'

/** What rows taught of one series: the sums XᵀX and Xᵀz of a regression, in which older rows fade. */
export class RowSums {
  readonly size: number
  readonly squares: Float64Array
  readonly products: Float64Array

  constructor(size: number) {
    this.size = size
    this.squares = new Float64Array(size * size)
    this.products = new Float64Array(size)
  }

  /** Makes every row so far count less. */
  fade(factor: number): void {
    for (let k = 0; k < this.squares.length; k += 1) this.squares[k] = at(this.squares, k) * factor
    for (let k = 0; k < this.size; k += 1) this.products[k] = at(this.products, k) * factor
  }

  add(row: Float64Array, target: number): void {
    for (let i = 0; i < this.size; i += 1) {
      const value = at(row, i)
      if (value === 0) continue
      this.products[i] = at(this.products, i) + value * target
      for (let j = 0; j < this.size; j += 1) {
        this.squares[i * this.size + j] = at(this.squares, i * this.size + j) + value * at(row, j)
      }
    }
  }

  plus(other: RowSums): RowSums {
    const sums = new RowSums(this.size)
    for (let k = 0; k < sums.squares.length; k += 1)
      sums.squares[k] = at(this.squares, k) + at(other.squares, k)
    for (let k = 0; k < sums.size; k += 1) sums.products[k] = at(this.products, k) + at(other.products, k)
    return sums
  }
}

/**
 * Regressions of the series of one group at once. Each has coefficients of its own, which a ridge draws towards those
 * of the group, and a ridge draws these towards zero: with little history a series does what the group does, with much
 * what it does itself. In closed form: with A = XᵀX and B = Xᵀz of a series, r the ridge and K = A + r·I, the group's
 * own g solves (r·I + Σ r·K⁻¹·A)·g = Σ r·K⁻¹·B, and a series has g + K⁻¹·(B − A·g).
 * @returns the coefficients of each series, in their order
 */
export function pooledRidge(members: readonly RowSums[], ridge: number): Float64Array[] {
  const inverses = members.map((sums) => inverseOf(withRidge(sums.squares, sums.size, ridge), sums.size))
  const group = groupCoefficients(members, inverses, ridge)
  return members.map((sums, index) => {
    const left = sums.products.map((product, k) => product - dot(rowOf(sums, k), group))
    const own = times(inverses[index] as Float64Array, left)
    return group.map((value, k) => value + at(own, k))
  })
}

function groupCoefficients(
  members: readonly RowSums[],
  inverses: readonly Float64Array[],
  ridge: number,
): Float64Array {
  const size = members[0]?.size ?? 0
  const squares = new Float64Array(size * size)
  const products = new Float64Array(size)
  members.forEach((sums, index) => {
    const inverse = inverses[index] as Float64Array
    // r·K⁻¹·A is r·(I − r·K⁻¹).
    for (let k = 0; k < squares.length; k += 1) squares[k] = at(squares, k) - ridge ** 2 * at(inverse, k)
    const own = times(inverse, sums.products)
    for (let k = 0; k < size; k += 1) products[k] = at(products, k) + ridge * at(own, k)
  })
  return times(inverseOf(withRidge(squares, size, ridge * (members.length + 1)), size), products)
}

function withRidge(squares: Float64Array, size: number, ridge: number): Float64Array {
  const sums = Float64Array.from(squares)
  for (let k = 0; k < size; k += 1) sums[k * size + k] = at(sums, k * size + k) + ridge
  return sums
}

function rowOf({ squares, size }: RowSums, row: number): Float64Array {
  return squares.subarray(row * size, (row + 1) * size)
}
