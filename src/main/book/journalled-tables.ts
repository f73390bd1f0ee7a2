import type { Statement } from 'better-sqlite3'
import type { Connection } from './connection.ts'
import type { Key, Row } from './journal.ts'

type Value = string | number | null

/** One journalled table: reads and writes whole rows by primary key, with the columns that this schema has. */
export interface JournalledTable {
  name: string
  keyColumns: readonly string[]
  columns: readonly string[]
  insert: Statement<Value[]>
  update: Statement<Value[]>
  remove: Statement<Value[]>
  select: Statement<Value[], Value[]>
}

/** Tables of the book that are not made from the journal; every other table is. */
const unjournalled = ['desk', 'journal', 'reference_revision', 'hs_code_use', 'party_use']

/** The tariff is kept with the hash of the file it came from; search indexes make tables of their own. */
const isUnjournalled = (name: string): boolean =>
  unjournalled.includes(name) || name.startsWith('tariff_') || name.startsWith('declaration_search')

/** Names of all journalled tables of the schema at hand. */
export function journalledTableNames(db: Connection): string[] {
  return db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all()
    .filter((name) => !isUnjournalled(name))
}

/** Prepares a table's statements; throws for a name that is no journalled table. */
export function journalledTable(db: Connection, name: string): JournalledTable {
  if (!journalledTableNames(db).includes(name)) throw new Error(`no journalled table ${name}`)
  const info = db.pragma(`table_info(${name})`) as { name: string; pk: number }[]
  const keyColumns = info
    .filter((column) => column.pk > 0)
    .sort((a, b) => a.pk - b.pk)
    .map((column) => column.name)
  const columns = info.filter((column) => column.pk === 0).map((column) => column.name)
  const all = [...keyColumns, ...columns]
  const byKey = keyColumns.map((column) => `${column} = ?`).join(' AND ')
  const set = columns.map((column) => `${column} = ?`).join(', ')
  return {
    name,
    keyColumns,
    columns,
    insert: db.prepare(
      `INSERT INTO ${name} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')}) ON CONFLICT DO NOTHING`,
    ),
    update: db.prepare(`UPDATE ${name} SET ${set} WHERE ${byKey}`),
    remove: db.prepare(`DELETE FROM ${name} WHERE ${byKey}`),
    select: db.prepare<Value[], Value[]>(`SELECT ${columns.join(', ')} FROM ${name} WHERE ${byKey}`).raw(),
  }
}

/** A row's values in the table's column order; columns that the row leaves out are null. */
export function rowValues(table: JournalledTable, row: Row): Value[] {
  return table.columns.map((column) => row[column] ?? null)
}

/** The row as the journal keeps it: without columns that are null. */
export function journalRow(table: JournalledTable, values: readonly Value[]): Row {
  const row: Row = {}
  for (const [index, column] of table.columns.entries()) {
    const value = values[index]
    if (value !== null && value !== undefined) row[column] = value
  }
  return row
}

/**
 * What putting `after` under this key would do, by a connection that may only read.
 * @param keeping completes `after` from the row that stands there already, if there is one
 */
export function outcomeOfPut(
  table: JournalledTable,
  key: Key,
  after: Row,
  keeping?: (before: Row, after: Row) => Row,
): { outcome: 'new' | 'changed' | 'same'; before: Row | null } {
  const stored = table.select.get(...key)
  if (!stored) return { outcome: 'new', before: null }
  const before = journalRow(table, stored)
  const values = rowValues(table, keeping ? keeping(before, after) : after)
  const isSame = stored.every((value, index) => value === values[index])
  return { outcome: isSame ? 'same' : 'changed', before }
}

/** Makes the table say what an entry's `after` says, whatever it said before: the step of a rebuild. */
export function replay(table: JournalledTable, key: Key, after: Row | null): void {
  if (after === null) {
    table.remove.run(...key)
    return
  }
  const values = rowValues(table, after)
  if (table.insert.run(...key, ...values).changes === 0) table.update.run(...values, ...key)
}
