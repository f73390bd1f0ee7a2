import type { CountValue } from '../../../../shared/contract/crossings.ts'
import { isDate, isMonth } from '../../../../shared/dates.ts'
import { AppError } from '../../../../shared/errors.ts'
import { type DatePattern, isMonthPattern, type MappingFile } from '../../../../shared/mapping-file.ts'
import { largestCount } from '../../../../shared/words.ts'

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const longestShown = 80

/** A cell's text for a message; a cell can be of any length. */
export function shown(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text
}

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

/** Reads the cell of a count. @throws AppError count-not-whole, count-out-of-range */
export function readCount(text: string, mapping: MappingFile): CountValue {
  const trimmed = text.trim()
  if (mapping.notReported.includes(trimmed)) return null
  if (mapping.closed.includes(trimmed)) return 'closed'
  if (mapping.notApplicable.includes(trimmed)) return 'not-applicable'
  if (shortNumber.test(trimmed)) return Number(trimmed)
  const digits = mapping.thousands ? withoutThousands(trimmed, mapping.thousands) : trimmed
  if (/^-\s*\d+$/.test(digits)) throw new AppError('count-out-of-range', { text: shown(text) })
  if (!/^\d+$/.test(digits)) throw new AppError('count-not-whole', { text: shown(text) })
  if (Number(digits) > largestCount) throw new AppError('count-out-of-range', { text: shown(text) })
  return Number(digits)
}

const shortNumber = /^\d{1,7}$/

/** "1,234" → "1234"; a separator that is not between groups of three stays, and the number is refused. */
function withoutThousands(text: string, separator: string): string {
  const groups = text.split(separator)
  const whole = groups.every((group, index) => (index === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group))
  return whole ? groups.join('') : text
}
