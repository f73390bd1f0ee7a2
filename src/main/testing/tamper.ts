import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import type { Connection } from '../book/connection.ts'
import { type TestBook, testBook } from './test-book.ts'

export interface Link {
  desk: number
  sequence: number
  entity: string
  key: string
  entry: string
  hash: Buffer
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()

/** The hash of an entry as docs/BOOK.md describes it, written apart from the program's own. */
export function hashOf(before: Buffer, link: Omit<Link, 'desk' | 'hash'>): Buffer {
  return sha256(
    [before.toString('hex'), link.sequence, link.entity, link.key, link.entry].map(String).join('\n'),
  )
}

/** What stands before the first entry. */
export function startOf(db: Connection): Buffer {
  return sha256(String(db.prepare('SELECT id FROM desk WHERE number = 1').pluck().get()))
}

export function linksOf(db: Connection): Link[] {
  return db.prepare<[], Link>('SELECT desk, sequence, entity, key, entry, hash FROM journal').all()
}

/** A book with 20 counts after its first batch. */
export async function bookWithHistory(): Promise<TestBook & { last: number; head: string }> {
  const book = testBook()
  for (let day = 1; day <= 20; day += 1) {
    const date = `2025-02-${String(day).padStart(2, '0')}`
    await book.done('recordCounts', {
      checkpoint: 'yard',
      counts: [{ line: 'trucks', direction: 'entry', date, period: 'day', value: day }],
    })
  }
  const { sequence, hash } = book.writer.head
  return Object.assign(book, { last: sequence, head: `${sequence}:${hash}` })
}

/** The closed book's file in the hands of somebody who knows SQLite: no triggers, no foreign keys. */
export function tampering(book: TestBook): Forger {
  book.close()
  const db = new Database(book.path)
  db.pragma('foreign_keys = OFF')
  db.exec('DROP TRIGGER journal_keeps_entries; DROP TRIGGER journal_keeps_text')
  return new Forger(db)
}

/** Ways to change a journal behind the program's back. */
export class Forger {
  readonly db: Connection

  constructor(db: Connection) {
    this.db = db
  }

  edit(sequence: number, column: 'entry' | 'key' | 'entity', text: string): this {
    this.db.prepare(`UPDATE journal SET ${column} = ? WHERE sequence = ?`).run(text, sequence)
    return this
  }

  remove(from: number, to: number): this {
    this.db.prepare('DELETE FROM journal WHERE sequence BETWEEN ? AND ?').run(from, to)
    return this
  }

  /** Moves every entry from a sequence on up or down. */
  renumber(from: number, by: number): this {
    this.db.prepare('UPDATE journal SET sequence = -(sequence + ?) WHERE sequence >= ?').run(by, from)
    this.db.exec('UPDATE journal SET sequence = -sequence WHERE sequence < 0')
    return this
  }

  /** Puts an entry where there is none, with the hash that fits its predecessor or another. */
  insert(sequence: number, hash?: Buffer, desk = 1): this {
    const link = { sequence, entity: 'count', key: '["yard"]', entry: '{"format":1,"at":1}' }
    const before = linksOf(this.db).find((known) => known.sequence === sequence - 1)?.hash
    const fitting = hashOf(before ?? startOf(this.db), link)
    this.db
      .prepare('INSERT INTO journal (desk, sequence, entity, key, entry, hash) VALUES (?, ?, ?, ?, ?, ?)')
      .run(desk, sequence, link.entity, link.key, link.entry, hash ?? fitting)
    return this
  }

  /** Gives every entry from a sequence on (up to another) the hash that fits. */
  rehash(from: number, to = Number.MAX_SAFE_INTEGER): this {
    let before = startOf(this.db)
    for (const link of linksOf(this.db)) {
      const hash = link.sequence >= from && link.sequence <= to ? hashOf(before, link) : link.hash
      this.db.prepare('UPDATE journal SET hash = ? WHERE sequence = ?').run(hash, link.sequence)
      before = hash
    }
    return this
  }

  mendHead(): this {
    this.db.exec(`UPDATE desk SET (sequence, hash) =
      (SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1)`)
    return this
  }
}
