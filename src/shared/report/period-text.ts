import type { CrossingsReport } from '../contract/reports.ts'
import { formatDate, formatDateWithWeekday, formatMonth, formatTimeSpan } from '../format.ts'
import { texts } from '../languages/index.ts'
import { nameIn } from '../languages/names.ts'
import type { Language } from '../words.ts'
import { fill } from './fill.ts'

/** The period of a report in words: a date and shift, a month, a span. */
export function periodText(
  {
    period,
    shift,
  }: { period: Pick<CrossingsReport['period'], 'kind' | 'from' | 'to'> } & Pick<CrossingsReport, 'shift'>,
  language: Language,
): string {
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
        quarter: String(quarterOf(from)),
        year: from.slice(0, 4),
      })
    case 'year':
      return yearText(from, language)
    default:
      return fill(words.span, { from: formatDate(from, language), to: formatDate(to, language) })
  }
}

/** The year of a date in words: 2024年, `2024`. */
export function yearText(date: string, language: Language): string {
  return fill(texts[language].report.year, { year: date.slice(0, 4) })
}

/** The period of a report in a file's name, sorted by it: `2024-08-31 Morning`, `2024-08`, `2024-Q3`, `2024`. */
export function filePeriod({ period, shift }: CrossingsReport, language: Language): string {
  const { kind, from, to } = period
  switch (kind) {
    case 'shift':
      return shift ? `${from} ${nameIn(shift.names, language)}` : from
    case 'month':
      return from.slice(0, 7)
    case 'quarter':
      return `${from.slice(0, 4)}-Q${quarterOf(from)}`
    case 'year':
      return from.slice(0, 4)
    default:
      return from === to ? from : `${from}–${to}`
  }
}

const quarterOf = (date: string): number => Math.ceil(Number(date.slice(5, 7)) / 3)
