import { isHsCode } from '../../../../shared/tariff/hs-code.ts'
import type { Connection } from '../../../book/connection.ts'
import { selectEditionOn, selectLines } from '../tariff/tariff.sql.ts'

/** What the tariff of a date says of a code that goods are declared by; `unchecked` where no tariff holds. */
export interface HsCodeState {
  state: 'known' | 'unknown' | 'unchecked'
  /** The statutory units, none where the tariff says none. */
  units: string[]
}

/** Fewest digits of a code that goods are declared by. */
const fewestDigits = 6

/**
 * A line that nothing is below knows longer codes too: a tariff of 6 digits says nothing of the national ones. A code of a
 * chapter that there is not needs no tariff to be unknown.
 */
export function hsCodeState(db: Connection, hsCode: string, date: string): HsCodeState {
  if (!isHsCode(hsCode)) return { state: 'unknown', units: [] }
  const edition = selectEditionOn(db, date)
  if (!edition) return { state: 'unchecked', units: [] }
  const beginnings = Array.from({ length: hsCode.length - fewestDigits + 1 }, (_, more) =>
    hsCode.slice(0, fewestDigits + more),
  )
  const line = selectLines(db, edition.id, beginnings, date).at(-1)
  if (!line || (line.code !== hsCode && line.leaf === 0)) return { state: 'unknown', units: [] }
  return { state: 'known', units: [line.unit, line.secondUnit].filter((unit) => unit !== null) }
}
