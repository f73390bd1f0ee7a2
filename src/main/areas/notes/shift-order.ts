import { AppError } from '../../../shared/errors.ts'
import { type Checkpoint, holdsOn, type PortModel } from '../reference/port-model.ts'
import { shiftsBeginningOn } from '../reference/shift-periods.ts'

/** A shift by the date that it began on. */
export interface ShiftPlace {
  date: string
  shift: string
}

/** The day itself: the only shift of a checkpoint that counts by day. */
export const wholeDay = 'day'

/** Below zero where the first shift begins before the second; shifts that a date no longer has come first. */
export function compareShifts(checkpoint: Checkpoint, a: ShiftPlace, b: ShiftPlace): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1
  const order = shiftsBeginningOn(checkpoint, a.date).map((shift) => shift.code)
  return order.indexOf(a.shift) - order.indexOf(b.shift)
}

/** The checkpoint of a code. @throws AppError unknown-checkpoint */
export function checkpointOf(port: PortModel, code: string): Checkpoint {
  const checkpoint = port.checkpoints.get(code)
  if (!checkpoint) throw new AppError('unknown-checkpoint', { checkpoint: code })
  return checkpoint
}

/**
 * Refuses a shift that a checkpoint does not have, or not yet.
 * @throws AppError checkpoint-not-in-service, unknown-shift, date-ahead
 */
export function assertShiftExists(checkpoint: Checkpoint, { date, shift }: ShiftPlace, today: string): void {
  const details = { checkpoint: checkpoint.code, date, shift }
  if (!holdsOn(checkpoint, date)) throw new AppError('checkpoint-not-in-service', details)
  const shifts = shiftsBeginningOn(checkpoint, date)
  const exists = shifts.length === 0 ? shift === wholeDay : shifts.some(({ code }) => code === shift)
  if (!exists) throw new AppError('unknown-shift', details)
  if (date > today) throw new AppError('date-ahead', { date, today })
}
