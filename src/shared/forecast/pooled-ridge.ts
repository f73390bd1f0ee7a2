import { at, dot, inverseOf, times } from './solve.ts'

/** The sums XᵀX and Xᵀz of a regression. */
export interface RegressionSums {
  size: number
  squares: Float64Array
  products: Float64Array
}

/** What rows taught of one series, older ones fading. */
export class FadingSums {
  readonly #size: number
  readonly #squares: Float64Array
  readonly #products: Float64Array
  readonly #fade: number
  /** New rows weigh more instead of all the old ones less: it comes to the same and touches no sums. */
  #weight = 1

  /** @param halfLife days after which a row counts half */
  constructor(size: number, halfLife: number) {
    this.#size = size
    this.#squares = new Float64Array(size * size)
    this.#products = new Float64Array(size)
    this.#fade = 0.5 ** (1 / halfLife)
  }

  nextDay(): void {
    this.#weight /= this.#fade
  }

  add(row: Float64Array, target: number): void {
    const used: number[] = []
    for (let k = 0; k < this.#size; k += 1) if (at(row, k) !== 0) used.push(k)
    for (const i of used) {
      const value = at(row, i) * this.#weight
      this.#products[i] = at(this.#products, i) + value * target
      const begins = i * this.#size
      for (const j of used) this.#squares[begins + j] = at(this.#squares, begins + j) + value * at(row, j)
    }
  }

  /** The sums as of the newest day, those of others with the same unknowns added. */
  with(other: FadingSums): RegressionSums {
    const [own, others] = [1 / this.#weight, 1 / other.#weight]
    return {
      size: this.#size,
      squares: this.#squares.map((value, k) => value * own + at(other.#squares, k) * others),
      products: this.#products.map((value, k) => value * own + at(other.#products, k) * others),
    }
  }
}

/**
 * Regressions of the series of one group at once. Each has coefficients of its own, which a ridge draws towards those
 * of the group, and a ridge draws these towards zero: with little history a series does what the group does, with much
 * what it does itself. In closed form: with A = XᵀX and B = Xᵀz of a series, r the ridge and K = A + r·I, the group's
 * own g solves (r·I + Σ r·K⁻¹·A)·g = Σ r·K⁻¹·B, and a series has g + K⁻¹·(B − A·g).
 * @returns the coefficients of each series, in their order
 */
export function pooledRidge(members: readonly RegressionSums[], ridge: number): Float64Array[] {
  const inverses = members.map((sums) => inverseOf(withRidge(sums.squares, sums.size, ridge), sums.size))
  const group = groupCoefficients(members, inverses, ridge)
  return members.map((sums, index) => {
    const left = sums.products.map((product, k) => product - dot(rowOf(sums, k), group))
    const own = times(inverses[index] as Float64Array, left)
    return group.map((value, k) => value + at(own, k))
  })
}

function groupCoefficients(
  members: readonly RegressionSums[],
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

function rowOf({ squares, size }: RegressionSums, row: number): Float64Array {
  return squares.subarray(row * size, (row + 1) * size)
}
