import type { FigureState } from '../contract/reports.ts'
import { formatNumber, formatPercent } from '../format.ts'
import { texts } from '../languages/index.ts'
import type { Language } from '../words.ts'

/** A number as it is printed, or the words why there is none; `mark` is the number of its footnote. */
export interface PageCell {
  value: number | null
  text: string
  mark: number | null
  /** What is to be said of it right below, in small. */
  note: string | null
}

/** A number, or the words for there being none. */
export function numberCell(
  value: number | null,
  language: Language,
  state: FigureState = 'not-reported',
): PageCell {
  const text = value === null ? stateText(state, language) : formatNumber(value, language)
  return { value, text, mark: null, note: null }
}

/** A number of a base, which says so where more belongs to it than is known. */
export function baseCell(
  { value, incomplete, state }: { value: number | null; incomplete: boolean; state?: FigureState },
  language: Language,
): PageCell {
  const note = incomplete ? texts[language].report.incomplete : null
  return { ...numberCell(value, language, state), note }
}

/** A change as per cent, or n/a. */
export function changeCell(change: number | null, language: Language): PageCell {
  const text =
    change === null ? texts[language].report.notAvailable : formatPercent(change, language, { signed: true })
  return { value: change, text, mark: null, note: null }
}

function stateText(state: FigureState, language: Language): string {
  const { sheet } = texts[language]
  if (state === 'closed') return sheet.closed
  return state === 'not-applicable' ? sheet.notApplicable : sheet.notReported
}

/** The number of a footnote; what is said of the port and of its checkpoint alike stands once. */
export function footnoteNumber(footnotes: string[], said: string): number {
  if (!footnotes.includes(said)) footnotes.push(said)
  return footnotes.indexOf(said) + 1
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** The mark of a footnote in raised digits, which no one who copies a number reads as a part of it; empty without one. */
export function markText({ mark }: Pick<PageCell, 'mark'>): string {
  return mark === null ? '' : String(mark).replace(/\d/g, (digit) => superscripts[Number(digit)] ?? '')
}
