import type { InputOf } from '../../../../shared/contract/index.ts'
import type { CrossingsReportInput } from '../../../../shared/contract/reports.ts'
import type { RollUp } from '../../../../shared/contract/trade-report.ts'
import { tradeBases } from '../../../../shared/report/report-choices.ts'
import type { Behind, TradeTable } from '../../../../shared/report/trade-page.ts'
import { createStore } from '../../../lib/store.ts'
import { periodKind, type ReportChoice, reportInput } from '../report-choice.ts'

/** What reports are of. */
export const reportSubject = createStore<'crossings' | 'staffing' | 'trade'>('crossings')

/** No comparison, or one of the bases. */
export const comparedWith = ['none', ...tradeBases] as const

/** A cell of a table, where the cursor stands or stood. */
export interface TableCursor {
  table: TradeTable['id'] | 'figures'
  row: number
  column: number
}

interface TradeChoice {
  by: RollUp
  base: (typeof comparedWith)[number]
  /** The number whose declarations are shown; null shows the report. */
  behind: Behind | null
  /** Where that number stands, to come back to. */
  from: TableCursor | null
}

/** The trade report on the screen; it stays while another screen is shown. */
export const tradeChoice = createStore<TradeChoice>({
  by: 'group',
  base: 'lastYear',
  behind: null,
  from: null,
})

export function chooseTrade(chosen: Partial<TradeChoice>): void {
  tradeChoice.set({ ...tradeChoice.get(), ...chosen })
}

type Port = Parameters<typeof reportInput>[1]

/** The period that trade is asked for; a shift has none of its own, and its day stands for it. */
export function tradeInput(choice: ReportChoice, port: Port): CrossingsReportInput | null {
  const kind = periodKind(choice.kind)
  return reportInput({ ...choice, kind: kind === 'shift' ? 'day' : kind }, port)
}

/** What is read for the report. */
export function tradeReportInput(
  { kind, date, to, checkpoint }: CrossingsReportInput,
  { by, base }: Pick<TradeChoice, 'by' | 'base'>,
): InputOf<'readTradeReport'> {
  return {
    kind: kind === 'shift' ? 'day' : kind,
    ...{ date, by, base: base === 'none' ? null : base, filter: { checkpoint } },
    ...(to !== undefined && { to }),
  }
}
