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

/** Turns SQLite's and the file system's failures into errors of the closed list; leaves everything else as it is. */
export function translateFailure(error: unknown, path: string): unknown {
  if (error instanceof Database.SqliteError) {
    if (error.code === 'SQLITE_IOERR_WRITE' || error.code === 'SQLITE_IOERR_FSYNC')
      return new AppError('disk-full', { path })
    const meaning = meanings.find(([code]) => error.code.startsWith(code))
    return meaning ? new AppError(meaning[1], { path }) : error
  }
  if (error instanceof Error && 'code' in error) {
    if (error.code === 'ENOSPC' || error.code === 'EDQUOT') return new AppError('disk-full', { path })
    if (error.code === 'EROFS' || error.code === 'EACCES' || error.code === 'EPERM')
      return new AppError('file-unreadable', { path })
  }
  return error
}
