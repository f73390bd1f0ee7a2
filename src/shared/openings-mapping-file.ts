import { z } from 'zod'
import { Column, DatePattern, isMonthPattern, tableFields } from './mapping-shape.ts'
import { Plan } from './staffing/staffing-words.ts'
import { Code, Direction } from './words.ts'

/**
 * How a file's rows become openings, one a row: what `portbook import openings --mapping` takes. See
 * `docs/MAPPING-FILES.md`.
 */

/** The file's word → the book's; a null leaves its rows out. */
const words = <Value extends z.ZodType>(value: Value) => z.record(z.string(), value.nullable())

export const OpeningsMappingFile = z.strictObject({
  format: z.literal(1),
  ...tableFields,
  /** The date that the shift began on. */
  date: z.strictObject({
    column: Column,
    pattern: DatePattern.refine((pattern) => !isMonthPattern(pattern), 'a pattern of days'),
  }),
  /** One for the whole file, or a column with codes or with words that stand for some. */
  checkpoint: z.union([
    z.strictObject({ code: Code }),
    z.strictObject({ column: Column, codes: words(Code).default({}) }),
  ]),
  /** Without it the shift of the date in whose hours the opening begins. */
  shift: z.strictObject({ column: Column, codes: words(Code).default({}) }).optional(),
  channel: z.strictObject({ column: Column, codes: words(Code).default({}) }),
  direction: z.union([
    z.strictObject({ fixed: Direction }),
    z.strictObject({ column: Column, words: words(Direction) }),
  ]),
  plan: z
    .union([z.strictObject({ fixed: Plan }), z.strictObject({ column: Column, words: words(Plan) })])
    .default({ fixed: 'actual' }),
  /** Two columns, or one with both such as `09:00–13:30`. An empty end: still open. */
  times: z.union([z.strictObject({ from: Column, to: Column }), z.strictObject({ column: Column })]),
  /** How many people; an empty cell says nothing of it. */
  heads: z.strictObject({ column: Column }).optional(),
  /** Staff numbers with their times and roles where these are others than the opening's, such as `061234 09:00–11:00; 061235 11:00–13:30 assistant`. */
  officers: z.strictObject({ column: Column }).optional(),
})
export type OpeningsMappingFile = z.infer<typeof OpeningsMappingFile>
