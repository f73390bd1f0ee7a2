import type { Language } from '../words.ts'
import { isCountry } from './countries.ts'
import { kazakhCountries } from './kazakh-countries.ts'

const namers = new Map<Language, Intl.DisplayNames>()

/** The name of a country in the window and on paper alike; the code itself where it is of none. */
export function countryName(code: string, language: Language): string {
  if (!isCountry(code)) return code
  if (language === 'kk') return kazakhCountries.get(code) ?? code
  let namer = namers.get(language)
  if (!namer) {
    namer = new Intl.DisplayNames([language], { type: 'region' })
    namers.set(language, namer)
  }
  return namer.of(code) ?? code
}
