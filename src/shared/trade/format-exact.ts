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
