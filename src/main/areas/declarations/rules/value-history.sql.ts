import type { Connection } from '../../../book/connection.ts'
import { prepared } from '../../../book/statements.ts'

export interface PastValue {
  valueMinor: number
  netGrams: number
}

/** How far back a code is looked at: enough for a median, and the same few milliseconds in any book. */
const newest = 150

const select = (which: string): string =>
  `SELECT value_minor AS valueMinor, net_grams AS netGrams
   FROM (SELECT declaration, value_minor, net_grams FROM declaration_item WHERE ${which} LIMIT ${newest}) AS item
   JOIN declaration ON declaration.id = item.declaration
   WHERE value_minor > 0 AND net_grams > 0 AND currency = @currency AND declaration.id <> @except
     AND state NOT IN ('draft', 'refused', 'withdrawn')`

interface Sought {
  code: string
  currency: string
  except: string
}

/** Values and weights of a code's newest items in one currency. */
export function pastValues(db: Connection, sought: Sought): PastValue[] {
  return prepared<[Sought], PastValue>(db, select('hs_code = @code ORDER BY declaration DESC')).all(sought)
}

/** The same of all codes that have the first six digits in common. */
export function pastValuesOfSix(db: Connection, sought: Sought): PastValue[] {
  return prepared<[Sought], PastValue>(
    db,
    select("hs_code >= substr(@code, 1, 6) AND hs_code < substr(@code, 1, 6) || ':' ORDER BY hs_code DESC"),
  ).all(sought)
}
