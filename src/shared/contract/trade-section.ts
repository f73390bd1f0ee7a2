import { z } from 'zod'
import { LocalDate } from '../dates.ts'
import { GroupMeasure, TradeDirection } from '../trade/trade-words.ts'
import { Code, Names } from '../words.ts'

/**
 * What every number of trade rests on: only released declarations count, imports on the date of their release and exports
 * on the date of their clearance; throughput is their gross weight, goods are the net weight of their items.
 */
export const tradeBasis =
  'throughput by gross weight of declarations; goods by net weight of items; released only, imports by release date, exports by clearance date'

const span = { from: LocalDate, to: LocalDate }

/** Both directions together stand first. */
export const TradeFlow = z.enum(['both', 'import', 'export'])
export type TradeFlow = z.infer<typeof TradeFlow>

const TradeComparison = z.strictObject({
  base: z.enum(['previous', 'sameWeekdayLastWeek', 'lastYear', 'yearToDate']),
  direction: TradeFlow,
  ...span,
  /** Gross weight in the base period; null where it lies before the book's first declaration. */
  value: z.int().nullable(),
  /** What is compared with it: the report's own, or the year up to its end. It ends today where the period goes on. */
  current: z.strictObject({ ...span, value: z.int() }),
  /** (current − value) / value. Null means n/a: the base is zero or missing, or the period is not over and the base is whole. */
  change: z.number().nullable(),
})
export type TradeComparison = z.infer<typeof TradeComparison>

const GroupFigure = z.strictObject({
  code: Code,
  names: Names,
  /** The group that it is nested in, and counts in. */
  parent: Code.nullable(),
  measure: GroupMeasure,
  direction: TradeDirection,
  /** Net weight of its items. */
  grams: z.int(),
  /** Number of its pieces; null where none of them was counted. */
  units: z.int().nullable(),
  /** Declarations with at least one such item. */
  declarations: z.int(),
})
export type GroupFigure = z.infer<typeof GroupFigure>

/** What was imported and exported in the days of a report. */
export const TradeSection = z.strictObject({
  basis: z.literal(tradeBasis),
  ...span,
  /** The checkpoint whose declarations these are; null for the whole port, also in a shift at a place without goods. */
  checkpoint: z.strictObject({ code: Code, names: Names }).nullable(),
  /** Gross weights of declarations. */
  importsGrams: z.int(),
  exportsGrams: z.int(),
  /** What the weighbridge says of their vehicles; null where none was weighed. */
  weighbridge: z.strictObject({ importsGrams: z.int().nullable(), exportsGrams: z.int().nullable() }),
  declarations: z.strictObject({ imports: z.int(), exports: z.int() }),
  /** Groups with any such goods in either direction, in the port's order, a nested one behind its parent: both directions each. */
  groups: z.array(GroupFigure),
  comparisons: z.array(TradeComparison),
})
export type TradeSection = z.infer<typeof TradeSection>
