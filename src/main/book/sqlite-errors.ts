import Database from 'better-sqlite3'
import { AppError, type ErrorCode } from '../../shared/errors.ts'

/** SQLite's result codes that have a meaning for the user; extended codes begin with these. */
const meanings: [string, ErrorCode][] = [
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_READONLY', 'book-read-only'],
  ['SQLITE_NOTADB', 'book-not-a-book'],
  ['SQLITE_CORRUPT', 'book-damaged'],
  ['SQLITE_IOERR', 'book-damaged'],
  ['SQLITE_CANTOPEN', 'file-unreadable'],
  ['SQLITE_BUSY', 'book-in-use'],
]

/** What a disk without room answers beside SQLITE_FULL: to a write, its flush, or the log's shared index. */
const whenFull = ['SQLITE_IOERR_WRITE', 'SQLITE_IOERR_FSYNC', 'SQLITE_IOERR_SHMSIZE']

/** Turns SQLite's and the file system's failures into errors of the closed list; leaves everything else as it is. */
export function translateFailure(error: unknown, path: string): unknown {
  if (error instanceof Database.SqliteError) {
    if (whenFull.includes(error.code)) return new AppError('disk-full', { path })
    const meaning = meanings.find(([code]) => error.code.startsWith(code))
    return meaning ? new AppError(meaning[1], { path }) : error
  }
  return translateFileFailure(error, path)
}

/** Turns the file system's failures into errors of the closed list; leaves everything else, SQLite's too, as it is. */
export function translateFileFailure(error: unknown, path: string): unknown {
  if (error instanceof Error && 'syscall' in error && 'code' in error) {
    const file = 'path' in error && typeof error.path === 'string' ? error.path : path
    const full = error.code === 'ENOSPC' || error.code === 'EDQUOT'
    return new AppError(full ? 'disk-full' : 'file-unreadable', { path: file })
  }
  return error
}
