import type { Comparison, CrossingsReportInput } from '../../../shared/contract/reports.ts'
import { addDays } from '../../../shared/dates.ts'
import { type Settled, settleMonths } from '../../../shared/period-rule.ts'
import { type DateSpan, lastYearSpan, previousSpan, yearToDate } from './report-spans.ts'

/** Passengers of both directions over a base period. */
export type PassengersIn = (base: Base) => Pick<Settled, 'value' | 'complete'>

/** A span of dates, or the shift of this code that began on `from`. */
export type Base = DateSpan & { shift: string | null }

/**
 * What a report is compared with; each comparison carries its base, and no change where the base is zero or missing.
 * @param shiftBefore the shift before, for a report of a shift
 */
export function comparisonsOf(
  input: CrossingsReportInput,
  span: DateSpan,
  shiftBefore: { date: string; shift: string } | null,
  passengersIn: PassengersIn,
): Comparison[] {
  const { kind } = input
  const shift = input.shift ?? null
  const current = { ...span, value: passengersIn({ ...span, shift }).value }
  const compare = (base: Comparison['base'], at: Base, now: Comparison['current']): Comparison => {
    const { value, complete } = passengersIn(at)
    const change = value === null || value === 0 || now.value === null ? null : (now.value - value) / value
    return {
      base,
      from: at.from,
      to: at.to,
      value,
      incomplete: value !== null && !complete,
      current: now,
      change,
    }
  }
  const previous = shiftBefore
    ? { from: shiftBefore.date, to: shiftBefore.date, shift: shiftBefore.shift }
    : { ...previousSpan(kind, span), shift: null }
  const weekBefore = { from: addDays(span.from, -7), to: addDays(span.to, -7), shift }
  const toDate = yearToDate(span)
  return [
    compare('previous', previous, current),
    ...(kind === 'shift' || kind === 'day' ? [compare('sameWeekdayLastWeek', weekBefore, current)] : []),
    compare('lastYear', { ...lastYearSpan(kind, span), shift }, current),
    compare(
      'yearToDate',
      { ...lastYearSpan('range', toDate), shift: null },
      { ...toDate, value: passengersIn({ ...toDate, shift: null }).value },
    ),
  ]
}

/** Several lines or checkpoints as one figure. */
export function together(settled: readonly Settled[]): Pick<Settled, 'value' | 'complete'> {
  return settleMonths(settled)
}
