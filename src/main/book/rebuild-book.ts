import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { AppError } from '../../shared/errors.ts'
import type { Connection } from './connection.ts'
import { prepareEmptyBook } from './create-book.ts'
import { renewDeclarationSearch } from './declaration-search.ts'
import type { Key, Row } from './journal.ts'
import { type JournalledTable, journalledTable, journalledTableNames, replay } from './journalled-tables.ts'
import { applyMigration, schemaVersion } from './migrate-book.ts'
import { migrations } from './migrations/index.ts'
import { verifyChain } from './verify-chain.ts'
import { makeWhole } from './whole-book.ts'

interface StoredEntry {
  desk: number
  sequence: number
  entity: string
  key: string
  entry: string
  hash: Buffer
}

/**
 * Makes a book's tables again from its journal alone, through the same migrations, into a new file.
 * @returns the number of entries replayed
 * @throws AppError book-exists; book-damaged where the journal's chain does not hold
 */
export function rebuildBook(
  source: Connection,
  target: string,
  steps: readonly string[] = migrations,
): number {
  if (existsSync(target)) throw new AppError('book-exists', { path: target })
  const damage = verifyChain(source).damage[0]
  if (damage) throw new AppError('book-damaged', { path: source.name, journal: damage.sequence })
  return makeWhole(target, (unfinished) => {
    const db = new Database(unfinished)
    try {
      return replayJournal(source, db, steps)
    } finally {
      db.close()
    }
  })
}

function replayJournal(source: Connection, db: Connection, steps: readonly string[]): number {
  const desks = source
    .prepare<[], { number: number; id: string; sequence: number; hash: Buffer }>(
      'SELECT * FROM desk ORDER BY number',
    )
    .all()
  prepareEmptyBook(db, desks[0]?.id ?? '', firstSchema(source), steps)
  db.exec('BEGIN')
  db.pragma('defer_foreign_keys = ON')
  const setDesk = db.prepare('INSERT OR REPLACE INTO desk (number, id, sequence, hash) VALUES (?, ?, ?, ?)')
  for (const desk of desks) setDesk.run(desk.number, desk.id, desk.sequence, desk.hash)
  const keepEntry = db.prepare(
    'INSERT INTO journal (desk, sequence, entity, key, entry, hash) VALUES (?, ?, ?, ?, ?, ?)',
  )
  let tables = allTables(db)
  let entries = 0
  for (const stored of storedEntries(source)) {
    keepEntry.run(stored.desk, stored.sequence, stored.entity, stored.key, stored.entry, stored.hash)
    entries += 1
    const { after = null } = JSON.parse(stored.entry) as { after?: Row }
    if (stored.entity === 'schema') {
      const version = Number(after?.version)
      if (version === schemaVersion(db)) continue
      applyMigration(db, steps, version)
      tables = allTables(db)
      continue
    }
    // The tariff is kept with the hash of its file, and not rebuilt: the entry says which one it was.
    if (stored.entity === 'tariff_edition') continue
    const table = tables.get(stored.entity)
    if (!table) throw new AppError('book-damaged', { path: source.name, journal: stored.sequence })
    replay(table, JSON.parse(stored.key) as Key, after)
  }
  renewDeclarationSearch(db)
  db.exec('COMMIT')
  return entries
}

function storedEntries(source: Connection): IterableIterator<StoredEntry> {
  return source
    .prepare<[], StoredEntry>(
      'SELECT desk, sequence, entity, key, entry, hash FROM journal ORDER BY desk, sequence',
    )
    .iterate()
}

/** The schema that the book was made with: the first thing its journal says. */
function firstSchema(source: Connection): number {
  const version = source
    .prepare<[], number>(
      "SELECT entry ->> '$.after.version' FROM journal WHERE entity = 'schema' ORDER BY desk, sequence LIMIT 1",
    )
    .pluck()
    .get()
  if (version === undefined) throw new AppError('book-damaged', { path: source.name, journal: 1 })
  return version
}

function allTables(db: Connection): Map<string, JournalledTable> {
  return new Map(journalledTableNames(db).map((name) => [name, journalledTable(db, name)]))
}
