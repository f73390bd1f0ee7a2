import type { CrossingsReportInput } from '../../../shared/contract/reports.ts'
import { addMonths } from '../../../shared/dates.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Checkpoint, PortModel, Shift } from '../reference/port-model.ts'
import { partsOfShift, shiftsBeginningOn } from '../reference/shift-periods.ts'
import type { Selection } from './line-figures.ts'
import { type DateSpan, reportSpan } from './report-spans.ts'

/** A range is read date by date where it has to be, so it may be long but not endless: a hundred years. */
const mostMonths = 1_200

/** What a report is about: dates, checkpoints, and the shift where it is about one. */
export interface ReportPeriod {
  span: DateSpan
  checkpoints: Checkpoint[]
  selection: Selection
  shift: Shift | null
}

/** @throws AppError unknown-checkpoint, unknown-shift, invalid-input */
export function reportPeriod(port: PortModel, input: CrossingsReportInput): ReportPeriod {
  const span = spanOf(input)
  const checkpoints = checkpointsOf(port, input, span)
  const selection = selectionOf(port, checkpoints, { ...span, shift: input.shift ?? null })
  if (!selection) throw new AppError('unknown-shift', { shift: input.shift ?? '', date: input.date })
  const [only] = checkpoints
  const shift =
    input.shift === undefined || !only
      ? null
      : (shiftsBeginningOn(only, input.date).find(({ code }) => code === input.shift) ?? null)
  return { span, checkpoints, selection, shift }
}

/** The dates of a report. @throws AppError invalid-input */
export function spanOf(input: CrossingsReportInput): DateSpan {
  if ((input.kind === 'range') !== (input.to !== undefined))
    throw new AppError('invalid-input', { field: 'to' })
  if (input.to !== undefined && (input.to < input.date || input.to > addMonths(input.date, mostMonths))) {
    throw new AppError('invalid-input', { field: 'to' })
  }
  if ((input.kind === 'shift') !== (input.shift !== undefined))
    throw new AppError('invalid-input', { field: 'shift' })
  if (input.kind === 'shift' && input.checkpoint === undefined) {
    throw new AppError('invalid-input', { field: 'checkpoint' })
  }
  return reportSpan(input.kind, input.date, input.to)
}

/** The checkpoint that is asked for, or all of the report's dates. @throws AppError unknown-checkpoint */
export function checkpointsOf(port: PortModel, input: CrossingsReportInput, span: DateSpan): Checkpoint[] {
  if (input.checkpoint !== undefined) {
    const checkpoint = port.checkpoints.get(input.checkpoint)
    if (!checkpoint) throw new AppError('unknown-checkpoint', { checkpoint: input.checkpoint })
    return [checkpoint]
  }
  return [...port.checkpoints.values()].filter((place) => place.from <= span.to && place.to >= span.from)
}

/** Null where the checkpoint has no such shift on that date. */
export function selectionOf(
  port: PortModel,
  checkpoints: readonly Checkpoint[],
  base: DateSpan & { shift: string | null },
): Selection | null {
  if (base.shift === null) return { from: base.from, to: base.to, parts: null }
  const checkpoint = checkpoints[0]
  const shift = checkpoint && shiftsBeginningOn(checkpoint, base.from).find(({ code }) => code === base.shift)
  if (!shift) return null
  const parts = partsOfShift(port, shift, base.from)
  return { from: base.from, to: parts.at(-1)?.date ?? base.to, parts }
}
