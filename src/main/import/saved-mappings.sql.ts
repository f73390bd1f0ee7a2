import type { Connection } from '../book/connection.ts'

/** Mappings kept for a target, as name and JSON text, by name. */
export function selectMappings(db: Connection, target: string): { name: string; mapping: string }[] {
  return db
    .prepare<[string], { name: string; mapping: string }>(
      'SELECT name, mapping FROM import_mapping WHERE target = ? ORDER BY name',
    )
    .all(target)
}
