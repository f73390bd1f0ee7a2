import { minutesInDay } from '../../../shared/dates.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Span } from '../../../shared/staffing/spans.ts'
import type { Plan } from '../../../shared/staffing/staffing-words.ts'
import type { Connection } from '../../book/connection.ts'
import { today } from '../reference/describe-port.ts'
import { type Checkpoint, holdsOn, type PortModel, type Shift } from '../reference/port-model.ts'
import { checkpointOf } from '../reference/settings/setting-rules.ts'
import { shiftsBeginningOn } from '../reference/shift-periods.ts'
import { assertShiftOpen } from '../reference/shift-state.ts'

/** The day itself: the only shift of a checkpoint that counts by day, and all shifts of any other. */
export const wholeDay = 'day'

export interface ShiftPlace {
  checkpoint: string
  /** The date that the shift began on. */
  date: string
  shift: string
}

/** The minutes of a shift from 00:00 of the date that it began on. */
export const spanOfShift = ({ startsMinute, endsMinute, overMidnight }: Shift): Span => ({
  from: startsMinute,
  to: overMidnight ? endsMinute + minutesInDay : endsMinute,
})

/** The shifts of a board: one, or all that begin on the date; a day without shifts is one by itself. */
export function shiftsOfBoard(
  checkpoint: Checkpoint,
  { date, shift }: { date: string; shift: string },
): { shift: string; span: Span }[] {
  const all = shiftsBeginningOn(checkpoint, date).map((each) => ({
    shift: each.code,
    span: spanOfShift(each),
  }))
  if (shift !== wholeDay) return all.filter((each) => each.shift === shift)
  return all.length > 0 ? all : [{ shift: wholeDay, span: { from: 0, to: minutesInDay } }]
}

/**
 * The minutes of one shift in which openings can be written.
 * @throws AppError unknown-checkpoint, checkpoint-not-in-service, unknown-shift
 */
export function shiftSpan(port: PortModel, place: ShiftPlace): Span {
  const checkpoint = checkpointOf(port, place.checkpoint)
  const { date, shift } = place
  if (!holdsOn(checkpoint, date)) throw new AppError('checkpoint-not-in-service', { ...place })
  const [first, ...others] = shiftsOfBoard(checkpoint, place)
  if (!first || others.length > 0 || first.shift !== shift) throw new AppError('unknown-shift', { ...place })
  return first.span
}

/** As far as its shift is known, the minutes that an opening without an end can still last. */
export function knownShiftSpan(port: PortModel, { checkpoint, date, shift }: ShiftPlace): Span {
  const known = port.checkpoints.get(checkpoint)
  const found = known && shiftsOfBoard(known, { date, shift }).find((each) => each.shift === shift)
  return found?.span ?? { from: 0, to: 2 * minutesInDay }
}

/**
 * Refuses a change of the openings of a shift that is signed, or that is still to come where they say what was.
 * @throws AppError date-ahead, shift-signed
 */
export function assertWritable(
  db: Connection,
  port: PortModel,
  now: number,
  { checkpoint, date, shift }: ShiftPlace,
  plan: Plan,
): void {
  const last = today(port, now)
  if (plan === 'actual' && date > last) throw new AppError('date-ahead', { date, today: last })
  assertShiftOpen(db, checkpoint, date, shift)
}
