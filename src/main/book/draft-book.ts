import { existsSync, renameSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { AppError } from '../../shared/errors.ts'
import { type Batch, BookWriter } from './batch.ts'
import { createBook } from './create-book.ts'
import { translateFailure } from './sqlite-errors.ts'
import { flush, makeWhole } from './whole-book.ts'

/**
 * Makes a new book that takes many commands to write: `fill` writes its first batch at the instant `at`, `write` the
 * others. Until the end it is a draft that no cut needs to survive, so its commits do not wait for the disk; then it is
 * flushed whole and given its name.
 * @throws AppError book-exists, book-on-network-folder, disk-full, file-unreadable, and whatever `write` throws
 */
export async function createBookByCommands<Result>(
  path: string,
  at: number,
  fill: (batch: Batch) => void,
  write: (writer: BookWriter) => Promise<Result>,
): Promise<Result> {
  if (existsSync(path)) throw new AppError('book-exists', { path })
  const draft = `${path}-draft`
  rmSync(draft, { force: true })
  try {
    createBook(draft, at, fill)
    const result = await written(draft, write)
    flush(draft)
    makeWhole(path, (unfinished) => renameSync(draft, unfinished))
    return result
  } catch (error) {
    throw translateFailure(error, path)
  } finally {
    rmSync(draft, { force: true })
  }
}

async function written<Result>(
  draft: string,
  write: (writer: BookWriter) => Promise<Result>,
): Promise<Result> {
  const db = new Database(draft, { fileMustExist: true })
  try {
    db.pragma('foreign_keys = ON')
    db.pragma('journal_mode = MEMORY')
    db.pragma('synchronous = OFF')
    return await write(new BookWriter(db))
  } finally {
    db.close()
  }
}
