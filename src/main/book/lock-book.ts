import { truncateSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import Database from 'better-sqlite3'
import { AppError } from '../../shared/errors.ts'

/** Who holds a book: told to whoever comes second. */
export interface Holder {
  program: string
  computer: string
  user: string
  pid: number
  since: number
}

export interface BookLock {
  release(): void
}

/**
 * Takes the book for writing. The lock is a transaction left open on a small file beside the book, so the system lets
 * go of it when the process ends in whatever way; who holds it can be read meanwhile.
 * @throws AppError book-in-use with the holder's details
 */
export function lockBook(bookPath: string, program: string): BookLock {
  try {
    return takeLock(bookPath, program)
  } catch (error) {
    if (!damagedLock(error)) throw error
    // Emptied and not removed: whoever holds a lock on this file keeps holding it.
    truncateSync(lockPath(bookPath))
    return takeLock(bookPath, program)
  }
}

const damagedLock = (error: unknown): boolean =>
  error instanceof Database.SqliteError && /^SQLITE_(NOTADB|CORRUPT|ERROR)/.test(error.code)

function takeLock(bookPath: string, program: string): BookLock {
  const db = new Database(lockPath(bookPath), { timeout: 0 })
  try {
    db.exec('BEGIN IMMEDIATE')
    db.exec(
      'CREATE TABLE IF NOT EXISTS holder (program TEXT, computer TEXT, user TEXT, pid INTEGER, since INTEGER)',
    )
    db.exec('DELETE FROM holder')
    db.prepare('INSERT INTO holder VALUES (?, ?, ?, ?, ?)').run(
      program,
      hostname(),
      userInfo().username,
      process.pid,
      Date.now(),
    )
    db.exec('COMMIT')
    db.exec('BEGIN IMMEDIATE')
  } catch (error) {
    const busy = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
    const holder = busy ? readHolder(db) : null
    db.close()
    if (!busy) throw error
    throw new AppError('book-in-use', { path: bookPath, ...(holder ?? {}) })
  }
  return { release: () => db.close() }
}

function lockPath(bookPath: string): string {
  return `${bookPath}-lock`
}

function readHolder(db: Database.Database): Holder | null {
  try {
    return db.prepare<[], Holder>('SELECT program, computer, user, pid, since FROM holder').get() ?? null
  } catch {
    return null
  }
}
