import { addMonths, firstOfMonth, lastOfMonth } from '../../../../shared/dates.ts'
import type { TradeDirection } from '../../../../shared/trade/trade-words.ts'
import type { Connection } from '../../../book/connection.ts'
import { prepared } from '../../../book/statements.ts'

/** Released declarations by the date they are counted on. Only what a field says is left; null leaves all. */
export interface Selection {
  from: string
  to: string
  checkpoint: string | null
  direction: TradeDirection | null
  partner: string | null
  transportMode: string | null
  tradeMode: string | null
}

/** Everything of some dates, at one checkpoint or at all. */
export const ofSpan = ({ from, to }: { from: string; to: string }, checkpoint: string | null): Selection => ({
  ...{ from, to, checkpoint },
  ...{ direction: null, partner: null, transportMode: null, tradeMode: null },
})

/** An item with the header of its declaration; items of one declaration stand together. */
export type LeanItem = [
  declaration: string,
  countedDate: string,
  direction: TradeDirection,
  grossGrams: number | null,
  hsCode: string | null,
  netGrams: number | null,
  /** Number of pieces in millionths; null where it is not counted. */
  pieces: number | null,
]
export type FullItem = [
  ...LeanItem,
  valueMinor: number | null,
  currency: string | null,
  /** What is read of goods alone ends here. */
  partner?: string | null,
  transportMode?: string | null,
  tradeMode?: string | null,
  number?: string | null,
  checkpoint?: string | null,
  /** Of sums only: what the weighbridge says of its vehicles; null where none was weighed. */
  weighbridgeGrams?: number | null,
]

/** Pieces, whatever they are called; a dozen is twelve of them. */
const piecesOf = (quantity: string, unit: string): string => `
  WHEN ${unit} IN ('piece', 'vehicle', 'head', 'pair', 'set') THEN ${quantity}
  WHEN ${unit} = 'dozen' THEN ${quantity} * 12
  WHEN ${unit} = 'thousand' THEN ${quantity} * 1000`
/** Most goods have nothing to count, and that is told first. */
const pieces = `CASE WHEN unit = 'kg' AND second_unit IS NULL THEN NULL ${piecesOf('quantity_millionths', 'unit')}
  ${piecesOf('second_quantity_millionths', 'second_unit')} END`

const lean = `declaration.id, counted_date, direction, gross_grams, hs_code, net_grams, ${pieces}`
const header = 'currency, partner, transport_mode, trade_mode, number, checkpoint'
const columns = {
  items: `${lean}, value_minor, ${header}`,
  /** What nobody asks of a header costs time with every item. */
  goods: `${lean}, value_minor, currency`,
  sums: `declaration.id, counted_date, direction, gross_grams, NULL, sum(net_grams), sum(${pieces}),
    sum(value_minor), ${header}, (SELECT sum(weighbridge_grams) FROM declaration_vehicle AS vehicle
      WHERE vehicle.declaration = declaration.id)`,
}
/**
 * Items with their whole header, items with the currency alone, or a row for each declaration with the sums of its items
 * and vehicles.
 */
export type Detail = keyof typeof columns

/** Every condition stands in the text or not: SQLite then reads as little as it can. */
const conditions = {
  checkpoint: 'checkpoint = @checkpoint',
  direction: 'direction = @direction',
  partner: 'partner = @partner',
  transportMode: 'transport_mode = @transportMode',
  tradeMode: 'trade_mode = @tradeMode',
} as const

function counted(selection: Selection): string {
  const fields = Object.keys(conditions) as (keyof typeof conditions)[]
  const wanted = fields.filter((field) => selection[field] !== null).map((field) => conditions[field])
  return ['counted_date BETWEEN @from AND @to', ...wanted].join(' AND ')
}

/** In the order of the index, so that nothing is sorted; items of a declaration stand as they do in the book. */
const items = (wanted: string, selection: Selection, rest = 'ORDER BY'): string =>
  `SELECT ${wanted}
   FROM declaration INDEXED BY declaration_by_counted_date
   LEFT JOIN declaration_item AS item ON item.declaration = declaration.id
   WHERE ${counted(selection)}
   ${rest} counted_date, direction, declaration.id`

export function leanItems(db: Connection, selection: Selection): Generator<LeanItem> {
  return monthByMonth<LeanItem>(db, items(lean, selection), selection)
}

export function fullItems(db: Connection, selection: Selection, detail: Detail): Generator<FullItem> {
  const sql =
    detail === 'sums' ? items(columns.sums, selection, 'GROUP BY') : items(columns[detail], selection)
  return monthByMonth<FullItem>(db, sql, selection)
}

/** Rows of a month at once take half the time of rows one by one, and no more memory than a month's. */
function* monthByMonth<Row>(db: Connection, sql: string, selection: Selection): Generator<Row> {
  const statement = prepared<[Selection], Row>(db, sql).raw()
  for (let { from } = selection; from <= selection.to; from = addMonths(firstOfMonth(from), 1)) {
    const last = lastOfMonth(from)
    yield* statement.all({ ...selection, from, to: last < selection.to ? last : selection.to })
  }
}

export interface Throughput {
  direction: TradeDirection
  declarations: number
  grossGrams: number
}

/** Gross weight of declarations, by direction. */
export function throughput(db: Connection, selection: Selection): Throughput[] {
  return prepared<[Selection], Throughput>(
    db,
    `SELECT direction, count(*) AS declarations, total(gross_grams) AS grossGrams
     FROM declaration INDEXED BY declaration_by_counted_date WHERE ${counted(selection)} GROUP BY direction`,
  ).all(selection)
}

/** What the weighbridge says of declarations' vehicles, by direction; where none was weighed there is no row. */
export function weighedByDirection(
  db: Connection,
  selection: Selection,
): { direction: TradeDirection; grams: number }[] {
  return prepared<[Selection], { direction: TradeDirection; grams: number }>(
    db,
    `SELECT direction, sum(weighbridge_grams) AS grams
     FROM declaration INDEXED BY declaration_by_counted_date
     JOIN declaration_vehicle AS vehicle ON vehicle.declaration = declaration.id
     WHERE ${counted(selection)} AND weighbridge_grams IS NOT NULL GROUP BY direction`,
  ).all(selection)
}

/** Whether anything was ever declared at a checkpoint, or at all. */
export function hasDeclarations(db: Connection, checkpoint: string | null): boolean {
  const found =
    checkpoint === null
      ? prepared<[], 1>(db, 'SELECT 1 FROM declaration LIMIT 1').get()
      : prepared<[string], 1>(db, 'SELECT 1 FROM declaration WHERE checkpoint = ? LIMIT 1').get(checkpoint)
  return found !== undefined
}

/** The first date that anything is counted on; undefined in a book without released declarations. */
export function firstCounted(db: Connection, checkpoint: string | null): string | undefined {
  const where = checkpoint === null ? '' : 'AND checkpoint = @checkpoint'
  return prepared<[{ checkpoint: string | null }], string>(
    db,
    `SELECT counted_date FROM declaration INDEXED BY declaration_by_counted_date
     WHERE counted_date IS NOT NULL ${where} ORDER BY counted_date LIMIT 1`,
  )
    .pluck()
    .get({ checkpoint })
}

/** Rates into one currency, by date. */
export function ratesInto(
  db: Connection,
  reporting: string,
): { currency: string; from: string; rate: number; scale: number }[] {
  return prepared<[string], { currency: string; from: string; rate: number; scale: number }>(
    db,
    `SELECT currency, from_date AS "from", rate, scale FROM exchange_rate
     WHERE reporting = ? ORDER BY currency, from_date`,
  ).all(reporting)
}
