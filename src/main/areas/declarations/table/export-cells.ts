import type {
  DeclarationPosition,
  DeclarationRow,
  DeclarationsFilter,
  DeclarationsTable,
  ItemRow,
} from '../../../../shared/contract/declarations-table.ts'
import { minorDigits } from '../../../../shared/trade/currencies.ts'
import { exactText } from '../../../../shared/trade/exact.ts'
import type { Connection } from '../../../book/connection.ts'
import type { QueryContext } from '../../../book/handlers.ts'
import { type Cell, csvText } from '../../../book/write-table.ts'
import { selectDeclarationsPart, selectItemsPart } from './pages.sql.ts'
import { declarationRows, itemRows, soughtOf } from './read-tables.ts'

const headerHeadings = [
  'number',
  'date',
  'counted_date',
  'state',
  'checkpoint',
  'direction',
  'transport_mode',
  'consignor',
  'consignee',
  'partner',
  'currency',
]

/** Columns of the two tables in files; weights in kilograms, money in the declaration's currency. */
export const tableHeadings: Readonly<Record<DeclarationsTable, readonly string[]>> = {
  declarations: [...headerHeadings, 'gross_kg', 'net_kg', 'value', 'items', 'vehicles', 'goods'],
  items: [
    ...headerHeadings,
    ...['item', 'hs_code', 'goods', 'quantity', 'unit', 'net_kg', 'value', 'origin', 'destination'],
  ],
}

const kilograms = (grams: number | null): Cell => (grams === null ? null : Number(exactText(grams, 3)))

/** Rounding a minor unit to the nearest double and writing it shortest gives back its very digits. */
const money = (minor: number | null, currency: string | null): Cell =>
  minor === null ? null : Number(exactText(minor, minorDigits(currency ?? '')))

const headerCells = (row: DeclarationRow | ItemRow): Cell[] => [
  row.number,
  row.date,
  row.countedDate,
  row.state,
  row.checkpoint,
  row.direction,
  row.transportMode,
  row.consignor,
  row.consignee,
  row.partner,
  row.currency,
]

const declarationCells = (row: DeclarationRow): Cell[] => [
  ...headerCells(row),
  kilograms(row.grossGrams),
  kilograms(row.netGrams),
  money(row.valueMinor, row.currency),
  row.items,
  row.vehicles,
  row.goods,
]

const itemCells = (row: ItemRow): Cell[] => [
  ...headerCells(row),
  row.position,
  row.hsCode,
  row.goods,
  row.quantity === null ? null : Number(exactText(row.quantity.millionths, 6)),
  row.quantity?.unit ?? null,
  kilograms(row.netGrams),
  money(row.valueMinor, row.currency),
  row.origin,
  row.destination,
]

/** Rows of a table behind a position as cells, and where the next ones begin. */
function partOf(
  db: Connection,
  of: DeclarationsTable,
  filter: DeclarationsFilter,
  after: DeclarationPosition | null,
  most: number,
): { cells: Cell[][]; next: DeclarationPosition | null } {
  const sought = soughtOf(db, filter)
  if (of === 'declarations') {
    const rows = declarationRows(db, selectDeclarationsPart(db, sought, after, most))
    const last = rows.length === most ? rows.at(-1) : undefined
    return {
      cells: rows.map(declarationCells),
      next: last ? { declaration: last.declaration, position: 0 } : null,
    }
  }
  const rows = itemRows(db, selectItemsPart(db, sought, after, most))
  const last = rows.length === most ? rows.at(-1) : undefined
  return {
    cells: rows.map(itemCells),
    next: last ? { declaration: last.declaration, position: last.position } : null,
  }
}

/** Each part is soon there, and never holds up a reader for long. */
const rowsOfPart = 10_000

/** A part of a table as the text of a CSV file. */
export function writeDeclarationsPart(
  { db }: QueryContext,
  input: { of: DeclarationsTable; filter: DeclarationsFilter; after: DeclarationPosition | null },
): { text: string; rows: number; next: DeclarationPosition | null } {
  const { cells, next } = partOf(db, input.of, input.filter, input.after, rowsOfPart)
  const part = input.after === null ? 'first' : 'next'
  return { text: csvText(tableHeadings[input.of], cells, part), rows: cells.length, next }
}

/** A part of a table as cells. */
export function readDeclarationsPart(
  { db }: QueryContext,
  input: { of: DeclarationsTable; filter: DeclarationsFilter; after: DeclarationPosition | null },
): { headings: string[]; rows: Cell[][]; next: DeclarationPosition | null } {
  const { cells, next } = partOf(db, input.of, input.filter, input.after, rowsOfPart)
  return { headings: [...tableHeadings[input.of]], rows: cells, next }
}
