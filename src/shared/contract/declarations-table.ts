import { z } from 'zod'
import { LocalDate } from '../dates.ts'
import { Currency, HsPrefix, TradeCountry } from '../trade/trade-fields.ts'
import { DeclarationState, TradeDirection, TransportMode } from '../trade/trade-words.ts'
import { Code, Names } from '../words.ts'
import { command, query, Receipt } from './operation.ts'

/** The tables of declarations and of their items: pages, totals, text of exports, and views that people saved. */

/** The most that is searched for in one go. */
export const longestDeclarationSearch = 200

/** Which declarations, or items of them, are shown; what is left out is not filtered by. */
export const DeclarationsFilter = z.strictObject({
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  /** The date that they are counted on: what is not released has none. */
  countedFrom: LocalDate.optional(),
  countedTo: LocalDate.optional(),
  state: DeclarationState.optional(),
  direction: TradeDirection.optional(),
  checkpoint: Code.optional(),
  partner: TradeCountry.optional(),
  currency: Currency.optional(),
  transportMode: TransportMode.optional(),
  /** Goods by the first digits of their HS code; a declaration is found by any of its items. */
  hsPrefix: HsPrefix.optional(),
  /** Goods of a commodity group or of one nested in it, by the group's prefixes on the date of the declaration. */
  group: Code.optional(),
  /** Words of any of the four languages, all of them in the header with its vehicles or in one item. */
  text: z.string().max(longestDeclarationSearch).optional(),
})
export type DeclarationsFilter = z.infer<typeof DeclarationsFilter>

const order = z.enum(['ascending', 'descending'])

/** What the tables sort by: each of these has an index. */
export const declarationSorts = [
  'date',
  'countedDate',
  'number',
  'state',
  'checkpoint',
  'direction',
  'partner',
  'gross',
] as const
export const itemSorts = ['date', 'hsCode', 'net', 'value'] as const

export const DeclarationsSort = z.strictObject({ column: z.enum(declarationSorts), direction: order })
export type DeclarationsSort = z.infer<typeof DeclarationsSort>
export const ItemsSort = z.strictObject({ column: z.enum(itemSorts), direction: order })
export type ItemsSort = z.infer<typeof ItemsSort>

const header = {
  declaration: z.uuid(),
  number: z.string().nullable(),
  date: LocalDate,
  countedDate: LocalDate.nullable(),
  state: DeclarationState,
  amended: z.boolean(),
  checkpoint: Code,
  checkpointNames: Names,
  direction: TradeDirection,
  transportMode: TransportMode.nullable(),
  consignor: z.string().nullable(),
  consignee: z.string().nullable(),
  partner: z.string().nullable(),
  currency: z.string().nullable(),
}

const DeclarationRow = z.strictObject({
  ...header,
  grossGrams: z.int().nullable(),
  /** Sums over the items, whatever of them is known. */
  netGrams: z.int(),
  valueMinor: z.int(),
  items: z.int(),
  vehicles: z.int(),
  /** What the first item is called. */
  goods: z.string().nullable(),
})
export type DeclarationRow = z.infer<typeof DeclarationRow>

const ItemRow = z.strictObject({
  ...header,
  position: z.int(),
  hsCode: z.string().nullable(),
  goods: z.string().nullable(),
  quantity: z.strictObject({ millionths: z.int(), unit: z.string() }).nullable(),
  netGrams: z.int().nullable(),
  valueMinor: z.int().nullable(),
  origin: z.string().nullable(),
  destination: z.string().nullable(),
})
export type ItemRow = z.infer<typeof ItemRow>

const DeclarationTotals = z.strictObject({
  declarations: z.int(),
  items: z.int(),
  vehicles: z.int(),
  /** Gross weight of the declarations, of their items the net weight, and what the weighbridge said of their vehicles. */
  grossGrams: z.int(),
  netGrams: z.int(),
  weighbridgeGrams: z.int(),
  /** By currency; null for values without one. */
  values: z.array(z.strictObject({ currency: z.string().nullable(), minor: z.int() })),
})
export type DeclarationTotals = z.infer<typeof DeclarationTotals>

/** The two tables: whole declarations, or their items. */
export const DeclarationsTable = z.enum(['declarations', 'items'])
export type DeclarationsTable = z.infer<typeof DeclarationsTable>

/** Where an export goes on: behind this row of the order of writing. */
const Position = z.strictObject({ declaration: z.uuid(), position: z.int() })
export type DeclarationPosition = z.infer<typeof Position>

/** The most rows that one page has. */
export const mostRowsOfDeclarationsPage = 200

const page = { offset: z.int().min(0), limit: z.int().min(1).max(mostRowsOfDeclarationsPage) }

/** Columns, filter and order under a name of somebody's own. */
const viewName = z.string().trim().min(1).max(60)
const SavedView = z.strictObject({
  name: viewName,
  filter: DeclarationsFilter,
  sort: z.strictObject({ column: z.string().max(40), direction: order }),
  hidden: z.array(z.string().max(40)).max(40),
  order: z.array(z.string().max(40)).max(40),
})
export type SavedView = z.infer<typeof SavedView>

export const declarationsTableContract = {
  /** A page of declarations. Those of one value of the sorted column go by date, then as they were entered. */
  readDeclarations: query(
    z.strictObject({ filter: DeclarationsFilter, sort: DeclarationsSort, ...page }),
    z.strictObject({ rows: z.array(DeclarationRow) }),
  ),
  /** A page of items; a text is looked for in the item or in its declaration's header. */
  readDeclarationItems: query(
    z.strictObject({ filter: DeclarationsFilter, sort: ItemsSort, ...page }),
    z.strictObject({ rows: z.array(ItemRow) }),
  ),
  /** How many rows a table has under a filter. */
  numberOfDeclarations: query(
    z.strictObject({ filter: DeclarationsFilter, of: DeclarationsTable }),
    z.strictObject({ rows: z.int() }),
  ),
  /**
   * What a table comes to. Of items, gross weight and vehicles are those of the declarations that have at least one of
   * them, each once.
   */
  readDeclarationTotals: query(
    z.strictObject({ filter: DeclarationsFilter, of: DeclarationsTable }),
    DeclarationTotals,
  ),
  /** A part of a table as the text of a CSV file, until `next` is null; in the order in which they were entered. */
  writeDeclarationsPart: query(
    z.strictObject({ of: DeclarationsTable, filter: DeclarationsFilter, after: Position.nullable() }),
    z.strictObject({ text: z.string(), rows: z.int(), next: Position.nullable() }),
  ),
  /** The same part as cells under their headings: for a workbook. */
  readDeclarationsPart: query(
    z.strictObject({ of: DeclarationsTable, filter: DeclarationsFilter, after: Position.nullable() }),
    z.strictObject({
      headings: z.array(z.string()),
      rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
      next: Position.nullable(),
    }),
  ),
  /** What a table was saved as, by name. */
  readSavedViews: query(z.strictObject({ of: DeclarationsTable }), z.array(SavedView)),
  /** Keeps a view under its name, in place of the one that had it. */
  keepSavedView: command(z.strictObject({ of: DeclarationsTable, view: SavedView }), Receipt),
  /** Gives a view another name. Refused: setting-gone, view-name-taken. */
  renameSavedView: command(
    z.strictObject({ of: DeclarationsTable, name: z.string().max(60), to: viewName }),
    Receipt,
  ),
  /** Refused: setting-gone. */
  removeSavedView: command(z.strictObject({ of: DeclarationsTable, name: z.string().max(60) }), Receipt),
}
