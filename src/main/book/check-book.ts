import { existsSync, statSync } from 'node:fs'
import { AppError } from '../../shared/errors.ts'
import { applicationId, type Connection } from './connection.ts'
import { chainHash } from './journal.ts'

const tailLength = 64

/** Whether the last program that had the book ended without closing it: its write-ahead log is still there. */
export function endedUncleanly(path: string): boolean {
  return existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0
}

/**
 * The quick checks of every opening: it is a book, and the end of its journal hangs together.
 * @throws AppError book-not-a-book, book-damaged
 */
export function checkAtOpening(db: Connection, path: string): void {
  if (db.pragma('application_id', { simple: true }) !== applicationId)
    throw new AppError('book-not-a-book', { path })
  const heads = db.prepare<[], { number: number; sequence: number; hash: Buffer }>('SELECT * FROM desk').all()
  if (heads.length === 0) throw new AppError('book-damaged', { path })
  for (const head of heads) checkTail(db, path, head)
}

function checkTail(
  db: Connection,
  path: string,
  head: { number: number; sequence: number; hash: Buffer },
): void {
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
  const verdict = db.pragma('quick_check(1)', { simple: true })
  if (verdict !== 'ok') throw new AppError('book-damaged', { path })
}
