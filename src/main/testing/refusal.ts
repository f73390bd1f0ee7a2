import { AppError, type ErrorReport } from '../../shared/errors.ts'

/** The listed error that some work is refused with, or null where it is done; a bug is thrown on. */
export function refusalOf(work: () => unknown): ErrorReport | null {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, details: error.details }
    throw error
  }
}
