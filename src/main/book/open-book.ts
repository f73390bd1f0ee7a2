import { AppError } from '../../shared/errors.ts'
import { BookWriter } from './batch.ts'
import { inspectBookFile, refuseSharedFolder } from './book-location.ts'
import { checkAtOpening, checkPages, endedUncleanly } from './check-book.ts'
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
      db = openWriter(path)
      checkAtOpening(db, path)
      if (unclean) checkPages(db, path)
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

/**
 * Opens a book for reading beside whoever writes it.
 * @throws AppError book-newer too where the book waits for its migration
 */
export function openBookToRead(path: string): Connection {
  return translated(path, () => {
    inspectBookFile(path, false)
    const db = openReader(path)
    try {
      checkAtOpening(db, path)
      if (schemaVersion(db) !== migrations.length) {
        throw new AppError('book-newer', { path, book: schemaVersion(db), program: migrations.length })
      }
      return db
    } catch (error) {
      db.close()
      throw error
    }
  })
}

function translated<Result>(path: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw translateFailure(error, path)
  }
}
