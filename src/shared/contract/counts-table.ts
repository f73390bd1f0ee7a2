import { z } from 'zod'
import { LocalDate, LocalMonth } from '../dates.ts'
import { PeriodText } from '../periods.ts'
import { Code, Direction, Names, Unit } from '../words.ts'
import { query } from './operation.ts'

/** Which counts are shown; what is left out is not filtered by. A month row belongs to every date of its month. */
export const CountsFilter = z.strictObject({
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  checkpoint: Code.optional(),
  line: Code.optional(),
  direction: Direction.optional(),
})
export type CountsFilter = z.infer<typeof CountsFilter>

/** The most rows that one page has. */
export const mostRowsOfPage = 200

/** One stored count with its names of its own date. */
const CountRow = z.strictObject({
  date: z.union([LocalDate, LocalMonth]),
  checkpoint: Code,
  checkpointNames: Names,
  period: PeriodText,
  /** Names of the period's shift; null for a day and a month. */
  shiftNames: Names.nullable(),
  direction: Direction,
  line: Code,
  lineNames: Names,
  /** True for an *of which* line, whose counts are part of others. */
  ofWhich: z.boolean(),
  unit: Unit,
  value: z.int().nullable(),
  state: z.enum(['number', 'closed', 'not-applicable']),
  source: z.string().nullable(),
  provisional: z.boolean(),
})
export type CountRow = z.infer<typeof CountRow>

export const countsTableContract = {
  /** A page of the book's counts by date, sorted and filtered by SQL. */
  readCounts: query(
    z.strictObject({
      filter: CountsFilter,
      sort: z.strictObject({ column: z.literal('date'), direction: z.enum(['ascending', 'descending']) }),
      offset: z.int().min(0),
      limit: z.int().min(1).max(mostRowsOfPage),
    }),
    z.strictObject({ rows: z.array(CountRow) }),
  ),
  /** How many counts the filter finds. What they add up to is the crossings report's to say, by the period rule. */
  numberOfCounts: query(z.strictObject({ filter: CountsFilter }), z.strictObject({ rows: z.int() })),
  /** Places and lines that counts can be filtered by, also those that have ended, under their newest names. */
  listCountFilters: query(
    z.strictObject({}),
    z.strictObject({
      checkpoints: z.array(z.strictObject({ code: Code, names: Names })),
      lines: z.array(z.strictObject({ code: Code, names: Names })),
    }),
  ),
}
