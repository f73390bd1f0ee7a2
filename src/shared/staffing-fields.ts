import { z } from 'zod'
import { StaffNumber } from './staffing/staffing-words.ts'

/** Fields of the staffing settings as people type them; see `setting-fields`. */

const longestText = 120
const unreadable = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\u200b\ufeff]/u

/** A line of text that may be left empty, null then. @throws (as a refusal) name-unreadable, name-too-long */
const optionalText = z
  .string()
  .nullable()
  .refine((text) => text === null || !unreadable.test(text), {
    params: { error: 'name-unreadable' },
    abort: true,
  })
  .transform((text) => text?.trim().normalize('NFC') || null)
  .refine((text) => text === null || text.length <= longestText, {
    params: { error: 'name-too-long' },
    abort: true,
  })

export const OfficerName = optionalText
export const OutageReason = optionalText

/** A staff number for somebody new, full-width letters and digits made plain; else officer-number-impossible. */
export const NewStaffNumber = z
  .string()
  .transform((text) => text.normalize('NFKC').trim())
  .refine((text) => StaffNumber.safeParse(text).success, {
    params: { error: 'officer-number-impossible' },
    abort: true,
  })
