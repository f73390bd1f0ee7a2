import { busesContract } from '../../../shared/contract/buses.ts'
import { declarationsContract } from '../../../shared/contract/declarations.ts'
import { declarationsImportContract } from '../../../shared/contract/declarations-import.ts'
import { declarationsTableContract } from '../../../shared/contract/declarations-table.ts'
import { expectedGoodsContract } from '../../../shared/contract/expected-goods.ts'
import type { JournalEntry, Step } from '../../../shared/contract/journal.ts'
import { settingsContract } from '../../../shared/contract/settings.ts'
import { staffingContract } from '../../../shared/contract/staffing.ts'
import { staffingSettingsContract } from '../../../shared/contract/staffing-settings.ts'
import { tradeSettingsContract } from '../../../shared/contract/trade-settings.ts'
import type { Language, Names } from '../../../shared/words.ts'
import type { Connection } from '../../book/connection.ts'
import { namesOn } from '../reference/names.ts'
import { always } from '../reference/open-dates.ts'
import { portModel } from '../reference/port-model.ts'
import {
  type BatchEnd,
  batchEndingBefore,
  entriesDownwards,
  entryAt,
  openingOf,
  readEntry,
} from './journal.sql.ts'

/** Commands whose changes a person can take back. */
const undoable = [
  'recordCounts',
  'openShiftAfterAll',
  'closeShiftAgain',
  'importCounts',
  'saveMapping',
  'removeMapping',
  'writeNote',
  'changeNote',
  'settleItem',
  'reopenItem',
  'removeNote',
  ...[
    settingsContract,
    staffingSettingsContract,
    staffingContract,
    declarationsContract,
    declarationsTableContract,
    declarationsImportContract,
    expectedGoodsContract,
    tradeSettingsContract,
    busesContract,
  ]
    .flatMap((contract) => Object.entries<{ kind: string }>(contract))
    .flatMap(([name, { kind }]) => (kind === 'command' ? [name] : [])),
]

/** Commands on what the journal only notes: undo looks past them. */
const lookedPast = ['importTariff', 'removeTariff']

/** How far back undo looks: the batches of a long day at one desk. */
const mostBatches = 2_000

/**
 * What undo and redo would do now: undo the newest command that stands, redo the newest undo that stands with nothing
 * new typed since. `batch` is what would be taken back; `first` is an entry of the command it is named after.
 */
export function undoSteps(db: Connection): {
  undo: Step | null
  redo: Step | null
  lastSavedAt: number | null
} {
  const newest = batchEndingBefore(db, Number.MAX_SAFE_INTEGER)
  const takenBack = new Set<number>()
  let redo: Step | null = null
  let batch = newest
  for (let looked = 0; batch && looked < mostBatches; looked += 1) {
    if (!takenBack.has(batch.number) && !lookedPast.includes(batch.operation)) {
      if (undoable.includes(batch.operation))
        return { undo: stepOf(db, batch, batch.number), redo, lastSavedAt: newest?.at ?? null }
      if (batch.undoes === null) break
      takenBack.add(batch.undoes)
      if (batch.operation === 'undo') redo ??= stepOf(db, batch, batch.undoes)
    }
    batch = batchEndingBefore(db, batch.number)
  }
  return { undo: null, redo, lastSavedAt: newest?.at ?? null }
}

function stepOf(db: Connection, batch: BatchEnd, namedAfter: number): Step {
  const stored = entryAt(db, namedAfter)
  if (!stored) throw new Error(`no batch ${namedAfter}`)
  const first = readEntry(stored)
  const names = namesIn(db, first)
  const size = batch.last - batch.number + 1
  return { batch: batch.number, operation: first.operation, size, first, ...(names && { names }) }
}

/** A change of settings has few entries, its names among the first or last of them. */
const mostEntries = 400

/** The newest names in the batch of an entry, by what is named; null where it has none. */
function namesIn(db: Connection, entry: JournalEntry): Step['names'] | null {
  const { operation, sequence, batch } = entry
  const ofRow = namesOfRow(db, entry)
  if (ofRow) return ofRow
  const isOfSettings =
    Object.hasOwn(settingsContract, operation) ||
    Object.hasOwn(staffingSettingsContract, operation) ||
    Object.hasOwn(busesContract, operation)
  if (!isOfSettings && operation !== 'undo' && operation !== 'redo') return null
  const entries = entriesDownwards(db, sequence, sequence + mostEntries, mostEntries)
    .filter(({ entity }) => entity === 'name')
    .map(readEntry)
    .filter((entry) => entry.batch === batch)
    .sort((a, b) => String(a.key[3]).localeCompare(String(b.key[3])))
  const names: Record<string, Names> = {}
  for (const { key, before, after } of entries) {
    const [entity, code, language] = key.map(String)
    const of = `${entity}/${code}`
    names[of] = { ...names[of], [language as Language]: String((before ?? after)?.text) }
  }
  return entries.length > 0 ? names : null
}

/** The names of the channel that an opening is about, or the route of buses: their rows say only the code. */
function namesOfRow(db: Connection, { entity, key, before, after }: JournalEntry): Step['names'] | null {
  // The key of a duty says only which opening it is of.
  const row = entity === 'duty' ? openingOf(db, String(key[0])) : (after ?? before)
  const of = entity === 'route' || entity === 'deployment' || entity === 'departure' ? 'route' : 'channel'
  const code = entity === of || entity === 'deployment' ? key[0] : row?.[of]
  if (typeof code !== 'string') return null
  const date = entity === 'deployment' ? key[1] : row?.date
  const names = namesOn(portModel(db), of, code, String(date ?? always.to))
  return Object.keys(names).length > 0 || entity === 'duty' ? { [`${of}/${code}`]: names } : null
}
