import type { JournalEntry } from '../../../shared/contract/journal.ts'
import type { Connection } from '../../book/connection.ts'
import type { Entry, Row } from '../../book/journal.ts'
import { prepared } from '../../book/statements.ts'

export interface StoredEntry {
  desk: number
  sequence: number
  entity: string
  key: string
  entry: string
  hash: string
}

const columns = 'desk, sequence, entity, key, entry, lower(hex(hash)) AS hash'

/** A stored entry in the form of the contract. */
export function readEntry(stored: StoredEntry): JournalEntry {
  const entry = JSON.parse(stored.entry) as Partial<Entry> & Pick<Entry, 'at' | 'operation' | 'batch'>
  return {
    desk: stored.desk,
    sequence: stored.sequence,
    at: entry.at,
    person: entry.person ?? null,
    operation: entry.operation,
    entity: stored.entity,
    key: JSON.parse(stored.key) as JournalEntry['key'],
    before: entry.before ?? null,
    after: entry.after ?? null,
    reason: entry.reason ?? null,
    batch: entry.batch,
    undoes: entry.undoes ?? null,
  }
}

export interface BatchEnd {
  number: number
  operation: string
  undoes: number | null
  last: number
  at: number
}

/** The batch that ends just before a sequence of this desk. */
export function batchEndingBefore(db: Connection, sequence: number): BatchEnd | undefined {
  return prepared<[number], BatchEnd>(
    db,
    `SELECT batch AS number, operation, undoes, sequence AS last, at FROM journal
     WHERE desk = 1 AND sequence < ? ORDER BY sequence DESC LIMIT 1`,
  ).get(sequence)
}

export function entryAt(db: Connection, sequence: number): StoredEntry | undefined {
  return prepared<[number], StoredEntry>(
    db,
    `SELECT ${columns} FROM journal WHERE desk = 1 AND sequence = ?`,
  ).get(sequence)
}

/** Up to `limit` entries of this desk from `first` to `last`, newest first. */
export function entriesDownwards(db: Connection, first: number, last: number, limit: number): StoredEntry[] {
  return prepared<[number, number, number], StoredEntry>(
    db,
    `SELECT ${columns} FROM journal WHERE desk = 1 AND sequence BETWEEN ? AND ? ORDER BY sequence DESC LIMIT ?`,
  ).all(first, last, limit)
}

export function entriesOfKey(db: Connection, entity: string, key: string): StoredEntry[] {
  return prepared<[string, string], StoredEntry>(
    db,
    `SELECT ${columns} FROM journal WHERE entity = ? AND key = ? ORDER BY desk DESC, sequence DESC`,
  ).all(entity, key)
}

/** Every entry in order, for streaming to a file. */
export function iterateEntries(db: Connection): IterableIterator<StoredEntry> {
  return db.prepare<[], StoredEntry>(`SELECT ${columns} FROM journal ORDER BY desk, sequence`).iterate()
}

/** The shift of an opening; undefined where there is no such opening. */
export function shiftOfOpening(db: Connection, opening: string) {
  return prepared<[string], { checkpoint: string; date: string; shift: string }>(
    db,
    'SELECT checkpoint, date, shift FROM opening WHERE id = ?',
  ).get(opening)
}

/** The declaration that has a number now, or undefined. */
export function declarationWithNumber(db: Connection, number: string): string | undefined {
  return prepared<[string], { id: string }>(db, 'SELECT id FROM declaration WHERE number = ?').get(number)?.id
}

/** The channel and date of an opening; null where it is gone. */
export function openingOf(db: Connection, id: string): Row | null {
  const sql = 'SELECT channel, date FROM opening WHERE id = ?'
  return prepared<[string], Row>(db, sql).get(id) ?? null
}
