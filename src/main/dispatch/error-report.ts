import { ZodError } from 'zod'
import { AppError, type ErrorReport, isErrorCode } from '../../shared/errors.ts'

/** What is told of a failure: an expected one by its code, input that the contract refuses by its field; a bug is logged, and told without internals. */
export function errorReport(error: unknown): ErrorReport {
  if (error instanceof AppError) return { code: error.code, details: error.details }
  if (error instanceof ZodError) {
    const issue = error.issues[0]
    const field = issue?.path.map(String).join('.') ?? ''
    // A field may say which refusal it stands for: see `setting-fields`.
    const own = issue?.code === 'custom' ? issue.params : undefined
    if (isErrorCode(own?.error)) return { code: own.error, details: { ...own.details, field } }
    return { code: 'invalid-input', details: { field, message: issue?.message ?? '' } }
  }
  console.error(error)
  return { code: 'internal', details: {} }
}
