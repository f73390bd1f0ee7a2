import { isCountry } from '../../../shared/trade/countries.ts'
import type { Language } from '../../../shared/words.ts'

const namers = new Map<Language, Intl.DisplayNames>()

/** The name of a country by its code, Russian where the window has no Kazakh ones; the code itself where it is none, nothing for null. */
export function countryName(code: string | null, language: Language): string {
  if (code === null) return ''
  if (!isCountry(code)) return code
  let namer = namers.get(language)
  if (!namer) {
    namer = new Intl.DisplayNames([language], { type: 'region' })
    // A window that has no names of a language answers the code.
    if (namer.of('KZ') === 'KZ') namer = new Intl.DisplayNames(['ru'], { type: 'region' })
    namers.set(language, namer)
  }
  return namer.of(code) ?? code
}
