import type { Receipt } from '../../../shared/contract/operation.ts'
import { minutesInDay, monthOf } from '../../../shared/dates.ts'
import { AppError } from '../../../shared/errors.ts'
import { parsePeriod } from '../../../shared/periods.ts'
import type { Connection } from '../../book/connection.ts'
import { type CommandContext, receiptOf } from '../../book/handlers.ts'
import { monthIsClosed, openingOf, piecesOf } from '../reference/calendar.ts'
import { type Checkpoint, holdsOn, type PortModel, portModel } from '../reference/port-model.ts'
import { locatePeriod, partsOfShift, type Span, shiftsBeginningOn } from '../reference/shift-periods.ts'
import { assertMinutesNotSigned } from '../reference/shift-state.ts'
import { periodsWithNumbers } from './counts.sql.ts'

interface ShiftPlace {
  checkpoint: string
  date: string
  shift: string
}

/**
 * Marks that a checkpoint was open after all in a shift, or in the part of it over midnight, that the calendar closes.
 * @throws AppError unknown-checkpoint, checkpoint-not-in-service, unknown-shift, open-anyway, shift-signed
 */
export function openShiftAfterAll({ db, batch }: CommandContext, input: ShiftPlace): Receipt {
  const port = portModel(db)
  const checkpoint = checkpointInService(port, input)
  const closed = spansOf(port, checkpoint, input).filter((span) => openingOf(checkpoint, span).open === 'no')
  if (closed.length === 0) throw new AppError('open-anyway', { ...input })
  for (const piece of closed.flatMap(piecesOf)) {
    assertMinutesNotSigned(db, input.checkpoint, piece)
    batch.put('calendar_exception', exceptionKey(input.checkpoint, piece), { ends_minute: piece.to })
  }
  return receiptOf(batch)
}

/**
 * Takes the exception back: the calendar closes the shift again.
 * @throws AppError unknown-checkpoint, checkpoint-not-in-service, unknown-shift, no-exception, shift-signed,
 *   shift-has-figures where a number would be left in closed hours
 */
export function closeShiftAgain({ db, batch }: CommandContext, input: ShiftPlace): Receipt {
  const port = portModel(db)
  const checkpoint = checkpointInService(port, input)
  const pieces = spansOf(port, checkpoint, input)
    .flatMap(piecesOf)
    .filter(({ date, from, to }) =>
      checkpoint.exceptions.get(date)?.some((each) => each.startsMinute === from && each.endsMinute === to),
    )
  if (pieces.length === 0) throw new AppError('no-exception', { ...input })
  for (const piece of pieces) {
    assertMinutesNotSigned(db, input.checkpoint, piece)
    batch.remove('calendar_exception', exceptionKey(input.checkpoint, piece))
  }
  for (const { date } of pieces) assertNoNumberInClosedHours(db, input, date)
  return receiptOf(batch)
}

function exceptionKey(checkpoint: string, { date, from }: Span): [string, string, number] {
  return [checkpoint, date, from]
}

function checkpointInService(port: PortModel, { checkpoint: code, date }: ShiftPlace): Checkpoint {
  const checkpoint = port.checkpoints.get(code)
  if (!checkpoint) throw new AppError('unknown-checkpoint', { checkpoint: code })
  if (!holdsOn(checkpoint, date)) throw new AppError('checkpoint-not-in-service', { checkpoint: code, date })
  return checkpoint
}

/** The parts of a shift, or the whole day of a checkpoint that counts by day. */
function spansOf(port: PortModel, checkpoint: Checkpoint, place: ShiftPlace): Span[] {
  const shifts = shiftsBeginningOn(checkpoint, place.date)
  if (place.shift === 'day' && shifts.length === 0) return [{ date: place.date, from: 0, to: minutesInDay }]
  const shift = shifts.find((each) => each.code === place.shift)
  if (!shift) throw new AppError('unknown-shift', { ...place })
  return partsOfShift(port, shift, place.date)
}

/** Looks at the calendar as this batch has left it. */
function assertNoNumberInClosedHours(db: Connection, place: ShiftPlace, date: string): void {
  const port = portModel(db)
  const checkpoint = checkpointInService(port, place)
  for (const text of periodsWithNumbers(db, place.checkpoint, date)) {
    const period = parsePeriod(text)
    const span = period && locatePeriod(port, checkpoint, date, period)
    if (span && openingOf(checkpoint, span).open === 'no')
      throw new AppError('shift-has-figures', { ...place })
  }
  const month = monthOf(date)
  if (periodsWithNumbers(db, place.checkpoint, month).length > 0 && monthIsClosed(checkpoint, month)) {
    throw new AppError('shift-has-figures', { ...place })
  }
}
