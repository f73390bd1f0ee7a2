import { searchKeys } from '../../../../shared/search-keys.ts'
import type { Connection } from '../../../book/connection.ts'
import { textsOf } from './line-texts.ts'
import { type StoredEdition, type StoredUse, selectLines, selectUses } from './tariff.sql.ts'

export interface UsedCode extends StoredUse {
  /** Search keys of the goods' name and of the tariff's texts, each with a blank before it. */
  keys: string
}

/** Codes that search looks at before the tariff: a port has a few hundred at most in use. */
const mostUsed = 400

/** Keys of a code by what they are made of, kept because every keystroke asks for them. */
const kept = new WeakMap<Connection, Map<string, string>>()
const mostKept = 5_000

/** The port's own codes, the most and latest used first. */
export function usedCodes(db: Connection, edition: StoredEdition | null, date: string): UsedCode[] {
  const uses = selectUses(db, date, mostUsed)
  const known = kept.get(db) ?? new Map<string, string>()
  kept.set(db, known)
  const nameOf = ({ code, goods }: StoredUse): string => `${edition?.importedAt ?? 0} ${code} ${goods ?? ''}`
  const missing = uses.filter((use) => !known.has(nameOf(use)))
  if (known.size + missing.length > mostKept) known.clear()
  const texts = edition && missing.length > 0 ? textsByCode(db, edition, missing, date) : new Map()
  for (const use of missing) {
    const above = [use.code.slice(0, 4), use.code.slice(0, 6), use.code]
    const words = [use.goods ?? '', ...above.flatMap((code) => texts.get(code) ?? [])]
    known.set(nameOf(use), ` ${searchKeys(words.join(' '))}`)
  }
  return uses.map((use) => ({ ...use, keys: known.get(nameOf(use)) ?? '' }))
}

function textsByCode(
  db: Connection,
  edition: StoredEdition,
  uses: readonly StoredUse[],
  date: string,
): Map<string, string[]> {
  const codes = uses.flatMap(({ code }) => [code.slice(0, 4), code.slice(0, 6), code])
  const lines = selectLines(db, edition.id, [...new Set(codes)], date)
  return new Map(lines.map((line) => [line.code, Object.values(textsOf(line))]))
}
