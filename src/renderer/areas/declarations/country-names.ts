import { countryName as nameOf } from '../../../shared/trade/country-name.ts'
import type { Language } from '../../../shared/words.ts'

/** The name of a country by its code; the code itself where it is of none, nothing for null. */
export const countryName = (code: string | null, language: Language): string =>
  code === null ? '' : nameOf(code, language)
