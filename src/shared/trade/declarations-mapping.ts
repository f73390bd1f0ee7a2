import { z } from 'zod'
import { Column, DatePattern, isMonthPattern, tableFields } from '../mapping-shape.ts'
import { Code } from '../words.ts'
import { Currency, Incoterm, QuantityUnit, TradeCountry, TradeMode } from './trade-fields.ts'
import { TradeDirection, TransportMode } from './trade-words.ts'

/**
 * How a file's rows become declarations, one row an item: what `portbook import declarations --mapping` takes. See
 * `docs/DECLARATIONS-FILES.md`.
 */

/** The file's word → the book's. */
const words = <Value extends z.ZodType>(value: Value) => z.record(z.string(), value).default({})

/** One for the whole file, or a column whose words are the program's own, usual ones, or listed. */
const worded = <Value extends z.ZodType>(value: Value) =>
  z.union([z.strictObject({ fixed: value }), z.strictObject({ column: Column, words: words(value) })])

const text = z.strictObject({ column: Column })

const dated = z.strictObject({
  column: Column,
  pattern: DatePattern.refine((pattern) => !isMonthPattern(pattern), 'a pattern of days'),
})

/** Of cells that do not say a unit themselves. */
export const massUnits = ['kg', 't', 'g'] as const
const weight = z.strictObject({ column: Column, unit: z.enum(massUnits).default('kg') })
const quantity = z.strictObject({
  column: Column,
  unit: z.union([
    z.strictObject({ fixed: QuantityUnit }),
    z.strictObject({ column: Column, words: words(QuantityUnit) }),
  ]),
})

export const DeclarationsMapping = z.strictObject({
  format: z.literal(1),
  ...tableFields,
  /** What a comma in a number is: between thousands, or before the decimals. */
  comma: z.enum(['group', 'decimal']).default('group'),

  number: text,
  date: dated,
  checkpoint: z.union([
    z.strictObject({ code: Code }),
    z.strictObject({ column: Column, codes: words(Code) }),
  ]),
  direction: worded(TradeDirection),
  tradeMode: worded(TradeMode).optional(),
  transportMode: worded(TransportMode).optional(),
  consignor: text.optional(),
  consignee: text.optional(),
  declarant: text.optional(),
  partner: worded(TradeCountry).optional(),
  incoterm: worded(Incoterm).optional(),
  currency: worded(Currency).optional(),
  packages: text.optional(),
  grossWeight: weight.optional(),

  /** What happened to it and when; without a column, it was registered on its own date. */
  registered: dated.optional(),
  inspected: dated.optional(),
  released: dated.optional(),
  cleared: dated.optional(),
  refused: dated.optional(),
  withdrawn: dated.optional(),
  amended: dated.optional(),
  /** Why it was refused, withdrawn or amended. */
  reason: text.optional(),
  /** All of that in one cell, a line for each, as Portbook's own export has it. */
  history: text.optional(),

  /** `lengths`: numbers of digits that a code can have; Excel takes a zero off the beginning. */
  hsCode: z.strictObject({
    column: Column,
    lengths: z.array(z.int().min(6).max(10)).min(1).default([6, 8, 10]),
  }),
  goods: text,
  quantity: quantity.optional(),
  secondQuantity: quantity.optional(),
  netWeight: weight,
  value: text.optional(),
  origin: worded(TradeCountry).optional(),
  destination: worded(TradeCountry).optional(),

  /** Plates of one or several vehicles; the other columns have as many entries. */
  plate: text.optional(),
  trailer: text.optional(),
  weighbridge: weight.optional(),
  crossingDate: dated.optional(),
  manifest: text.optional(),

  /** Goods that the port is not qualified for and that were not released yet: refused, or taken and named. */
  unqualified: z.enum(['refuse', 'take']).default('refuse'),
})
export type DeclarationsMapping = z.infer<typeof DeclarationsMapping>
export type DeclarationsMappingInput = z.input<typeof DeclarationsMapping>

/** Columns that say when something happened. */
export const datedEvents = [
  'registered',
  'inspected',
  'released',
  'cleared',
  'refused',
  'withdrawn',
  'amended',
] as const
