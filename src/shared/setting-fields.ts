import { z } from 'zod'
import { isDate, isWorkingDate, TimeOfDay } from './dates.ts'
import type { ErrorCode } from './errors.ts'
import { reservedShiftCodes } from './periods.ts'
import { Code, Language } from './words.ts'

/**
 * Fields as people type them into the settings. A field that cannot be kept is refused by a code of its own, with the
 * field's path in the details, instead of by the general `invalid-input`.
 */

const longestName = 120
/** Refuses a field by a code of its own. */
export const instead = (error: ErrorCode) => ({ params: { error }, abort: true })

/** Control characters, halves of characters and marks that turn the direction of writing: no name has them. */
const unreadable = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\u200b\ufeff]/u

/** @throws (as a refusal) name-unreadable, name-empty, name-too-long */
const NameText = z
  .string()
  .refine((text) => !unreadable.test(text), instead('name-unreadable'))
  .transform((text) => text.trim().normalize('NFC'))
  .refine((text) => text !== '', instead('name-empty'))
  .refine((text) => text.length <= longestName, instead('name-too-long'))

/** Names in one to four languages; refused without any by name-empty. */
export const SettingNames = z
  .partialRecord(Language, NameText)
  .refine((names) => Object.keys(names).length > 0, instead('name-empty'))

/** One word for events that recur; refused as a name is. */
export const EventKind = NameText

/** A code for something new; a letter that only looks Latin is refused by code-impossible. */
export const NewCode = z.string().refine((text) => Code.safeParse(text).success, instead('code-impossible'))

/** The same for a shift, which cannot have a word that means something in a period; code-impossible too. */
export const NewShiftCode = NewCode.refine(
  (code) => !reservedShiftCodes.includes(code),
  instead('code-impossible'),
)

/** A date from 1900 to 2999 that exists; else date-impossible. */
export const SettingDate = z
  .string()
  .refine((text) => isDate(text) && isWorkingDate(text), instead('date-impossible'))

/** A time of the port's clock up to 24:00; else time-impossible. */
export const SettingTime = z
  .string()
  .refine((text) => TimeOfDay.safeParse(text).success, instead('time-impossible'))

/** A date at which something begins or ends; null where it has no beginning or no end. */
export const OpenDate = SettingDate.nullable()

/** The two capital letters of a country; else country-impossible. */
export const Country = z.string().refine((text) => /^[A-Z]{2}$/.test(text), instead('country-impossible'))
