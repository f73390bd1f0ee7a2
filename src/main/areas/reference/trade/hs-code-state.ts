import type { Connection } from '../../../book/connection.ts'
import { prepared } from '../../../book/statements.ts'

/** What the tariff of a date says of a code; `unchecked` where no tariff holds. */
export interface HsCodeState {
  state: 'known' | 'unknown' | 'unchecked'
  /** The statutory units, none where the tariff says none. */
  units: string[]
}

/** A line that nothing is below knows longer codes too: a tariff of 6 digits says nothing of the national ones. */
export function hsCodeState(db: Connection, hsCode: string, date: string): HsCodeState {
  const edition = prepared<[string], { id: number }>(
    db,
    'SELECT id FROM tariff_edition WHERE from_date <= ? ORDER BY from_date DESC LIMIT 1',
  ).get(date)
  if (!edition) return { state: 'unchecked', units: [] }
  const line = prepared<
    [{ edition: number; code: string; date: string }],
    { unit: string | null; secondUnit: string | null }
  >(
    db,
    `SELECT unit, second_unit AS secondUnit FROM tariff_line
     WHERE edition = @edition AND @date BETWEEN from_date AND to_date AND (code = @code OR leaf = 1)
       AND code IN (@code, substr(@code, 1, 6), substr(@code, 1, 7), substr(@code, 1, 8), substr(@code, 1, 9))
     ORDER BY length(code) DESC LIMIT 1`,
  ).get({ edition: edition.id, code: hsCode, date })
  if (!line) return { state: 'unknown', units: [] }
  return { state: 'known', units: [line.unit, line.secondUnit].filter((unit) => unit !== null) }
}
