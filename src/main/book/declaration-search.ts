import { searchKeys } from '../../shared/search-keys.ts'
import type { Connection } from './connection.ts'
import { prepared } from './statements.ts'

/** Rows of the search of one declaration: its header is the first, its items follow. More than a declaration has items. */
export const searchRowsOfDeclaration = 4_096

/** Books before schema 12 have no search, or one with other numbers, while they are being rebuilt or migrated. */
const firstSchema = 12

/**
 * Brings the search up to what the declarations say now: those that triggers have noted since the last time. Runs inside
 * the transaction of whoever changed them.
 */
export function renewDeclarationSearch(db: Connection): void {
  if (Number(db.pragma('user_version', { simple: true })) < firstSchema) return
  const due = prepared<[], { declaration: string }>(
    db,
    'SELECT declaration FROM declaration_search_due LIMIT 10000',
  )
  for (let some = due.all(); some.length > 0; some = due.all()) {
    for (const { declaration } of some) renewOne(db, declaration)
  }
}

function renewOne(db: Connection, declaration: string): void {
  prepared(db, 'DELETE FROM declaration_search_due WHERE declaration = ?').run(declaration)
  const known = prepared<[string], { number: number }>(
    db,
    'SELECT number FROM declaration_search_number WHERE declaration = ?',
  ).get(declaration)?.number
  if (known !== undefined) {
    const from = known * searchRowsOfDeclaration
    prepared(db, 'DELETE FROM declaration_search WHERE rowid BETWEEN ? AND ?').run(
      from,
      from + searchRowsOfDeclaration - 1,
    )
  }
  const header = headerText(db, declaration)
  if (header === null) {
    prepared(db, 'DELETE FROM declaration_search_number WHERE declaration = ?').run(declaration)
    return
  }
  const number = known ?? newNumber(db, declaration)
  const insert = prepared<[number, string], unknown>(
    db,
    'INSERT INTO declaration_search (rowid, keys) VALUES (?, ?)',
  )
  const first = number * searchRowsOfDeclaration
  insert.run(first, searchKeys(header))
  const items = prepared<[string], { position: number; text: string }>(
    db,
    `SELECT position, concat_ws(' ', hs_code, goods) AS text FROM declaration_item WHERE declaration = ?`,
  ).all(declaration)
  for (const { position, text } of items) insert.run(first + position, searchKeys(text))
}

/** What is found of a header; null where there is none any more. */
function headerText(db: Connection, declaration: string): string | null {
  const header = prepared<[string], { text: string }>(
    db,
    `SELECT concat_ws(' ', number, consignor, consignee, declarant) AS text FROM declaration WHERE id = ?`,
  ).get(declaration)
  if (!header) return null
  const vehicles = prepared<[string], { text: string }>(
    db,
    `SELECT concat_ws(' ', plate, trailer, manifest) AS text FROM declaration_vehicle WHERE declaration = ?`,
  ).all(declaration)
  return [header, ...vehicles].map(({ text }) => text).join(' ')
}

function newNumber(db: Connection, declaration: string): number {
  const { lastInsertRowid } = prepared<[string], unknown>(
    db,
    'INSERT INTO declaration_search_number (declaration) VALUES (?)',
  ).run(declaration)
  return Number(lastInsertRowid)
}
