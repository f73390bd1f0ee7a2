import type { CrossingsReportInput } from '../../../../shared/contract/reports.ts'
import { type TradeComparison, TradeFlow } from '../../../../shared/contract/trade-section.ts'
import { addDays, firstOfMonth } from '../../../../shared/dates.ts'
import type { TradeDirection } from '../../../../shared/trade/trade-words.ts'
import type { Connection } from '../../../book/connection.ts'
import { changeFrom } from '../comparisons.ts'
import { type DateSpan, lastYearSpan, previousSpan, yearToDate } from '../report-spans.ts'
import { firstCounted, ofSpan, throughput } from './counted-goods.sql.ts'

type Gross = Record<TradeDirection, number>

/**
 * Gross weights of a report's days beside their bases: both directions together first, then imports, then exports. What
 * a book knows begins with the month of its first released declaration.
 * @param gross of the report's own days
 * @param today a period that goes on is compared up to it, with the same days of last year
 */
export function tradeComparisons(
  db: Connection,
  { kind }: Pick<CrossingsReportInput, 'kind'>,
  span: DateSpan,
  checkpoint: string | null,
  gross: Gross,
  today: string,
): TradeComparison[] {
  const first = firstCounted(db, checkpoint)
  const read = new Map<string, Gross>([[`${span.from} ${span.to}`, gross]])
  const grossIn = ({ from, to }: DateSpan): Gross => {
    const key = `${from} ${to}`
    const known = read.get(key)
    if (known) return known
    const sums: Gross = { import: 0, export: 0 }
    for (const { direction, grossGrams } of throughput(db, ofSpan({ from, to }, checkpoint)))
      sums[direction] = grossGrams
    read.set(key, sums)
    return sums
  }
  const goesOn = span.to > today
  const own = { from: span.from, to: goesOn && today >= span.from ? today : span.to }
  const toDate = yearToDate(own)
  const week = { from: addDays(span.from, -7), to: addDays(span.to, -7) }
  const bases = [
    { base: 'previous' as const, span: previousSpan(kind, span), current: own },
    ...(kind === 'shift' || kind === 'day'
      ? [{ base: 'sameWeekdayLastWeek' as const, span: week, current: own }]
      : []),
    { base: 'lastYear' as const, span: lastYearSpan(kind, span), current: own },
    { base: 'yearToDate' as const, span: lastYearSpan('range', toDate), current: toDate },
  ]
  return TradeFlow.options.flatMap((direction) =>
    bases.map(({ base, span: before, current }): TradeComparison => {
      const isKnown = first !== undefined && before.from >= firstOfMonth(first)
      const value = isKnown ? inFlow(grossIn(before), direction) : null
      const now = inFlow(grossIn(current), direction)
      const isLikeWithLike = base === 'yearToDate' || !goesOn
      return {
        ...{ base, direction, from: before.from, to: before.to, value },
        current: { from: current.from, to: current.to, value: now },
        change: isLikeWithLike ? changeFrom(value, now) : null,
      }
    }),
  )
}

const inFlow = (gross: Gross, flow: TradeFlow): number =>
  flow === 'both' ? gross.import + gross.export : gross[flow]
