import type { InputOf } from '../../../../shared/contract/index.ts'
import { addDays, minuteOf, minutesInDay } from '../../../../shared/dates.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Names } from '../../../../shared/words.ts'
import { today } from '../describe-port.ts'
import { always, keptSpan } from '../open-dates.ts'
import { type Checkpoint, holdsOn, portModel, type Shift } from '../port-model.ts'
import { removeAllNames, replaceNames } from './change-names.ts'
import { figuresOfShift, recordsOfDay } from './figures.ts'
import {
  checkpointOf,
  checkSpan,
  dateWithin,
  present,
  refuseOtherMeaning,
  refuseRemoving,
  type SettingContext,
} from './setting-rules.ts'
import { commonSpan } from './shift-overlap.ts'

interface Times {
  starts: string
  ends: string
}

/** @throws AppError unknown-checkpoint, code-taken, ends-before-begins, fixed-by-figures, shift-starts-late, shifts-overlap */
export function addShift(
  context: SettingContext,
  input: Omit<InputOf<'addShift'>, 'names'> & { names: Names },
): void {
  const { batch, port } = context
  const checkpoint = checkpointOf(port, input.checkpoint)
  if (rowsOf(checkpoint, input.shift).length > 0) throw new AppError('code-taken', { code: input.shift })
  const name = `${checkpoint.code}/${input.shift}`
  putRow(context, checkpoint, input.shift, input, keptSpan(input))
  replaceNames(batch, port, 'shift', name, always.from, input.names)
}

/**
 * @throws AppError unknown-checkpoint, setting-gone, ends-before-begins, figures-outside, fixed-by-figures,
 *   shift-starts-late, shifts-overlap
 */
export function changeShift(context: SettingContext, input: InputOf<'changeShift'>): void {
  const { db, batch, port } = context
  const checkpoint = checkpointOf(port, input.checkpoint)
  const row = rowAt(checkpoint, input.shift, input.row)
  const figures = figuresOfShift(db, port, checkpoint, row)
  const span = keptSpan(input)
  checkSpan(span, figures)
  if (!hasTimes(row, input)) refuseOtherMeaning(figures)
  if (span.from !== row.from) batch.remove('shift', [checkpoint.code, row.code, row.from])
  putRow(context, checkpoint, row.code, input, span, row)
}

/** @throws AppError unknown-checkpoint, unknown-shift, fixed-by-figures, shift-starts-late, shifts-overlap */
export function changeShiftTimes(context: SettingContext, input: InputOf<'changeShiftTimes'>): void {
  const { db, batch, port } = context
  const checkpoint = checkpointOf(port, input.checkpoint)
  const row = rowsOf(checkpoint, input.shift).find((candidate) => holdsOn(candidate, input.from))
  if (!row) {
    throw new AppError('unknown-shift', { checkpoint: checkpoint.code, shift: input.shift, date: input.from })
  }
  if (hasTimes(row, input)) return
  const span = { from: input.from, to: row.to }
  refuseOtherMeaning(figuresOfShift(db, port, checkpoint, row, span))
  if (row.from < input.from) {
    const key = [checkpoint.code, row.code, row.from]
    batch.put('shift', key, { ...batch.row('shift', key), to_date: addDays(input.from, -1) })
  }
  putRow(context, checkpoint, row.code, input, span, row)
}

/** @throws AppError unknown-checkpoint, setting-gone, has-figures */
export function removeShift({ db, batch, port }: SettingContext, input: InputOf<'removeShift'>): void {
  const checkpoint = checkpointOf(port, input.checkpoint)
  const row = rowAt(checkpoint, input.shift, input.row)
  refuseRemoving(figuresOfShift(db, port, checkpoint, row))
  batch.remove('shift', [checkpoint.code, row.code, row.from])
  if (rowsOf(checkpoint, row.code).length === 1) {
    removeAllNames(batch, port, 'shift', `${checkpoint.code}/${row.code}`)
  }
}

const rowsOf = ({ shifts }: Checkpoint, code: string): Shift[] =>
  shifts.filter((shift) => shift.code === code)

function rowAt(checkpoint: Checkpoint, code: string, from: string | null): Shift {
  return present(rowsOf(checkpoint, code).find((row) => row.from === (from ?? always.from)))
}

function hasTimes(row: Shift, times: Times): boolean {
  return row.startsMinute === minuteOf(times.starts) && row.endsMinute === endMinute(times)
}

/** Midnight at the end is 24:00, as in a port file. */
const endMinute = ({ ends }: Times): number => minuteOf(ends) || minutesInDay

/** Writes one row of a shift and refuses it where it overlaps with another. @param instead the row that it was before */
function putRow(
  { db, now, batch, port }: SettingContext,
  checkpoint: Checkpoint,
  code: string,
  times: Times,
  span: { from: string; to: string },
  instead: Shift | null = null,
): void {
  checkSpan(span)
  // On dates that get shifts the day itself is none any more.
  refuseOtherMeaning(recordsOfDay(db, checkpoint, span))
  if (times.starts === '24:00') throw new AppError('shift-starts-late', { field: 'starts' })
  const key = [checkpoint.code, code, span.from]
  if (span.from !== instead?.from && batch.row('shift', key)) throw new AppError('code-taken', { code })
  batch.put('shift', key, {
    to_date: span.to,
    starts_minute: minuteOf(times.starts),
    ends_minute: endMinute(times),
  })
  const shifts = checkpointOf(portModel(db), checkpoint.code).shifts
  const written = present(shifts.find((shift) => shift.code === code && shift.from === span.from))
  for (const other of shifts) {
    const common = other === written ? null : commonSpan(written, other)
    if (common) {
      throw new AppError('shifts-overlap', { shift: other.code, date: dateWithin(common, today(port, now)) })
    }
  }
}
