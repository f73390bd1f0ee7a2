import { formatDecimal, formatPercent } from '../format.ts'
import type { Language } from '../words.ts'
import type { PageCell } from './page-cell.ts'

/** A plain table of a page: the first column heads its rows, columns of text stand left. */
export interface PageTable {
  label: string
  heads: { text: string; isText: boolean }[]
  rows: PageCell[][]
  /** What the rows add up to. */
  sums?: PageCell[]
}

/** Words where a number would stand, or none. */
export const textCell = (text: string): PageCell => ({ value: null, text, mark: null, note: null })

/** A number with so many decimals, so that a column lines up; a dash for none. */
export function decimalCell(value: number | null, language: Language, digits = 1): PageCell {
  return value === null
    ? textCell('—')
    : { value, text: formatDecimal(value, language, digits), mark: null, note: null }
}

/** A ratio as per cent; a dash for none. */
export function shareCell(value: number | null, language: Language): PageCell {
  return value === null
    ? textCell('—')
    : { value, text: formatPercent(value, language), mark: null, note: null }
}

/** Hours with one decimal from minutes. */
export const hoursCell = (minutes: number | null, language: Language): PageCell =>
  decimalCell(minutes === null ? null : minutes / 60, language)
