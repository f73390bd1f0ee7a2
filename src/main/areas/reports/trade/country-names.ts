import { languageOrder } from '../../../../shared/languages/names.ts'
import { isCountry } from '../../../../shared/trade/countries.ts'
import type { Language, Names } from '../../../../shared/words.ts'

const known = new Map<string, Names>()

/** A country in every language of the reports; null where the code is of none. Node knows Kazakh names, browsers do not. */
export function countryNames(code: string): Names | null {
  if (!isCountry(code)) return null
  let names = known.get(code)
  if (!names) {
    names = Object.fromEntries(languageOrder.map((language) => [language, nameIn(code, language)])) as Record<
      Language,
      string
    >
    known.set(code, names)
  }
  return names
}

function nameIn(code: string, language: Language): string {
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code
}
