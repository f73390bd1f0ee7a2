import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { AppError } from '../../shared/errors.ts'
import { BookWriter } from './batch.ts'
import type { Connection } from './connection.ts'
import { migrations } from './migrations/index.ts'

export function schemaVersion(db: Connection): number {
  return db.pragma('user_version', { simple: true }) as number
}

/** Runs the statements of one migration; the caller owns the transaction. Also a step of every rebuild. */
export function applyMigration(db: Connection, steps: readonly string[], version: number): void {
  const statements = steps[version - 1]
  if (statements === undefined) throw new Error(`no migration ${version}`)
  db.exec(statements)
  db.pragma(`user_version = ${version}`)
}

/**
 * Brings a book to the newest schema, each step in one transaction with an entry in the journal,
 * after a verified copy beside the book.
 * @returns paths of the copies
 * @throws AppError book-newer for a book of a later program
 */
export function migrateBook(
  db: Connection,
  path: string,
  at: number,
  steps: readonly string[] = migrations,
): string[] {
  if (schemaVersion(db) > steps.length) {
    throw new AppError('book-newer', { path, book: schemaVersion(db), program: steps.length })
  }
  const copies: string[] = []
  while (schemaVersion(db) < steps.length) {
    const from = schemaVersion(db)
    copies.push(copyVerified(db, `${path}-before-schema-${from + 1}`))
    const writer = new BookWriter(db)
    const batch = writer.begin({ operation: 'migrateBook', at, person: null })
    try {
      applyMigration(db, steps, from + 1)
      batch.note('schema', ['version'], { version: from }, { version: from + 1 })
      batch.commit()
    } catch (error) {
      batch.abandon()
      throw error
    }
  }
  return copies
}

/**
 * A full copy of the book, checked after writing.
 * @throws AppError book-damaged where the copy does not pass SQLite's check
 */
export function copyVerified(db: Connection, copyPath: string): string {
  rmSync(copyPath, { force: true })
  db.prepare('VACUUM INTO ?').run(copyPath)
  const copy = new Database(copyPath, { readonly: true })
  try {
    const verdict = copy.pragma('quick_check', { simple: true })
    if (verdict !== 'ok') throw new AppError('book-damaged', { path: copyPath })
  } finally {
    copy.close()
  }
  return copyPath
}
