import { DatePattern, isMonthPattern } from '../../shared/mapping-shape.ts'
import { DateReader } from './read-dates.ts'

/** Patterns that are numbers too: only a heading makes a date of them. */
const numeric: readonly DatePattern[] = ['YYYYMMDD', 'YYYYMM']

/** In a workbook `ISO` goes first, since real dates are read by it; in text a day's pattern says more. */
function candidates(workbook: boolean): DatePattern[] {
  const others = DatePattern.options.filter((pattern) => pattern !== 'ISO')
  return workbook ? ['ISO', ...others] : [...others, 'ISO']
}

export interface DateGuess {
  pattern: DatePattern
  /** Whether its texts could be plain numbers as well. */
  numeric: boolean
}

/** The pattern that all texts of a column are dates by; null where there is none. */
export function guessDates(texts: readonly string[], workbook: boolean): DateGuess | null {
  const distinct = [...new Set(texts.map((text) => text.trim()))].filter((text) => text !== '')
  if (distinct.length === 0) return null
  const fitting = candidates(workbook).flatMap((pattern) => {
    const dates = datesBy(pattern, distinct, workbook)
    return dates ? [{ pattern, numeric: numeric.includes(pattern), spread: spreadOf(dates) }] : []
  })
  const [first] = fitting
  if (!first) return null
  // 01-02-2021 is a day of January or of February: days that follow each other closely are likelier.
  const alike = fitting.filter(({ pattern }) => isMonthPattern(pattern) === isMonthPattern(first.pattern))
  return alike.reduce((a, b) => (b.spread < a.spread ? b : a))
}

function datesBy(pattern: DatePattern, texts: readonly string[], workbook: boolean): string[] | null {
  const reader = new DateReader(pattern, workbook)
  try {
    const dates = texts.map((text) => reader.read(text))
    return dates.every((date) => date >= '1900' && date < '2200') ? dates : null
  } catch {
    return null
  }
}

function spreadOf(dates: readonly string[]): number {
  const days = dates.map((date) => Date.parse(date.length === 7 ? `${date}-01` : date))
  return Math.max(...days) - Math.min(...days)
}

/** Whether a text is a date by any pattern but those that are numbers too. */
export function looksLikeDate(text: string): boolean {
  const guess = guessDates([text], true)
  return guess !== null && !guess.numeric
}
