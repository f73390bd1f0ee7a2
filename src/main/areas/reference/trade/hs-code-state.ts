import type { Connection } from '../../../book/connection.ts'
import { prepared } from '../../../book/statements.ts'

/**
 * Whether the tariff of a date has a code; `unchecked` where no tariff holds. A line that nothing is below knows longer
 * codes too: a tariff of 6 digits says nothing of the national ones.
 */
export function hsCodeState(db: Connection, hsCode: string, date: string): 'known' | 'unknown' | 'unchecked' {
  const edition = prepared<[string], { id: number }>(
    db,
    'SELECT id FROM tariff_edition WHERE from_date <= ? ORDER BY from_date DESC LIMIT 1',
  ).get(date)
  if (!edition) return 'unchecked'
  const line = prepared<[{ edition: number; code: string; date: string }], { id: number }>(
    db,
    `SELECT id FROM tariff_line
     WHERE edition = @edition AND @date BETWEEN from_date AND to_date AND (code = @code OR leaf = 1)
       AND code IN (@code, substr(@code, 1, 6), substr(@code, 1, 7), substr(@code, 1, 8), substr(@code, 1, 9))
     LIMIT 1`,
  ).get({ edition: edition.id, code: hsCode, date })
  return line ? 'known' : 'unknown'
}
