import type { TariffTexts } from '../../../../shared/contract/tariff.ts'
import { type Language, languages } from '../../../../shared/words.ts'
import { shippedChapters } from './shipped-sections.ts'
import type { StoredLine } from './tariff.sql.ts'

export interface TextIn {
  text: string
  language: Language
}

/** A text in the language asked for, else in English, else in any that it is known in; null where there is none. */
export function textIn(texts: TariffTexts, language: Language): TextIn | null {
  for (const candidate of [language, 'en', ...languages] as const) {
    const text = texts[candidate]
    if (text !== undefined) return { text, language: candidate }
  }
  return null
}

/** The texts of a line: a chapter has those that ship in the languages that its tariff lacks. */
export function textsOf({ code, names }: Pick<StoredLine, 'code' | 'names'>): TariffTexts {
  const own = JSON.parse(names) as TariffTexts
  return code.length === 2 ? { ...shippedChapters().get(code)?.names, ...own } : own
}
