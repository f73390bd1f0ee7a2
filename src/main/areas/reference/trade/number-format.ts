import type { Names } from '../../../../shared/words.ts'
import type { Connection } from '../../../book/connection.ts'
import { prepared } from '../../../book/statements.ts'

/** The form of declaration numbers on a date; null where the port asks for none. */
export function numberFormatOn(db: Connection, date: string): { masks: string[]; description: Names } | null {
  const kept = prepared<[string], { masks: string; description: string }>(
    db,
    `SELECT masks, description FROM declaration_number_format
     WHERE from_date <= ? ORDER BY from_date DESC LIMIT 1`,
  ).get(date)
  if (!kept) return null
  return {
    masks: JSON.parse(kept.masks) as string[],
    description: JSON.parse(kept.description) as Names,
  }
}
