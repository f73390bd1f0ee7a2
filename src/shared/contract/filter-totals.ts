import { z } from 'zod'
import { LocalDate } from '../dates.ts'
import { Code, Names, Total, Unit } from '../words.ts'
import { CountsFilter } from './counts-table.ts'
import { query } from './operation.ts'

const FilterFigure = z.strictObject({
  /** The total of lines, or the one line that is filtered by. */
  of: z.union([Total, z.literal('line')]),
  unit: Unit,
  /** Null where nothing is known, and for a direction that is filtered out. */
  entries: z.int().nullable(),
  exits: z.int().nullable(),
  total: z.int().nullable(),
  /** True where the span holds, or may hold, more than is known: also where nothing is, unless all was closed. */
  incomplete: z.boolean(),
})
export type FilterFigure = z.infer<typeof FilterFigure>

export const filterTotalsContract = {
  /**
   * What the counts of a filter come to, by the period rule: the figures of the crossings report of the same dates.
   * Without a date the span goes from the book's first count, or to its last; it is null in a book without counts.
   */
  readFilterTotals: query(
    z.strictObject({ filter: CountsFilter }),
    z.strictObject({
      span: z.strictObject({ from: LocalDate, to: LocalDate }).nullable(),
      /** The line that is filtered by; an *of which* line is a part of others and adds to no total. */
      line: z.strictObject({ code: Code, names: Names, ofWhich: z.boolean() }).nullable(),
      figures: z.array(FilterFigure),
    }),
  ),
}
export type FilterTotals = z.infer<typeof filterTotalsContract.readFilterTotals.output>
