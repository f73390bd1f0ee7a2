import type { Connection } from '../../../book/connection.ts'
import { prepared } from '../../../book/statements.ts'

/**
 * Whether a code stands in the tariff of a date as one that goods are declared by; `unchecked` where no tariff holds.
 * A tariff that ends at 6 digits knows a longer code by its first 6.
 */
export function hsCodeState(
  db: Connection,
  hsCode: string,
  date: string,
): 'known' | 'unknown' | 'unchecked' {
  const edition = prepared<[string], { id: number; digits: number }>(
    db,
    `SELECT id, (SELECT max(length(code)) FROM tariff_line WHERE edition = id) AS digits
     FROM tariff_edition WHERE from_date <= ? ORDER BY from_date DESC LIMIT 1`,
  ).get(date)
  if (!edition) return 'unchecked'
  const line = prepared<[number, string, string], { leaf: number }>(
    db,
    `SELECT leaf FROM tariff_line
     WHERE edition = ?1 AND code = substr(?2, 1, ?4) AND ?3 BETWEEN from_date AND to_date`,
  )
  return line ? 'known' : 'unknown'
}
