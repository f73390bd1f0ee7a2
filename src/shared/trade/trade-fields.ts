import { z } from 'zod'
import type { ErrorCode } from '../errors.ts'
import { isCountry } from './countries.ts'
import { isCurrency } from './currencies.ts'
import { mostGrams, mostMillionths, mostMinor } from './exact.ts'
import { foldHsCode, foldNumber, foldPlate } from './folding.ts'
import { incoterms, tradeUnits } from './trade-words.ts'

/**
 * Fields of trade as people type them and files bring them. A field that cannot be kept is refused by a code of its
 * own, with the field's path in the details, instead of by the general `invalid-input`.
 */

const instead = (error: ErrorCode) => ({ params: { error }, abort: true })

export const longestParty = 120
export const longestGoods = 200
export const longestReason = 500
export const mostPackages = 99_999_999
const longestNumber = 40
const longestPlate = 16

/** Control characters, halves of characters and marks that turn the direction of writing. */
const unreadable = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\u200b\ufeff]/u

/** A line of text without anything around it; else field-unreadable, field-empty, field-too-long. */
export const TradeText = (most: number) =>
  z
    .string()
    .refine((text) => !unreadable.test(text), instead('field-unreadable'))
    .transform((text) => text.trim().normalize('NFC'))
    .refine((text) => text !== '', instead('field-empty'))
    .refine((text) => [...text].length <= most, instead('field-too-long'))

/** A whole number from 0 to `most`; else amount-impossible. */
const Amount = (most: number) =>
  z.custom<number>(
    (value) => Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= most,
    instead('amount-impossible'),
  )

export const Grams = Amount(mostGrams)
export const Millionths = Amount(mostMillionths)
export const Minor = Amount(mostMinor)
export const Packages = Amount(mostPackages)

/** Text that is folded before it is looked at; a longer one than any that could be right is not even folded. */
const Folded = (fold: (text: string) => string, fits: RegExp, error: ErrorCode) =>
  z
    .string()
    .refine((text) => text.length <= 200, instead(error))
    .transform(fold)
    .refine((text) => fits.test(text), instead(error))

/** Capital Latin letters and digits, set apart by hyphens and slashes; else number-impossible. */
export const DeclarationNumber = Folded(
  foldNumber,
  new RegExp(`^(?=.{1,${longestNumber}}$)[A-Z0-9]+([/-][A-Z0-9]+)*$`),
  'number-impossible',
)

/** Latin letters and digits; Chinese ones as on Chinese plates; else plate-impossible. */
export const Plate = Folded(
  foldPlate,
  new RegExp(`^(?=.*[A-Z0-9])[A-Z0-9\\p{Script=Han}]{2,${longestPlate}}$`, 'u'),
  'plate-impossible',
)

/** 6 to 10 digits, however they are set apart; else hs-code-impossible. */
export const HsCode = Folded(foldHsCode, /^\d{6,10}$/, 'hs-code-impossible')

/** The first 2 to 10 digits of codes; else hs-code-impossible. */
export const HsPrefix = Folded(foldHsCode, /^\d{2,10}$/, 'hs-code-impossible')

/** The customs procedure, such as 0110 for general trade; else trade-code-impossible. */
export const TradeMode = Folded(foldNumber, /^[A-Z0-9]{1,6}$/, 'trade-code-impossible')

const Letters = (known: (code: string) => boolean, error: ErrorCode) =>
  z
    .string()
    .transform((text) => (text.length > 200 ? text : foldNumber(text)))
    .refine(known, instead(error))

/** A country of ISO 3166; else country-unknown. */
export const TradeCountry = Letters(isCountry, 'country-unknown')
/** A currency of ISO 4217; else currency-unknown. */
export const Currency = Letters(isCurrency, 'currency-unknown')
/** Terms of delivery; else trade-code-impossible. */
export const Incoterm = Letters((code) => incoterms.some((each) => each === code), 'trade-code-impossible')
/** A unit of the program's list; else unit-unknown. */
export const QuantityUnit = z
  .string()
  .refine((unit) => tradeUnits.some((each) => each === unit), instead('unit-unknown'))

/** Why something was done; else field-unreadable, field-empty, field-too-long. */
export const Reason = TradeText(longestReason)
