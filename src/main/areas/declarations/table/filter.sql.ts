import type { DeclarationsFilter } from '../../../../shared/contract/declarations-table.ts'
import { searchTerms } from '../../../../shared/search-keys.ts'
import type { Connection } from '../../../book/connection.ts'
import { searchRowsOfDeclaration } from '../../../book/declaration-search.ts'
import { prepared } from '../../../book/statements.ts'

/** A piece of a statement with what is bound in it: only fixed text gets into statements. */
export interface Piece {
  sql: string
  values: (string | number)[]
}

/** One thing that a filter asks of declarations `d` or of items `i`. */
export interface Condition {
  /** Asked of each row, so that no index is gone by. */
  test: Piece
  /** The same in a form that goes by its index, and which of the two tables that is. */
  drive: Piece
  drives: 'd' | 'i'
  /** Where its index stands by date within what it asks. */
  byDate: boolean
  /** Rows that its index finds, up to the number that is bound last. */
  found: Piece
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

/** What a filter asks of the header of a declaration. */
export function headerConditions(filter: DeclarationsFilter): Condition[] {
  const conditions = Object.entries(columns).flatMap(([part, column]) => {
    const value = filter[part as keyof typeof columns]
    return value === undefined ? [] : [headerCondition(column, '= ?', [value], true)]
  })
  const { from, to, countedFrom, countedTo } = filter
  if (from !== undefined || to !== undefined) conditions.push(span('date', from, to))
  if (countedFrom !== undefined || countedTo !== undefined) {
    conditions.push(span('counted_date', countedFrom, countedTo))
  }
  return conditions
}

const span = (column: 'date' | 'counted_date', from = '0000', to = '9999-12-31'): Condition =>
  headerCondition(column, 'BETWEEN ? AND ?', [from, to], column === 'date')

function headerCondition(column: string, is: string, values: string[], byDate: boolean): Condition {
  return {
    test: { sql: `+d.${column} ${is}`, values },
    drive: { sql: `d.${column} ${is}`, values },
    drives: 'd',
    byDate,
    found: { sql: `SELECT 1 FROM declaration WHERE ${column} ${is}`, values },
  }
}

/** Behind every code that begins with a prefix. */
const behind = (prefix: string): string => `${prefix}:`

const rangeOf = ({ prefix }: MeantPrefix): string[] => [prefix, behind(prefix)]

/** Goods by prefixes, of which no one finds nothing. Items are asked, or declarations whether an item has such a code. */
export function goodsCondition(prefixes: readonly MeantPrefix[], of: 'declarations' | 'items'): Condition {
  const codes = (column: string): string =>
    prefixes.map(() => `(${column} >= ? AND ${column} < ?)`).join(' OR ') || '0'
  const ranges = prefixes.flatMap(rangeOf)
  const meant: Piece = {
    sql: `(${prefixes.map(() => '(+i.hs_code >= ? AND +i.hs_code < ? AND +d.date BETWEEN ? AND ?)').join(' OR ') || '0'})`,
    values: prefixes.flatMap((each) => [...rangeOf(each), each.from, each.to]),
  }
  const found: Piece = { sql: `SELECT 1 FROM declaration_item WHERE ${codes('hs_code')}`, values: ranges }
  if (of === 'items') {
    const drive: Piece = {
      sql: `(${codes('i.hs_code')}) AND ${meant.sql}`,
      values: [...ranges, ...meant.values],
    }
    return { test: meant, drive, drives: 'i', byDate: false, found }
  }
  const test: Piece = {
    sql: `EXISTS (SELECT 1 FROM declaration_item i WHERE i.declaration = d.id AND ${meant.sql})`,
    values: meant.values,
  }
  const drive: Piece = {
    sql: `d.id IN (SELECT declaration FROM declaration_item WHERE ${codes('hs_code')}) AND ${test.sql}`,
    values: [...ranges, ...test.values],
  }
  return { test, drive, drives: 'd', byDate: false, found }
}

/** What is typed as a question to the search: every word begins one of the keys. Null where nothing is asked. */
function matchOf(text: string | undefined): string | null {
  const terms = searchTerms(text ?? '')
  return terms.length === 0 ? null : terms.map((term) => `"${term.replaceAll('"', '""')}"*`).join(' AND ')
}

const rows = searchRowsOfDeclaration
const found = `FROM declaration_search s
  CROSS JOIN declaration_search_number n ON n.number = s.rowid / ${rows}`

/** Declarations that the search finds by their header or by an item. */
const foundDeclarations = `SELECT n.declaration ${found} WHERE s.declaration_search MATCH ?`

/** Items that the search finds; where it finds a header, all of its items. */
const foundItems = `
  SELECT n.declaration, s.rowid % ${rows} ${found} WHERE s.declaration_search MATCH ? AND s.rowid % ${rows} > 0
  UNION
  SELECT w.declaration, w.position ${found}
  CROSS JOIN declaration_item w ON w.declaration = n.declaration
  WHERE s.declaration_search MATCH ? AND s.rowid % ${rows} = 0`

/** What a typed text asks; none where there is nothing in it to look for. */
export function textConditions(text: string | undefined, of: 'declarations' | 'items'): Condition[] {
  const match = matchOf(text)
  if (match === null) return []
  const drive: Piece =
    of === 'declarations'
      ? { sql: `d.id IN (${foundDeclarations})`, values: [match] }
      : { sql: `(i.declaration, i.position) IN (${foundItems})`, values: [match, match] }
  return [
    {
      test: { ...drive, sql: of === 'declarations' ? `+${drive.sql}` : drive.sql.replace('i.', '+i.') },
      drive,
      drives: of === 'declarations' ? 'd' : 'i',
      byDate: false,
      found: { sql: 'SELECT 1 FROM declaration_search WHERE declaration_search MATCH ?', values: [match] },
    },
  ]
}

/** How many rows a condition's index finds, as far as it is worth counting. */
export function foundUpTo(db: Connection, { found }: Condition, most: number): number {
  const row = prepared<(string | number)[], { rows: number }>(
    db,
    `SELECT count(*) AS rows FROM (${found.sql} LIMIT ?)`,
  ).get(...found.values, most)
  return row?.rows ?? 0
}
