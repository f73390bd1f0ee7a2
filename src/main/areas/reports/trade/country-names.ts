import { languageOrder } from '../../../../shared/languages/names.ts'
import { isCountry } from '../../../../shared/trade/countries.ts'
import { countryName } from '../../../../shared/trade/country-name.ts'
import type { Language, Names } from '../../../../shared/words.ts'

const known = new Map<string, Names>()

/** A country in every language of the reports; null where the code is of none. */
export function countryNames(code: string): Names | null {
  if (!isCountry(code)) return null
  let names = known.get(code)
  if (!names) {
    names = Object.fromEntries(
      languageOrder.map((language) => [language, countryName(code, language)]),
    ) as Record<Language, string>
    known.set(code, names)
  }
  return names
}
