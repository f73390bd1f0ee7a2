import type { PortDescription } from '../../../shared/contract/reference.ts'
import type { CrossingsReportInput, ReportKind } from '../../../shared/contract/reports.ts'
import { addDays, addMonths } from '../../lib/days.ts'
import { createStore } from '../../lib/store.ts'

export const offeredKinds = ['shift', 'day', 'week', 'month', 'quarter', 'year'] as const
export type OfferedKind = (typeof offeredKinds)[number]

/** What of a report has been chosen; what has not is found by `reportInput`. */
export interface ReportChoice {
  kind: OfferedKind
  /** Null is the port's today. */
  date: string | null
  /** Null is the whole port. */
  checkpoint: string | null
  shift: string | null
}

/** The report on the screen; it stays while another screen is shown. */
export const reportChoice = createStore<ReportChoice>({
  kind: 'day',
  date: null,
  checkpoint: null,
  shift: null,
})

export function chooseReport(chosen: Partial<ReportChoice>): void {
  reportChoice.set({ ...reportChoice.get(), ...chosen })
}

type Port = Pick<PortDescription, 'today' | 'checkpoints'>

/**
 * What is asked for: the choice, with the first checkpoint and shift there are where a report needs one.
 * Null where no checkpoint counts by shift.
 */
export function reportInput(choice: ReportChoice, port: Port): CrossingsReportInput | null {
  const date = choice.date ?? port.today
  const chosen = port.checkpoints.find(({ checkpoint }) => checkpoint === choice.checkpoint)
  if (choice.kind !== 'shift') {
    return { kind: choice.kind, date, ...(chosen && { checkpoint: chosen.checkpoint }) }
  }
  const checkpoint = chosen?.shifts.length ? chosen : port.checkpoints.find(({ shifts }) => shifts.length > 0)
  const shift = checkpoint?.shifts.find((each) => each.shift === choice.shift) ?? checkpoint?.shifts[0]
  if (!checkpoint || !shift) return null
  return { kind: 'shift', date, checkpoint: checkpoint.checkpoint, shift: shift.shift }
}

/** The date of the report a period before (−1) or after (1). */
export function stepDate(kind: ReportKind, date: string, way: 1 | -1): string {
  switch (kind) {
    case 'week':
      return addDays(date, 7 * way)
    case 'month':
      return addMonths(date, way)
    case 'quarter':
      return addMonths(date, 3 * way)
    case 'year':
      return addMonths(date, 12 * way)
    default:
      return addDays(date, way)
  }
}
