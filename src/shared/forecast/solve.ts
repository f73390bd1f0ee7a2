/**
 * Linear systems with a symmetric positive definite matrix, as a ridge regression makes them: some 25 unknowns, solved
 * some ten thousand times. Matrices are row after row in one array.
 */

/**
 * The inverse, by Cholesky: A = L·Lᵀ, A⁻¹ = L⁻ᵀ·L⁻¹.
 * @throws Error where the matrix is not positive definite, which a ridge above zero rules out
 */
export function inverseOf(matrix: Float64Array, size: number): Float64Array {
  const lower = choleskyOf(matrix, size)
  invertLower(lower, size)
  const inverse = new Float64Array(size * size)
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = 0
      for (let k = row; k < size; k += 1) sum += at(lower, k * size + row) * at(lower, k * size + column)
      inverse[row * size + column] = sum
      inverse[column * size + row] = sum
    }
  }
  return inverse
}

/** A matrix times a vector. */
export function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length
  const product = new Float64Array(size)
  for (let row = 0; row < size; row += 1) {
    let sum = 0
    for (let k = 0; k < size; k += 1) sum += at(matrix, row * size + k) * at(vector, k)
    product[row] = sum
  }
  return product
}

export function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let k = 0; k < one.length; k += 1) sum += at(one, k) * at(other, k)
  return sum
}

/** The numbers of a typed array are there wherever an index within it points. */
export function at(array: Float64Array, index: number): number {
  return array[index] as number
}

function choleskyOf(matrix: Float64Array, size: number): Float64Array {
  const lower = new Float64Array(size * size)
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = at(matrix, row * size + column)
      for (let k = 0; k < column; k += 1) sum -= at(lower, row * size + k) * at(lower, column * size + k)
      if (row === column && sum <= 0) throw new Error('a matrix that is not positive definite')
      lower[row * size + column] = row === column ? Math.sqrt(sum) : sum / at(lower, column * size + column)
    }
  }
  return lower
}

/** Turns a lower triangular matrix into its inverse, in place. */
function invertLower(lower: Float64Array, size: number): void {
  for (let column = 0; column < size; column += 1) {
    lower[column * size + column] = 1 / at(lower, column * size + column)
    for (let row = column + 1; row < size; row += 1) {
      let sum = 0
      for (let k = column; k < row; k += 1) sum -= at(lower, row * size + k) * at(lower, k * size + column)
      lower[row * size + column] = sum / at(lower, row * size + row)
    }
  }
}
