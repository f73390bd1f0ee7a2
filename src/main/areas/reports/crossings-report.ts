import type { CrossingsReport, CrossingsReportInput } from '../../../shared/contract/reports.ts'
import { addDays, timeOf } from '../../../shared/dates.ts'
import { AppError } from '../../../shared/errors.ts'
import { controlledTotal } from '../../../shared/words.ts'
import type { QueryContext } from '../../book/handlers.ts'
import { journalHead } from '../../book/journal-head.ts'
import { today } from '../reference/describe-port.ts'
import { namesOn, renamedWithin } from '../reference/names.ts'
import { neighbours } from '../reference/neighbouring-shifts.ts'
import { type Checkpoint, type PortModel, portModel } from '../reference/port-model.ts'
import { midnightRule, shiftsBeginningOn } from '../reference/shift-periods.ts'
import { addFigures, figuresOf, lineFigures, linesWithin, passengersOf } from './checkpoint-figures.ts'
import { comparedFigures } from './compared-figures.ts'
import { basesOf, comparisonsOf, together } from './comparisons.ts'
import { addControlTotals } from './control-totals.ts'
import { LineFigures } from './line-figures.ts'
import { notesOf } from './notes.ts'
import { peakDay, peakHour } from './peak.ts'
import { checkpointsOf, selectionOf, spanOf } from './report-period.ts'
import type { DateSpan } from './report-spans.ts'
import { tradeSection } from './trade/trade-section.ts'

/**
 * The crossings of a period, by line, direction and checkpoint, with control totals and comparisons.
 * Every output (screen, CSV, JSON, paper) is made from this one answer.
 * @throws AppError unknown-checkpoint, unknown-shift, invalid-input
 */
export function readCrossingsReport({ db, now }: QueryContext, input: CrossingsReportInput): CrossingsReport {
  const port = portModel(db)
  const span = spanOf(input)
  const checkpoints = checkpointsOf(port, input, span)
  const reader = new LineFigures(db, port, today(port, now))
  const selection = selectionOf(port, checkpoints, { ...span, shift: input.shift ?? null })
  if (!selection) throw new AppError('unknown-shift', { shift: input.shift ?? '', date: input.date })
  const own = checkpoints.map((checkpoint) => lineFigures(reader, checkpoint, selection))
  const only = checkpoints[0]
  const shiftBefore =
    input.kind === 'shift' && only ? neighbours(only, input.date, input.shift ?? '').before : null
  const bases = basesOf(input, span, shiftBefore).map((base) => {
    const wanted = selectionOf(port, checkpoints, base)
    const figures = wanted ? checkpoints.flatMap((checkpoint) => lineFigures(reader, checkpoint, wanted)) : []
    return { ...base, figures, passengers: together(passengersOf(figures)) }
  })
  const passengersIn = (dates: DateSpan) =>
    together(
      checkpoints.flatMap((checkpoint) =>
        passengersOf(lineFigures(reader, checkpoint, { ...dates, parts: null }, controlledTotal.persons)),
      ),
    )
  const byCheckpoint = checkpoints.map((checkpoint, index) => ({
    code: checkpoint.code,
    names: namesOn(port, 'checkpoint', checkpoint.code, span.to),
    ...figuresOf(db, port, reader, checkpoint, selection, own[index] ?? []),
    compared: comparedFigures(
      own[index] ?? [],
      bases.map(({ name, figures }) => ({
        name,
        figures: figures.filter((figure) => figure.checkpoint === checkpoint),
      })),
    ),
  }))
  return {
    period: {
      kind: input.kind,
      ...span,
      checkpoint: input.checkpoint ?? null,
      shift: input.shift ?? null,
      midnight: midnightRule(port, span.to),
    },
    port: { code: port.port, names: namesOn(port, 'port', port.port, span.to) },
    shift: shiftOf(port, only, input),
    sample: port.sample,
    journal: journalHead(db),
    checkpoint:
      input.checkpoint === undefined
        ? null
        : { code: input.checkpoint, names: namesOn(port, 'checkpoint', input.checkpoint, span.to) },
    ...addFigures(byCheckpoint),
    controlTotals: addControlTotals(byCheckpoint.map((part) => part.controlTotals)),
    comparisons: comparisonsOf(span, together(passengersOf(own.flat())).value, bases, passengersIn),
    compared: comparedFigures(own.flat(), bases),
    peak:
      input.kind === 'shift' || input.kind === 'day'
        ? peakHour(db, checkpoints, selection, own.flat())
        : peakDay(reader, checkpoints, span),
    ...(input.checkpoint === undefined ? { byCheckpoint } : {}),
    trade: tradeSection(db, port, input, span, today(port, now)),
    notes: notesOf(db, port, checkpoints, input),
    renamed: renamedThings(port, checkpoints, span),
  }
}

function shiftOf(
  port: PortModel,
  checkpoint: Checkpoint | undefined,
  { kind, shift: code, date }: CrossingsReportInput,
): CrossingsReport['shift'] {
  if (kind !== 'shift' || !checkpoint) return null
  const shift = shiftsBeginningOn(checkpoint, date).find((each) => each.code === code)
  if (!shift) return null
  return {
    code: shift.code,
    names: namesOn(port, 'shift', `${checkpoint.code}/${shift.code}`, date),
    starts: timeOf(shift.startsMinute),
    ends: timeOf(shift.endsMinute),
  }
}

function renamedThings(
  port: PortModel,
  checkpoints: readonly Checkpoint[],
  span: DateSpan,
): CrossingsReport['renamed'] {
  const lines = new Set(
    checkpoints.flatMap((checkpoint) => linesWithin(checkpoint, span)).map((line) => line.code),
  )
  const things = [
    { entity: 'port' as const, code: port.port },
    ...checkpoints.map((checkpoint) => ({ entity: 'checkpoint' as const, code: checkpoint.code })),
    ...[...lines].map((code) => ({ entity: 'line' as const, code })),
  ]
  return things.flatMap(({ entity, code }) =>
    renamedWithin(port, entity, code, span.from, span.to).map((from) => ({
      code,
      before: namesOn(port, entity, code, addDays(from, -1)),
      after: namesOn(port, entity, code, from),
      from,
    })),
  )
}
