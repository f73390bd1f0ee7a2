import { chmodSync, copyFileSync, existsSync, rmSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import Database from 'better-sqlite3'
import { inspectBookFile } from './book-location.ts'
import { checkAtOpening, checkPages } from './check-book.ts'
import { openReader, openWriter } from './connection.ts'
import { flush, makeWhole } from './whole-book.ts'

/** What SQLite may keep beside a book: saved work that is not in the book's own file yet, or that is to be taken back. */
const logs = ['-wal', '-journal']

/** A path in the folder for a copy of the book that no file has yet: `NAME-copy.portbook`, `NAME-copy-2.portbook`, … */
export function freeCopyPath(book: string, folder: string): string {
  const extension = extname(book)
  const name = basename(book, extension).replace(/-copy(-\d+)?$/, '')
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${name}-copy${number === 1 ? '' : `-${number}`}${extension}`)
    if (!existsSync(path)) return path
  }
}

/**
 * Copies a book that may be write-protected, or open in another program, and checks every page of the copy before it
 * gets its name. The book is only read.
 * @throws AppError book-missing, book-not-a-book, book-newer, book-damaged, file-unreadable; book-exists,
 *   folder-not-writable, book-on-network-folder, disk-full of the copy's place
 */
export function copyBook(book: string, copy: string): void {
  inspectBookFile(book, false)
  makeWhole(copy, (unfinished) => {
    removeLogs(unfinished)
    try {
      copyPages(book, unfinished)
      settle(unfinished, book)
    } catch (error) {
      removeLogs(unfinished)
      throw error
    }
    flush(unfinished)
  })
}

function copyPages(book: string, unfinished: string): void {
  try {
    const reader = openReader(book)
    try {
      reader.prepare('VACUUM INTO ?').run(unfinished)
    } finally {
      reader.close()
    }
  } catch (error) {
    if (!cannotRead(error)) throw error
    copyFiles(book, unfinished)
  }
}

/** SQLite reads a write-protected book only where it can keep an index of its log; nobody writes such a book meanwhile. */
const cannotRead = (error: unknown): boolean =>
  error instanceof Database.SqliteError && /^SQLITE_(CANTOPEN|READONLY)/.test(error.code)

function copyFiles(book: string, unfinished: string): void {
  rmSync(unfinished, { force: true })
  for (const part of ['', ...logs]) {
    if (!existsSync(book + part)) continue
    copyFileSync(book + part, unfinished + part)
    // A copied file is as write-protected as the one before it.
    chmodSync(unfinished + part, statSync(unfinished + part).mode | 0o600)
  }
}

/** Brings what the logs hold into the copy's own file, and checks it. */
function settle(unfinished: string, book: string): void {
  const db = openWriter(unfinished)
  try {
    checkAtOpening(db, book)
    checkPages(db, book)
    db.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    db.close()
  }
}

function removeLogs(unfinished: string): void {
  for (const log of [...logs, '-shm']) rmSync(unfinished + log, { force: true })
}
