import type { Comparison, CrossingsReportInput, LineBase } from '../../../shared/contract/reports.ts'
import { addDays } from '../../../shared/dates.ts'
import { type Settled, settledValue, settleMonths } from '../../../shared/period-rule.ts'
import { stateOf } from '../../../shared/report/figure-state.ts'
import { type DateSpan, lastYearSpan, previousSpan, yearToDate } from './report-spans.ts'

/** A span of dates, or the shift of this code that began on `from`. */
export interface Base extends DateSpan {
  shift: string | null
}

export interface NamedBase extends Base {
  name: LineBase
}

/**
 * What a report and each of its lines are compared with.
 * @param shiftBefore the shift before, for a report of a shift
 */
export function basesOf(
  input: CrossingsReportInput,
  span: DateSpan,
  shiftBefore: { date: string; shift: string } | null,
): NamedBase[] {
  const { kind } = input
  const shift = input.shift ?? null
  const previous = shiftBefore
    ? { from: shiftBefore.date, to: shiftBefore.date, shift: shiftBefore.shift }
    : { ...previousSpan(kind, span), shift: null }
  const weekBefore = { from: addDays(span.from, -7), to: addDays(span.to, -7), shift }
  return [
    { name: 'previous', ...previous },
    ...(kind === 'shift' || kind === 'day' ? [{ name: 'sameWeekdayLastWeek' as const, ...weekBefore }] : []),
    { name: 'lastYear', ...lastYearSpan(kind, span), shift },
  ]
}

type Passengers = Pick<Settled, 'value' | 'complete' | 'marks'>

/** Passengers of both directions; each comparison carries its base, and no change where the base is zero or missing. */
export function comparisonsOf(
  span: DateSpan,
  current: number | null,
  bases: readonly (NamedBase & { passengers: Passengers })[],
  passengersIn: (base: DateSpan) => Passengers,
): Comparison[] {
  const toDate = yearToDate(span)
  const lastToDate = lastYearSpan('range', toDate)
  return [
    ...bases.map(({ name, from, to, passengers }) =>
      compare(name, { from, to }, passengers, { from: span.from, to: span.to, value: current }),
    ),
    compare('yearToDate', lastToDate, passengersIn(lastToDate), {
      ...toDate,
      value: passengersIn(toDate).value,
    }),
  ]
}

function compare(
  base: Comparison['base'],
  { from, to }: DateSpan,
  passengers: Passengers,
  current: Comparison['current'],
): Comparison {
  const { value, complete } = passengers
  return {
    base,
    from,
    to,
    value,
    state: stateOf(settledValue(passengers)),
    incomplete: value !== null && !complete,
    current,
    change: changeFrom(value, current.value),
  }
}

/** (now − before) / before as a ratio; null where there is nothing to divide. */
export function changeFrom(before: number | null, now: number | null): number | null {
  return before === null || before === 0 || now === null ? null : (now - before) / before
}

/** Several lines or checkpoints as one figure. */
export function together(settled: readonly Settled[]): Settled {
  return settleMonths(settled)
}
