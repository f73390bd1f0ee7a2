import type { Statement } from 'better-sqlite3'
import type { Connection } from './connection.ts'

const kept = new WeakMap<Connection, Map<string, Statement>>()

/** Prepares a statement once per connection: for SQL that runs at every key press or row. */
export function prepared<Parameters extends unknown[], Row>(
  db: Connection,
  text: string,
): Statement<Parameters, Row> {
  let statements = kept.get(db)
  if (!statements) {
    statements = new Map()
    kept.set(db, statements)
  }
  let statement = statements.get(text)
  if (!statement) {
    statement = db.prepare(plannedOnce(text))
    statements.set(text, statement)
  }
  return statement as unknown as Statement<Parameters, Row>
}

/**
 * Where a statement joins or sorts, SQLite plans it anew for every other value of `= ?`, in case that one has a better
 * plan: with one row to read, that is most of its time. Of a value behind a plus it expects nothing. Without samples of
 * ANALYZE, which no book has, the plan is the same.
 */
const plannedOnce = (text: string): string => text.replaceAll(/ (=|IS) \?(?!\d)/g, ' $1 +?')
