import type { CrossingsReport } from '../contract/reports.ts'
import { formatDate, formatDateWithWeekday, formatMonth, formatTimeSpan } from '../format.ts'
import { nameIn, texts } from '../languages/index.ts'
import type { Language } from '../words.ts'
import { fill } from './fill.ts'

/** The period of a report in words: a date and shift, a month, a span. */
export function periodText({ period, shift }: CrossingsReport, language: Language): string {
  const words = texts[language].report
  const { from, to } = period
  switch (period.kind) {
    case 'shift':
    case 'day': {
      const date = formatDateWithWeekday(from, language, 'long')
      if (!shift) return date
      return fill(words.shiftOnDate, {
        date,
        shift: nameIn(shift.names, language),
        times: formatTimeSpan(shift.starts, shift.ends),
      })
    }
    case 'month':
      return formatMonth(from.slice(0, 7), language)
    case 'quarter':
      return fill(words.quarter, {
        quarter: String(Math.ceil(Number(from.slice(5, 7)) / 3)),
        year: from.slice(0, 4),
      })
    case 'year':
      return from.slice(0, 4)
    default:
      return fill(words.span, { from: formatDate(from, language), to: formatDate(to, language) })
  }
}
