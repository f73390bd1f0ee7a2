import type { OperationName } from '../../shared/contract/index.ts'

/** Who asks for an operation. Books have no people yet: everybody is nobody in particular. */
export type Person = string | null

/**
 * Decides whether a person may run an operation; the one place that does, below every window.
 * A book without people lets everybody do everything (DESIGN, promise 7).
 * @throws AppError not-allowed
 */
export function authorise(_operation: OperationName, person: Person): asserts person is null {
  if (person !== null) throw new Error('a person in a book without people')
}
