import { z } from 'zod'

/** The words of a port's book (DESIGN, Words) as schemas, shared by the contract, port files and mapping files. */

export const languages = ['zh-CN', 'en', 'ru', 'kk'] as const
export const Language = z.enum(languages)
export type Language = z.infer<typeof Language>

/** A short stable name in files and on the command line; never shown where a name in the reader's language exists. */
export const Code = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)

export const directions = ['entry', 'exit'] as const
export const Direction = z.enum(directions)
export type Direction = z.infer<typeof Direction>

export const units = ['persons', 'vehicles', 'trains', 'containers'] as const
export const Unit = z.enum(units)
export type Unit = z.infer<typeof Unit>

/** Totals that lines add up to: `passengers` leaves crew out, `persons` has them; the others are named as their unit. */
export const totals = ['passengers', 'persons', 'vehicles', 'trains', 'containers'] as const
export const Total = z.enum(totals)
export type Total = z.infer<typeof Total>

/** The total that a control total of this unit is compared with: persons means passengers without crew. */
export const controlledTotal = {
  persons: 'passengers',
  vehicles: 'vehicles',
  trains: 'trains',
  containers: 'containers',
} as const satisfies Record<Unit, Total>

/** Largest count that a cell takes. */
export const largestCount = 9_999_999

export const CountNumber = z.int().min(0).max(largestCount)

/** Most characters of the text that says whose figure a count is. */
export const longestSource = 80

/** Shifts over midnight count in two parts, before and after 24:00, or wholly on the day they began. */
export const MidnightRule = z.enum(['split', 'start-day'])
export type MidnightRule = z.infer<typeof MidnightRule>

/** Instant as integer UTC milliseconds. */
export const AtMs = z.int()

/** Names in one to four languages. */
export const Names = z
  .partialRecord(Language, z.string().min(1).max(120))
  .refine((names) => Object.keys(names).length > 0, 'a name in at least one language')
export type Names = z.infer<typeof Names>
