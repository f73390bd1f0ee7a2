import { isDate, isMonth } from '../../shared/dates.ts'
import { AppError } from '../../shared/errors.ts'
import { type DatePattern, isMonthPattern } from '../../shared/mapping-shape.ts'
import { shown } from './shown-text.ts'

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Reads dates of one pattern; answers are kept, since thousands of rows share a date. */
export class DateReader {
  readonly #pattern: DatePattern
  readonly #expression: RegExp
  readonly #kept = new Map<string, string>()
  readonly #real: boolean

  /** @param real whether cells can be real dates, which come as `2024-08-31`, and as the 1st where a month is meant */
  constructor(pattern: DatePattern, real = false) {
    this.#pattern = pattern
    this.#real = real
    this.#expression = expressionOf(pattern)
  }

  /** @returns `YYYY-MM-DD`, or `YYYY-MM` @throws AppError date-unreadable, date-impossible */
  read(text: string): string {
    const kept = this.#kept.get(text)
    if (kept !== undefined) return kept
    const parts =
      this.#expression.exec(text.trim())?.groups ?? (this.#real ? this.#realDate(text) : undefined)
    if (!parts) throw new AppError('date-unreadable', { text: shown(text), pattern: this.#pattern })
    const month = parts.name ? monthNames.indexOf(parts.name.toLowerCase()) + 1 : Number(parts.month)
    const date = [parts.year, String(month).padStart(2, '0'), parts.day?.padStart(2, '0')]
      .filter(Boolean)
      .join('-')
    if (!isDate(date) && !isMonth(date)) throw new AppError('date-impossible', { text: shown(text) })
    if (this.#kept.size >= 10_000) this.#kept.clear()
    this.#kept.set(text, date)
    return date
  }

  #realDate(text: string): Record<string, string | undefined> | undefined {
    const parts = realDate.exec(text)?.groups
    if (!parts || !isMonthPattern(this.#pattern)) return parts
    return parts.day === '01' ? { ...parts, day: undefined } : undefined
  }
}

const realDate = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/

function expressionOf(pattern: DatePattern): RegExp {
  if (pattern === 'ISO') return /^(?<year>\d{4})-(?<month>\d{2})(?:-(?<day>\d{2}))?$/
  const strict = /YYYYMM/.test(pattern)
  const source = pattern
    .replace(/[./-]/g, '\\$&')
    .replace('YYYY', '(?<year>\\d{4})')
    .replace('MMM', '(?<name>[A-Za-z]{3})')
    .replace('MM', strict ? '(?<month>\\d{2})' : '(?<month>\\d{1,2})')
    .replace('DD', strict ? '(?<day>\\d{2})' : '(?<day>\\d{1,2})')
  return new RegExp(`^${source}$`)
}
