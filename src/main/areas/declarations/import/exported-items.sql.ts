import type { Connection } from '../../../book/connection.ts'

/** Ids of the declarations of these dates, drafts apart, by date and number. */
export function iterateDeclarationIds(db: Connection, from: string, to: string): IterableIterator<string> {
  return db
    .prepare<[string, string], string>(
      "SELECT id FROM declaration WHERE date BETWEEN ? AND ? AND state <> 'draft' ORDER BY date, number",
    )
    .pluck()
    .iterate(from, to)
}
