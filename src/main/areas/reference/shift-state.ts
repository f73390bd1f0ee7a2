import { addDays } from '../../../shared/dates.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Period } from '../../../shared/periods.ts'
import type { Connection } from '../../book/connection.ts'
import { prepared } from '../../book/statements.ts'
import { piecesOf } from './calendar.ts'
import { portModel } from './port-model.ts'
import { partsOnDate, type Span } from './shift-periods.ts'

export type ShiftState = 'open' | 'signed' | 'acknowledged'

/** The state of the shift that began on a date. */
export function shiftState(db: Connection, checkpoint: string, began: string, shift: string): ShiftState {
  const row = prepared<[string, string, string], { state: ShiftState }>(
    db,
    'SELECT state FROM shift_state WHERE checkpoint = ? AND date = ? AND shift = ?',
  ).get(checkpoint, began, shift)
  return row?.state ?? 'open'
}

/** Refuses a change to a shift that was signed. @throws AppError shift-signed */
export function assertShiftOpen(db: Connection, checkpoint: string, began: string, shift: string): void {
  if (shiftState(db, checkpoint, began, shift) === 'open') return
  throw new AppError('shift-signed', { checkpoint, date: began, shift })
}

/**
 * Refuses a change to figures that were signed: of the shift itself, and of a day row over a signed shift or over the
 * part of one that lies after midnight.
 * @throws AppError shift-signed
 */
export function assertNotSigned(db: Connection, checkpoint: string, date: string, period: Period): void {
  if (period.level === 'month') return
  if (period.level === 'day') {
    const port = portModel(db)
    const place = port.checkpoints.get(checkpoint)
    for (const { began, shift } of place ? partsOnDate(port, place, date) : []) {
      assertShiftOpen(db, checkpoint, began, shift)
    }
    return
  }
  assertShiftOpen(db, checkpoint, period.part === 2 ? addDays(date, -1) : date, period.shift)
}

/**
 * Refuses a change to what the calendar says of minutes in which a signed shift was worked.
 * @throws AppError shift-signed
 */
export function assertMinutesNotSigned(db: Connection, checkpoint: string, span: Span): void {
  const port = portModel(db)
  const place = port.checkpoints.get(checkpoint)
  if (!place) return
  for (const date of [addDays(span.date, -1), span.date]) {
    for (const part of partsOnDate(port, place, date)) {
      const worked = piecesOf(part).some(
        (piece) => piece.date === span.date && piece.from < span.to && span.from < piece.to,
      )
      if (worked) assertShiftOpen(db, checkpoint, part.began, part.shift)
    }
  }
  assertShiftOpen(db, checkpoint, span.date, 'day')
}
