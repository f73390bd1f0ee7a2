import Database from 'better-sqlite3'
import { AppError } from '../../shared/errors.ts'
import { BookWriter } from './batch.ts'
import { folderIsWritable, inspectBookFile, refuseSharedFolder } from './book-location.ts'
import { checkAtOpening, checkIdentity, checkPages, endedUncleanly } from './check-book.ts'
import { type Connection, openReader, openWriter } from './connection.ts'
import { lockBook } from './lock-book.ts'
import { migrateBook, schemaVersion } from './migrate-book.ts'
import { migrations } from './migrations/index.ts'
import { translateFailure } from './sqlite-errors.ts'

/** A book open for writing: this process alone holds it. */
export interface OpenBook {
  path: string
  writer: BookWriter
  close(): void
}

/**
 * Opens a book for writing: lock, checks, migrations.
 * After an unclean end every page is checked first.
 * @throws AppError with a code that says what is wrong and leaves the file as it is
 */
export function openBook(path: string, program: string): OpenBook {
  return translated(path, () => {
    inspectBookFile(path, true)
    refuseSharedFolder(path)
    const lock = lockBook(path, program)
    let db: Connection | undefined
    try {
      const unclean = endedUncleanly(path)
      checkBeforeWriting(path, unclean)
      db = openWriter(path)
      migrateBook(db, path, Date.now())
      const writer = new BookWriter(db)
      const connection = db
      return {
        path,
        writer,
        close: () => {
          connection.close()
          lock.release()
        },
      }
    } catch (error) {
      db?.close()
      lock.release()
      throw error
    }
  })
}

/** A writer's connection alone changes a file: it sets the journal's mode and, at its end, moves the log into the book. */
function checkBeforeWriting(path: string, everyPage: boolean): void {
  const check = (db: Connection): void => {
    checkAtOpening(db, path)
    if (everyPage) checkPages(db, path)
  }
  try {
    checkOn(openReader(path), check)
  } catch (error) {
    if (!leftHalfWritten(error)) throw error
    // Its first opening was cut short before it had a write-ahead log: only a writer can take that back.
    checkOn(openWriter(path), check)
  }
}

function checkOn(db: Connection, check: (db: Connection) => void): void {
  try {
    check(db)
  } finally {
    db.close()
  }
}

const leftHalfWritten = (error: unknown): boolean =>
  error instanceof Database.SqliteError && error.code === 'SQLITE_READONLY_ROLLBACK'

/**
 * Opens a book for reading beside whoever writes it.
 * @throws AppError book-older where the book waits for its migration; book-read-only where SQLite cannot keep its
 *   index of the write-ahead log beside the book
 */
export function openBookToRead(path: string): Connection {
  return openChecked(path, checkAtOpening)
}

/** Opens a book for `verifyChain`, which tells what was done to a journal that every other opening refuses. */
export function openBookToVerify(path: string): Connection {
  return openChecked(path, checkIdentity)
}

function openChecked(path: string, check: (db: Connection, path: string) => unknown): Connection {
  return translated(path, () => {
    inspectBookFile(path, false)
    const db = openReaderBeside(path)
    try {
      check(db, path)
      const versions = { path, book: schemaVersion(db), program: migrations.length }
      if (versions.book > versions.program) throw new AppError('book-newer', versions)
      if (versions.book < versions.program) throw new AppError('book-older', versions)
      return db
    } catch (error) {
      db.close()
      throw error
    }
  })
}

function openReaderBeside(path: string): Connection {
  try {
    return openReader(path)
  } catch (error) {
    const cannotOpen = error instanceof Database.SqliteError && error.code === 'SQLITE_CANTOPEN'
    throw cannotOpen && !folderIsWritable(path) ? new AppError('book-read-only', { path }) : error
  }
}

function translated<Result>(path: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw translateFailure(error, path)
  }
}
