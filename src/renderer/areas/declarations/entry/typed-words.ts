import { texts } from '../../../../shared/languages/index.ts'
import { languageOrder } from '../../../../shared/languages/names.ts'
import { countries } from '../../../../shared/trade/countries.ts'
import { tradeUnits } from '../../../../shared/trade/trade-words.ts'
import type { Language } from '../../../../shared/words.ts'
import { plainDigits } from '../../../lib/days.ts'
import { countryName } from '../country-names.ts'

/** Between words that are typed and the codes that they stand for. */

const plain = (text: string): string => plainDigits(text).trim().toLowerCase()

/** Every word that stands for one of some codes: the code itself, and what it is called in each language. */
function wordsOf(codes: readonly string[], nameOf: (code: string, language: Language) => string) {
  let known: Map<string, string> | null = null
  return (word: string): string | undefined => {
    // The first of two that are called the same, and codes before names.
    known ??= new Map(
      [
        ...codes.map((code): [string, string] => [plain(code), code]),
        ...codes.flatMap((code) =>
          languageOrder.map((language): [string, string] => [plain(nameOf(code, language)), code]),
        ),
      ].toReversed(),
    )
    return known.get(plain(word))
  }
}
const countryNamed = wordsOf(countries, countryName)
const unitNamed = wordsOf(tradeUnits, unitWord)

/** A country by its code or its name in any language; what is neither stays, to be refused at its field. */
export function countryOf(typed: string): string | null {
  return typed.trim() === '' ? null : (countryNamed(typed) ?? typed.trim())
}

/** A unit by its code or its word in any language; what is neither stays, to be refused at its field. */
export const unitOf = (typed: string): string => unitNamed(typed) ?? typed.trim()

/** The word of a unit; of one that the program does not know, its code. */
export function unitWord(unit: string | null, language: Language): string {
  const known = tradeUnits.find((each) => each === unit)
  return known ? texts[language].trade.units[known] : (unit ?? '')
}
