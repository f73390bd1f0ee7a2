import type { Connection } from '../../../book/connection.ts'
import { prepared } from '../../../book/statements.ts'

/** Views of a table as JSON text, by name. */
export function selectViews(db: Connection, shown: string): { name: string; view: string }[] {
  return prepared<[string], { name: string; view: string }>(
    db,
    'SELECT name, view FROM saved_view WHERE shown = ? ORDER BY name',
  ).all(shown)
}
