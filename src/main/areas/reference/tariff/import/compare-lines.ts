import type { TariffPreview, TariffTexts } from '../../../../../shared/contract/tariff.ts'
import type { Connection } from '../../../../book/connection.ts'
import { type KeptLine, type StoredEdition, selectKeptLines } from '../tariff.sql.ts'
import type { PlacedLine } from './line-set.ts'

const mostDifferences = 100

/** What a tariff's lines are to those of the one before, line by line; all are new where there is none. */
export function compareLines(
  db: Connection,
  before: StoredEdition | null,
  lines: readonly PlacedLine[],
): Pick<TariffPreview, 'new' | 'same' | 'changed' | 'gone' | 'differences'> {
  const counted = { new: 0, same: 0, changed: 0, gone: 0 }
  const differences: TariffPreview['differences'] = []
  const differs = (code: string, was: TariffTexts | null, is: TariffTexts | null): void => {
    if (before && differences.length < mostDifferences) differences.push({ code, before: was, after: is })
  }
  const kept = new Map(
    before ? selectKeptLines(db, before.id).map((line) => [`${line.code} ${line.from}`, line]) : [],
  )
  for (const line of lines) {
    const key = `${line.code} ${line.from}`
    const stored = kept.get(key)
    kept.delete(key)
    if (!stored) {
      counted.new += 1
      differs(line.code, null, line.texts)
    } else if (saysTheSame(stored, line)) counted.same += 1
    else {
      counted.changed += 1
      differs(line.code, JSON.parse(stored.names) as TariffTexts, line.texts)
    }
  }
  for (const { code, names } of kept.values()) {
    counted.gone += 1
    differs(code, JSON.parse(names) as TariffTexts, null)
  }
  return { ...counted, differences }
}

function saysTheSame(stored: KeptLine, line: PlacedLine): boolean {
  return (
    stored.names === JSON.stringify(line.texts) &&
    stored.parent === line.parent &&
    stored.unit === line.unit &&
    stored.secondUnit === line.secondUnit &&
    stored.to === line.to
  )
}
