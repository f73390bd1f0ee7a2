import { type Exact, mostGrams, parseExact } from '../../../shared/trade/exact.ts'
import { commaIn } from '../../../shared/trade/format-exact.ts'
import type { Language } from '../../../shared/words.ts'
import { plainDigits } from '../../lib/days.ts'

const tonnes = /\s*(t|т|тонн\p{L}*|吨)$/iu
const kilograms = /\s*(kg|кг|千克|公斤)$/iu

/** Grams of a typed weight: `21.5 t`, `21500 kg`; kilograms without a unit. */
export function parseWeight(typed: string, language: Language): Exact {
  const plain = plainDigits(typed).trim()
  const inTonnes = tonnes.test(plain)
  const digits = inTonnes ? 6 : 3
  return parseExact(plain.replace(inTonnes ? tonnes : kilograms, ''), digits, mostGrams, commaIn(language))
}
