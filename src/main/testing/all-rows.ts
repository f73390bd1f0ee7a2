import type { Connection } from '../book/connection.ts'
import { journalledTableNames } from '../book/journalled-tables.ts'

type TableRows = Record<string, unknown[]>

/** Every row of every table that is made from the journal, in key order. */
export function journalledRows(db: Connection): TableRows {
  return rowsOf(db, journalledTableNames(db))
}

/** The journalled tables, the chain and its head: what a refused command must leave as it is. */
export function allRows(db: Connection): TableRows {
  return rowsOf(db, ['desk', 'journal', ...journalledTableNames(db)])
}

function rowsOf(db: Connection, tables: readonly string[]): TableRows {
  return Object.fromEntries(tables.map((name) => [name, db.prepare(`SELECT * FROM ${name}`).all()]))
}
