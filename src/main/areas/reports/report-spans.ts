import type { ReportKind } from '../../../shared/contract/reports.ts'
import {
  addDays,
  addMonths,
  daysBetween,
  firstOfMonth,
  lastOfMonth,
  weekdayOf,
} from '../../../shared/dates.ts'

/** Calendar dates, both included. */
export interface DateSpan {
  from: string
  to: string
}

/** The dates that a report of this kind around a date covers; a week is Monday to Sunday. */
export function reportSpan(kind: ReportKind, date: string, to = date): DateSpan {
  switch (kind) {
    case 'shift':
    case 'day':
      return { from: date, to: date }
    case 'week': {
      const from = addDays(date, 1 - weekdayOf(date))
      return { from, to: addDays(from, 6) }
    }
    case 'month':
      return { from: firstOfMonth(date), to: lastOfMonth(date) }
    case 'quarter': {
      const month = Number(date.slice(5, 7))
      const from = addMonths(firstOfMonth(date), -((month - 1) % 3))
      return { from, to: lastOfMonth(addMonths(from, 2)) }
    }
    case 'year':
      return { from: `${date.slice(0, 4)}-01-01`, to: `${date.slice(0, 4)}-12-31` }
    case 'range':
      return { from: date, to }
  }
}

/** The period before of the same kind; for a range, as many days just before it. */
export function previousSpan(kind: ReportKind, span: DateSpan): DateSpan {
  if (kind === 'range')
    return { from: addDays(span.from, -daysBetween(span.from, span.to)), to: addDays(span.from, -1) }
  return reportSpan(kind, addDays(span.from, -1))
}

/**
 * Last year of a day, a shift or a week is 364 days before, the same weekdays; of longer periods the calendar's.
 * Whole months are compared with whole months: February of 28 days with the one of 29.
 */
export function lastYearSpan(kind: ReportKind, span: DateSpan): DateSpan {
  if (kind === 'shift' || kind === 'day' || kind === 'week') {
    return { from: addDays(span.from, -364), to: addDays(span.to, -364) }
  }
  const to = addMonths(span.to, -12)
  const wholeMonths = span.from === firstOfMonth(span.from) && span.to === lastOfMonth(span.to)
  return { from: addMonths(span.from, -12), to: wholeMonths ? lastOfMonth(to) : to }
}

/** From 1 January to the end of the period. */
export function yearToDate(span: DateSpan): DateSpan {
  return { from: `${span.to.slice(0, 4)}-01-01`, to: span.to }
}
