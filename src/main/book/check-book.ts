import { existsSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { AppError } from '../../shared/errors.ts'
import { applicationId, type Connection } from './connection.ts'
import { chainHash } from './journal.ts'
import { schemaVersion } from './migrate-book.ts'
import { migrations } from './migrations/index.ts'
import { translateFailure } from './sqlite-errors.ts'

const tailLength = 64

/** Whether the last program that had the book ended without closing it: its write-ahead log is still there. */
export function endedUncleanly(path: string): boolean {
  return existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0
}

export interface Head {
  number: number
  sequence: number
  hash: Buffer
}

/**
 * The quick checks of every opening: it is a book, no newer than this program, and the end of its journal hangs
 * together. They only read.
 * @throws AppError book-not-a-book, book-newer, book-damaged
 */
export function checkAtOpening(db: Connection, path: string): void {
  // Head and tail of one moment: a command committed between the two would look like damage.
  const check = db.transaction(() => {
    for (const head of checkIdentity(db, path)) checkTail(db, path, head)
  })
  check()
}

/**
 * Whether it is a book that this program can read, whatever was done to its journal.
 * @returns the head of each desk's chain
 * @throws AppError book-not-a-book, book-newer, book-damaged
 */
export function checkIdentity(db: Connection, path: string): Head[] {
  if (db.pragma('application_id', { simple: true }) !== applicationId)
    throw new AppError('book-not-a-book', { path })
  if (schemaVersion(db) > migrations.length)
    throw new AppError('book-newer', { path, book: schemaVersion(db), program: migrations.length })
  const heads = headsOf(db, path)
  if (heads.length === 0) throw new AppError('book-damaged', { path })
  return heads
}

function headsOf(db: Connection, path: string): Head[] {
  try {
    return db.prepare<[], Head>('SELECT number, sequence, hash FROM desk').all()
  } catch (error) {
    const missing = error instanceof Database.SqliteError && error.code === 'SQLITE_ERROR'
    throw missing ? new AppError('book-damaged', { path }) : error
  }
}

function checkTail(db: Connection, path: string, head: Head): void {
  const tail = db
    .prepare<
      [number, number],
      { sequence: number; entity: string; key: string; entry: string; hash: Buffer }
    >('SELECT sequence, entity, key, entry, hash FROM journal WHERE desk = ? ORDER BY sequence DESC LIMIT ?')
    .all(head.number, tailLength)
  const last = tail[0]
  if (!last || last.sequence !== head.sequence || !last.hash.equals(head.hash)) {
    throw new AppError('book-damaged', { path, journal: head.sequence })
  }
  for (const [index, link] of tail.entries()) {
    const before = tail[index + 1]
    if (!before) return
    const expected = chainHash(before.hash.toString('hex'), link.sequence, link.entity, link.key, link.entry)
    if (expected !== link.hash.toString('hex'))
      throw new AppError('book-damaged', { path, journal: link.sequence })
  }
}

/**
 * SQLite's own check of every page: slow on an old book, so it runs on a reader.
 * @throws AppError book-damaged
 */
export function checkPages(db: Connection, path: string): void {
  try {
    const verdict = db.pragma('quick_check(1)', { simple: true })
    if (verdict !== 'ok') throw new AppError('book-damaged', { path })
  } catch (error) {
    throw translateFailure(error, path)
  }
}
