import Database from 'better-sqlite3'
import { v7 as uuidv7 } from 'uuid'
import { type Batch, BookWriter } from './batch.ts'
import { applicationId, type Connection } from './connection.ts'
import { chainStart } from './journal.ts'
import { applyMigration } from './migrate-book.ts'
import { migrations } from './migrations/index.ts'
import { makeWhole } from './whole-book.ts'

/**
 * Makes a new book; `fill` writes its first batch. The file appears under its name only when it is whole.
 * @throws AppError book-exists, book-on-network-folder, disk-full, file-unreadable
 */
export function createBook(path: string, at: number, fill: (batch: Batch) => void): void {
  makeWhole(path, (unfinished) => {
    const db = new Database(unfinished)
    try {
      prepareEmptyBook(db, uuidv7(), migrations.length)
      const batch = new BookWriter(db).begin({ operation: 'createBook', at, person: null })
      batch.note('schema', ['version'], null, { version: migrations.length })
      fill(batch)
      batch.commit()
    } finally {
      db.close()
    }
  })
}

/** A book of the given schema without a port: where a new book and a rebuilt one begin. */
export function prepareEmptyBook(
  db: Connection,
  deskId: string,
  schema: number,
  steps: readonly string[] = migrations,
): void {
  db.pragma('foreign_keys = ON')
  db.pragma('synchronous = FULL')
  db.exec('BEGIN')
  db.pragma(`application_id = ${applicationId}`)
  for (let version = 1; version <= schema; version += 1) applyMigration(db, steps, version)
  db.prepare('INSERT INTO desk (number, id, sequence, hash) VALUES (1, ?, 0, ?)').run(
    deskId,
    Buffer.from(chainStart(deskId), 'hex'),
  )
  db.exec('COMMIT')
}
