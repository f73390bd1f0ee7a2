import type { Language } from '../words.ts'
import { exactText } from './exact.ts'

const noBreakSpace = '\u00a0'

/** Separators of thousands and decimals; `format` has the same for its numbers. */
const separators: Readonly<Record<Language, { group: string; decimal: string }>> = {
  'zh-CN': { group: ',', decimal: '.' },
  en: { group: ',', decimal: '.' },
  ru: { group: noBreakSpace, decimal: ',' },
  kk: { group: noBreakSpace, decimal: ',' },
}

/** What a comma is when people of a language type numbers: see `parseExact`. */
export const commaIn = (language: Language): 'decimal' | 'group' =>
  separators[language].decimal === ',' ? 'decimal' : 'group'

/**
 * A number of smallest units as people read it, exact to the last digit: 1234500 g with 3 digits is `1,234.5`.
 * @param least decimals that are written even where they are zero: 2 for money
 */
export function formatExact(value: number, digits: number, language: Language, least = 0): string {
  const [whole = '', fraction] = exactText(value, digits, least).split('.')
  const { group, decimal } = separators[language]
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group)
  return fraction === undefined ? grouped : `${grouped}${decimal}${fraction}`
}

/**
 * A number of smallest units as people of a language type it, for a field that is read by `parseExact` again: 1234 g with 3
 * digits is `1,234` in Russian, where `1.234` would be read as a thousand times as much.
 * @param least as in `formatExact`
 */
export function typedExact(value: number, digits: number, language: Language, least = 0): string {
  return exactText(value, digits, least).replace('.', separators[language].decimal)
}
