import type { PortDescription } from '../../../shared/contract/reference.ts'
import type { CrossingsReportInput, ReportKind } from '../../../shared/contract/reports.ts'
import { addDays, addMonths } from '../../lib/days.ts'
import { createStore } from '../../lib/store.ts'

/** The period of a report; `plan` is the plan of a shift or, where a checkpoint counts by day, of a day, to hang up. */
export type ShownReport = ReportKind | 'plan'

/** What of a report has been chosen; what has not is found by `reportInput`. */
export interface ReportChoice {
  kind: ShownReport
  /** Null is the port's today; of a range the first day, or the last of one from the first of its month. */
  date: string | null
  /** The last day of a range, once its ends were chosen. */
  to: string | null
  /** Null is the whole port. */
  checkpoint: string | null
  shift: string | null
}

/** The report on the screen; it stays while another screen is shown. */
export const reportChoice = createStore<ReportChoice>({
  kind: 'day',
  date: null,
  to: null,
  checkpoint: null,
  shift: null,
})

export function chooseReport(chosen: Partial<ReportChoice>): void {
  reportChoice.set({ ...reportChoice.get(), ...chosen })
}

/** Chooses the first or last day of a range; the other end follows where it would lie on the wrong side. */
export function chooseEnd(
  { date, to = date }: CrossingsReportInput,
  end: 'date' | 'to',
  typed: string,
): void {
  if (end === 'date') chooseReport({ date: typed, to: to < typed ? typed : to })
  else chooseReport({ to: typed, date: typed < date ? typed : date })
}

/** The period that a report is of; where there is no plan to show, its shift stands for it. */
export const periodKind = (shown: ShownReport): ReportKind => (shown === 'plan' ? 'shift' : shown)

type Port = Pick<PortDescription, 'today' | 'checkpoints'>

/**
 * What is asked for: the choice, with the first checkpoint and shift there are where a report needs one.
 * Null of a shift where no checkpoint counts by shift.
 */
export function reportInput(choice: ReportChoice, port: Port): CrossingsReportInput | null {
  const date = choice.date ?? port.today
  const kind = periodKind(choice.kind)
  const chosen = port.checkpoints.find(({ checkpoint }) => checkpoint === choice.checkpoint)
  if (kind === 'range') {
    const span =
      choice.to !== null && choice.to >= date
        ? { date, to: choice.to }
        : { date: `${date.slice(0, 7)}-01`, to: date }
    return { kind: 'range', ...span, ...(chosen && { checkpoint: chosen.checkpoint }) }
  }
  if (kind !== 'shift') {
    return { kind, date, ...(chosen && { checkpoint: chosen.checkpoint }) }
  }
  const byShift = port.checkpoints.find(({ shifts }) => shifts.length > 0)
  const planned = choice.kind === 'plan' ? (chosen ?? byShift ?? port.checkpoints[0]) : undefined
  if (planned?.shifts.length === 0) return { kind: 'day', date, checkpoint: planned.checkpoint }
  const checkpoint = chosen?.shifts.length ? chosen : byShift
  const shift = checkpoint?.shifts.find((each) => each.shift === choice.shift) ?? checkpoint?.shifts[0]
  if (!checkpoint || !shift) return null
  return { kind: 'shift', date, checkpoint: checkpoint.checkpoint, shift: shift.shift }
}

/** Chooses the plan of the shift after the one that is shown, or of the first shift of the next day. */
export function choosePlan(input: CrossingsReportInput | null, port: Port): void {
  const next =
    input?.kind === 'shift'
      ? { date: input.date, ...stepReport(input, port, 1) }
      : { date: addDays(input?.to ?? input?.date ?? port.today, 1), shift: null }
  chooseReport({ kind: 'plan', checkpoint: input?.checkpoint ?? null, ...next })
}

/** What to choose for the report a period before (−1) or after (1) the one that is asked for. */
export function stepReport(
  { kind, date, to = date, checkpoint, shift }: CrossingsReportInput,
  port: Port,
  way: 1 | -1,
): Partial<ReportChoice> {
  switch (kind) {
    case 'shift': {
      const place = port.checkpoints.find((each) => each.checkpoint === checkpoint)
      const codes = (place?.shifts ?? []).map((each) => each.shift)
      const beside = codes[codes.indexOf(shift ?? '') + way]
      if (beside !== undefined) return { shift: beside }
      return { date: addDays(date, way), shift: codes.at(way === 1 ? 0 : -1) ?? null }
    }
    case 'day':
      return { date: addDays(date, way) }
    case 'week':
      return { date: addDays(date, 7 * way) }
    case 'month':
      return { date: addMonths(date, way) }
    case 'quarter':
      return { date: addMonths(date, 3 * way) }
    case 'year':
      return { date: addMonths(date, 12 * way) }
    case 'range':
      return stepRange(date, to, way)
  }
}

/** As many days, or whole months as whole months. */
function stepRange(from: string, to: string, way: 1 | -1): Partial<ReportChoice> {
  const isWholeMonths = from.endsWith('-01') && addDays(to, 1).endsWith('-01')
  if (isWholeMonths) {
    const months = monthNumber(to) - monthNumber(from) + 1
    return { date: addMonths(from, months * way), to: addDays(addMonths(addDays(to, 1), months * way), -1) }
  }
  const days = (Date.parse(to) - Date.parse(from)) / dayMs + 1
  return { date: addDays(from, days * way), to: addDays(to, days * way) }
}

const dayMs = 86_400_000
const monthNumber = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
