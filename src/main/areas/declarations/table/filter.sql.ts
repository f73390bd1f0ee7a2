import type {
  DeclarationsFilter,
  DeclarationsSort,
  ItemsSort,
} from '../../../../shared/contract/declarations-table.ts'
import { searchTerms } from '../../../../shared/search-keys.ts'
import type { Connection } from '../../../book/connection.ts'
import { searchRowsOfDeclaration } from '../../../book/declaration-search.ts'
import { prepared } from '../../../book/statements.ts'

/** A piece of a statement with what is bound in it: only fixed text gets into statements. */
export interface Piece {
  sql: string
  values: (string | number)[]
}

type Sort = DeclarationsSort['column'] | ItemsSort['column']

/** One thing that a filter asks of declarations `d` or of items `i`. */
export interface Condition {
  /** Asked of each row, so that no index is gone by. */
  test: Piece
  /** The same in a form that goes by its index, and which of the two tables that is. */
  drive: Piece
  drives: 'd' | 'i'
  /** Of items: whether their declaration is looked at. */
  asksHeader: boolean
  /** Where it begins by itself: items \`i\` and their declarations \`d\` by the places that it knows. */
  from?: Piece
  /** Orders of the tables that its index has already. */
  orders: readonly Sort[]
  /** How it goes by its index in these orders, and from where, where that is another way. */
  inOrder?: { drive: Piece; from: string; columns: readonly string[] }
  /** Rows that its index finds, up to the number that is bound last; or how many these are, where that is known. */
  found: Piece | number
}

/** A prefix of HS codes with the dates of declarations on which it is meant. */
export interface MeantPrefix {
  prefix: string
  from: string
  to: string
}

const columns = {
  state: 'state',
  direction: 'direction',
  checkpoint: 'checkpoint',
  partner: 'partner',
  currency: 'currency',
  transportMode: 'transport_mode',
} as const

/** What has one value throughout stands by date. */
const ordersOf: Readonly<Record<keyof typeof columns, readonly Sort[]>> = {
  state: ['state', 'date'],
  direction: ['direction', 'date'],
  checkpoint: ['checkpoint', 'date'],
  partner: ['partner', 'date'],
  currency: ['date'],
  transportMode: ['date'],
}

/** What a filter asks of the header of a declaration. */
export function headerConditions(filter: DeclarationsFilter): Condition[] {
  const conditions = Object.entries(columns).flatMap(([part, column]) => {
    const value = filter[part as keyof typeof columns]
    const orders = ordersOf[part as keyof typeof columns]
    return value === undefined ? [] : [headerCondition(column, '= ?', [value], orders)]
  })
  const { from, to, countedFrom, countedTo } = filter
  if (from !== undefined || to !== undefined) conditions.push(span('date', 'date', from, to))
  if (countedFrom !== undefined || countedTo !== undefined) {
    conditions.push(span('counted_date', 'countedDate', countedFrom, countedTo))
  }
  return conditions
}

const span = (column: string, order: Sort, from = '0000', to = '9999-12-31'): Condition =>
  headerCondition(column, 'BETWEEN ? AND ?', [from, to], [order])

function headerCondition(
  column: string,
  is: string,
  values: string[],
  orders: Condition['orders'],
): Condition {
  return {
    test: { sql: `+d.${column} ${is}`, values },
    drive: { sql: `d.${column} ${is}`, values },
    drives: 'd',
    asksHeader: true,
    orders,
    found: { sql: `SELECT 1 FROM declaration WHERE ${column} ${is}`, values },
  }
}

/** Behind every code that begins with a prefix. */
const behind = (prefix: string): string => `${prefix}:`

const rangeOf = ({ prefix }: MeantPrefix): string[] => [prefix, behind(prefix)]

const isAlways = ({ from, to }: MeantPrefix): boolean => from <= '0001-01-01' && to === '9999-12-31'

/** Goods by prefixes, of which no one finds nothing. Items are asked, or declarations whether an item has such a code. */
export function goodsCondition(prefixes: readonly MeantPrefix[], of: 'declarations' | 'items'): Condition {
  const codes = (column: string): string =>
    prefixes.map(() => `(${column} >= ? AND ${column} < ?)`).join(' OR ') || '0'
  const ranges = prefixes.flatMap(rangeOf)
  const codeMeant = '+i.hs_code >= ? AND +i.hs_code < ?'
  const meant: Piece = {
    sql: `(${prefixes.map((each) => (isAlways(each) ? `(${codeMeant})` : `(${codeMeant} AND +d.date BETWEEN ? AND ?)`)).join(' OR ') || '0'})`,
    values: prefixes.flatMap((each) => [...rangeOf(each), ...(isAlways(each) ? [] : [each.from, each.to])]),
  }
  const each = prefixes.map(() => 'SELECT 1 FROM declaration_item WHERE hs_code >= ? AND hs_code < ?')
  const found = prefixes.length === 0 ? 0 : { sql: each.join(' UNION ALL '), values: ranges }
  if (of === 'items') {
    const drive: Piece = {
      sql: `(${codes('i.hs_code')}) AND ${meant.sql}`,
      values: [...ranges, ...meant.values],
    }
    // One code after the other, those that the port has had, so that what stands between prefixes is leapt over.
    const inOrder = {
      drive: { sql: `(${codes('+u.hs_code')}) AND ${meant.sql}`, values: drive.values },
      from: 'hs_code_use u CROSS JOIN declaration_item i ON i.hs_code = u.hs_code',
      columns: ['u.hs_code', 'i.declaration', 'i.position'],
    }
    const asksHeader = !prefixes.every(isAlways)
    return { test: meant, drive, drives: 'i', asksHeader, orders: ['hsCode'], inOrder, found }
  }
  const test: Piece = {
    sql: `EXISTS (SELECT 1 FROM declaration_item i WHERE i.declaration = d.id AND ${meant.sql})`,
    values: meant.values,
  }
  const drive: Piece = {
    sql: `d.id IN (SELECT declaration FROM declaration_item WHERE ${codes('hs_code')}) AND ${test.sql}`,
    values: [...ranges, ...test.values],
  }
  return { test, drive, drives: 'd', asksHeader: true, orders: [], found }
}

/**
 * What is typed as a question to the search: every word begins one of the keys. Null where nothing is asked: a single
 * letter or digit begins nearly everything.
 */
function matchOf(text: string | undefined): string | null {
  const terms = searchTerms(text ?? '')
  if (terms.every((term) => /^[^\p{Script=Han}]$/u.test(term))) return null
  return terms.map((term) => `"${term.replaceAll('"', '""')}"*`).join(' AND ')
}

const rows = searchRowsOfDeclaration

/** Declarations of places in the search, and items; of a header, all of its items. */
const declarationsAt = `SELECT n.declaration FROM json_each(?) place
  CROSS JOIN declaration_search_number n ON n.number = place.value / ${rows}`
const itemsAt = `
  SELECT n.declaration AS declaration, place.value % ${rows} AS position FROM json_each(?) place
  CROSS JOIN declaration_search_number n ON n.number = place.value / ${rows} WHERE place.value % ${rows} > 0
  UNION
  SELECT item.declaration, item.position FROM json_each(?) place
  CROSS JOIN declaration_search_number n ON n.number = place.value / ${rows}
  CROSS JOIN declaration_item item ON item.declaration = n.declaration WHERE place.value % ${rows} = 0`

/** What the search finds, however many: declarations by their header or by an item, and items likewise. */
const found = `FROM declaration_search s
  CROSS JOIN declaration_search_number n ON n.number = s.rowid / ${rows}`
const foundDeclarations = `SELECT n.declaration ${found} WHERE s.declaration_search MATCH ?`
const foundItems = `
  SELECT n.declaration, s.rowid % ${rows} ${found} WHERE s.declaration_search MATCH ? AND s.rowid % ${rows} > 0
  UNION
  SELECT item.declaration, item.position ${found}
  CROSS JOIN declaration_item item ON item.declaration = n.declaration
  WHERE s.declaration_search MATCH ? AND s.rowid % ${rows} = 0`

/** Whether the search finds a declaration, or an item or its header: where it finds many, each is asked by its place. */
const isDeclarationFound = `(SELECT n.number FROM declaration_search_number n WHERE n.declaration = d.id)
  IN (SELECT s.rowid / ${rows} FROM declaration_search s WHERE s.declaration_search MATCH ?)`
const isItemFound = `EXISTS (
  SELECT 1 FROM declaration_search_number n CROSS JOIN (SELECT 0 AS own UNION ALL SELECT 1) place
  WHERE n.declaration = i.declaration AND n.number * ${rows} + place.own * i.position
    IN (SELECT s.rowid FROM declaration_search s WHERE s.declaration_search MATCH ?))`

/**
 * What a typed text asks; none where there is nothing in it to look for.
 * @param few so many places in the search are looked up at once, and no more
 */
export function textConditions(
  db: Connection,
  text: string | undefined,
  of: 'declarations' | 'items',
  few: number,
): Condition[] {
  const match = matchOf(text)
  if (match === null) return []
  const isOfItems = of === 'items'
  const drives = isOfItems ? 'i' : 'd'
  const places = prepared<[string, number], number>(
    db,
    'SELECT rowid FROM declaration_search WHERE declaration_search MATCH ? LIMIT ?',
  )
    .pluck()
    .all(match, few)
  if (places.length === few) {
    const test = { sql: isOfItems ? isItemFound : isDeclarationFound, values: [match] }
    const drive = isOfItems
      ? { sql: `(i.declaration, i.position) IN (${foundItems})`, values: [match, match] }
      : { sql: `d.id IN (${foundDeclarations})`, values: [match] }
    return [{ test, drive, drives, asksHeader: false, orders: [], found: few }]
  }
  const at = JSON.stringify(places)
  if (isOfItems) {
    const from: Piece = {
      sql: `(${itemsAt}) found
        CROSS JOIN declaration_item i ON i.declaration = found.declaration AND i.position = found.position
        CROSS JOIN declaration d ON d.id = i.declaration`,
      values: [at, at],
    }
    const test: Piece = { sql: `(+i.declaration, +i.position) IN (${itemsAt})`, values: [at, at] }
    const drive: Piece = { sql: '1', values: [] }
    return [{ test, drive, drives, asksHeader: false, from, orders: [], found: places.length }]
  }
  const drive: Piece = { sql: `d.id IN (${declarationsAt})`, values: [at] }
  const test: Piece = { ...drive, sql: `+${drive.sql}` }
  return [{ test, drive, drives, asksHeader: false, orders: [], found: places.length }]
}

/** Dates, as far as the goods that are asked for are meant on some only. */
export function withDatesOf(
  filter: DeclarationsFilter,
  goods: readonly MeantPrefix[] | null,
): DeclarationsFilter {
  if (goods === null || goods.length === 0) return filter
  const first = goods.map(({ from }) => from).reduce((a, b) => (a < b ? a : b))
  const last = goods.map(({ to }) => to).reduce((a, b) => (a > b ? a : b))
  const { from = '0000', to = '9999-12-31' } = filter
  return {
    ...filter,
    ...(first > from && first > '0001-01-01' ? { from: first } : {}),
    ...(last < to ? { to: last } : {}),
  }
}

/** So many declarations of a span of dates are looked at for their ids: a few milliseconds. */
const mostOfSpan = 60_000

/**
 * The first and the last id of the declarations of a span of dates. Ids go by when a declaration was written, more or less
 * as dates do: a row of another year is known by its id before it is looked up. Null where there is no span, or a long one.
 */
export function idsOfSpan(db: Connection, filter: DeclarationsFilter): [string, string] | null {
  const { from, to, countedFrom, countedTo } = filter
  const spans = [
    ['date', from, to],
    ['counted_date', countedFrom, countedTo],
  ] as const
  const known = spans.flatMap(([column, first, last]) => {
    if (first === undefined && last === undefined) return []
    const found = prepared<[string, string, number], { rows: number; first: string; last: string }>(
      db,
      `SELECT count(*) AS rows, coalesce(min(id), '') AS first, coalesce(max(id), '') AS last
       FROM (SELECT id FROM declaration WHERE ${column} BETWEEN ? AND ? LIMIT ?)`,
    ).get(first ?? '0000', last ?? '9999-12-31', mostOfSpan)
    return found && found.rows < mostOfSpan ? [found] : []
  })
  const [one, other = one] = known
  if (!one || !other) return null
  return [one.first > other.first ? one.first : other.first, one.last < other.last ? one.last : other.last]
}

/** How many rows a condition's index finds, as far as it is worth counting. */
export function foundUpTo(db: Connection, { found }: Condition, most: number): number {
  if (typeof found === 'number') return found
  const row = prepared<(string | number)[], { rows: number }>(
    db,
    `SELECT count(*) AS rows FROM (${found.sql} LIMIT ?)`,
  ).get(...found.values, most)
  return row?.rows ?? 0
}
