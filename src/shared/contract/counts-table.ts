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

/** What counts are sorted by: each of these is served by the key or the index of dates, in a book of any age. */
export const sortColumns = ['date', 'checkpoint', 'line', 'direction'] as const

export const CountsSort = z.strictObject({
  column: z.enum(sortColumns),
  direction: z.enum(['ascending', 'descending']),
})
export type CountsSort = z.infer<typeof CountsSort>

/** The key of a count, as the place where an export goes on. */
const CountPosition = z.strictObject({
  checkpoint: Code,
  line: Code,
  direction: Direction,
  date: z.union([LocalDate, LocalMonth]),
  period: PeriodText,
})
export type CountPosition = z.infer<typeof CountPosition>

export const countsTableContract = {
  /**
   * A page of the book's counts. Places and lines go in the port's own order; counts of one place, line or direction
   * by date, the newest first; those of one date always as on the count sheets: by place, period, direction and line.
   */
  readCounts: query(
    z.strictObject({
      filter: CountsFilter,
      sort: CountsSort,
      offset: z.int().min(0),
      limit: z.int().min(1).max(mostRowsOfPage),
    }),
    z.strictObject({ rows: z.array(CountRow) }),
  ),
  /** Where the first count of a date stands among those that the filter finds by date, or would stand. */
  findDateInCounts: query(
    z.strictObject({
      filter: CountsFilter,
      direction: z.enum(['ascending', 'descending']),
      date: LocalDate,
    }),
    z.strictObject({ offset: z.int(), rows: z.int() }),
  ),
  /**
   * A part of what the filter finds as the text of a CSV file, in the form of `exportCounts`: the first with its
   * headings, each next one behind the position that the part before it ended with, until `next` is null.
   */
  writeCountsPart: query(
    z.strictObject({ filter: CountsFilter, after: CountPosition.nullable() }),
    z.strictObject({ text: z.string(), rows: z.int(), next: CountPosition.nullable() }),
  ),
  /** How many counts the filter finds. What they add up to is `readFilterTotals`'s to say, by the period rule. */
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
