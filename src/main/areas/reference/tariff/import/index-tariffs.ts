import type { TariffTexts } from '../../../../../shared/contract/tariff.ts'
import { searchKeys } from '../../../../../shared/search-keys.ts'
import type { Connection } from '../../../../book/connection.ts'
import * as sql from '../tariff.sql.ts'

/** Shortest code whose text counts for the lines below it: a chapter's would find all of them at once. */
const headingDigits = 4

/** Makes the search index anew from all lines: its rows have no text of their own by which one could be taken out. */
export function indexTariffs(db: Connection): void {
  sql.emptyIndex(db)
  let edition = 0
  /** Keys of the headings and lines gone by in this edition: lines come in the order of codes, those above first. */
  let keys = new Map<string, Set<string>>()
  const insert: [id: number, own: string, above: string][] = []
  for (const line of sql.iterateIndexed(db)) {
    if (line.edition !== edition) {
      edition = line.edition
      keys = new Map()
    }
    const texts = Object.values(JSON.parse(line.names) as TariffTexts)
    const own = new Set(searchKeys([line.code, ...texts].join(' ')).split(' '))
    const above = line.parent === null ? undefined : keys.get(line.parent)
    if (line.code.length >= headingDigits) keys.set(line.code, above ? new Set([...own, ...above]) : own)
    insert.push([
      line.id,
      [...own].join(' '),
      above ? [...above].filter((key) => !own.has(key)).join(' ') : '',
    ])
  }
  for (const [id, own, above] of insert) sql.insertKeys(db, id, own, above)
}
