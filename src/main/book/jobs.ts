import { AppError } from '../../shared/errors.ts'

/** How far a long operation is. */
export interface JobNews {
  job: string
  rows: number
  /** Of the whole, from 0 to 1. */
  share: number
}

const cancelled = new Set<string>()

/** Asks an operation of this thread to stop at its next step, also one that has not begun yet. */
export function cancelJob(job: string): void {
  cancelled.add(job)
}

/** @throws AppError cancelled, once it was asked to stop */
export function assertGoesOn(job: string): void {
  if (cancelled.has(job)) throw new AppError('cancelled')
}

/** The job has ended, however it did. */
export function endJob(job: string): void {
  cancelled.delete(job)
}
