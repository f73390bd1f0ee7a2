import { createHash, hash } from 'node:crypto'
import type { Connection } from './connection.ts'

/** A row of a journalled table without its key: only columns that are not null. */
export type Row = Record<string, string | number | null>
export type Key = readonly (string | number)[]

/** What one entry says; `docs/BOOK.md` gives its stored form. */
export interface Entry {
  at: number
  person: string | null
  operation: string
  batch: number
  before: Row | null
  after: Row | null
  reason: string | null
  undoes: number | null
}

export const entryFormat = 1

/** The stored JSON text of an entry: fields that are null are left out. */
export function entryText(entry: Entry): string {
  return JSON.stringify({
    format: entryFormat,
    at: entry.at,
    person: entry.person ?? undefined,
    operation: entry.operation,
    batch: entry.batch,
    undoes: entry.undoes ?? undefined,
    reason: entry.reason ?? undefined,
    before: entry.before ?? undefined,
    after: entry.after ?? undefined,
  })
}

/** What stands before the first entry of a desk's chain: SHA-256 of the desk's id, in hexadecimal. */
export function chainStart(deskId: string): string {
  return createHash('sha256').update(deskId).digest('hex')
}

/** The hash of an entry in hexadecimal: SHA-256 over the hash before it and the entry's stored text. */
export function chainHash(
  before: string,
  sequence: number,
  entity: string,
  key: string,
  entry: string,
): string {
  return hash('sha256', `${before}\n${sequence}\n${entity}\n${key}\n${entry}`)
}

/** The last link of this desk's chain. */
export interface ChainHead {
  desk: number
  sequence: number
  hash: string
}

/** Appends entries to one desk's chain; the caller owns the transaction. */
export class JournalAppender {
  readonly #insert
  readonly #moveHead
  readonly #readHead
  #head: ChainHead

  constructor(db: Connection) {
    this.#insert = db.prepare(
      'INSERT INTO journal (desk, sequence, entity, key, entry, hash) VALUES (?, ?, ?, ?, ?, ?)',
    )
    this.#moveHead = db.prepare('UPDATE desk SET sequence = ?, hash = ? WHERE number = ?')
    this.#readHead = db.prepare<[], { desk: number; sequence: number; hash: Buffer }>(
      'SELECT number AS desk, sequence, hash FROM desk WHERE number = 1',
    )
    this.#head = this.#stored()
  }

  get head(): ChainHead {
    return this.#head
  }

  append(entity: string, key: string, entry: string): void {
    const { desk, hash: before } = this.#head
    const sequence = this.#head.sequence + 1
    const after = chainHash(before, sequence, entity, key, entry)
    this.#insert.run(desk, sequence, entity, key, entry, Buffer.from(after, 'hex'))
    this.#head = { desk, sequence, hash: after }
  }

  /** Writes the head beside the chain, once per transaction: a cut tail no longer fits it. */
  sealHead(): void {
    this.#moveHead.run(this.#head.sequence, Buffer.from(this.#head.hash, 'hex'), this.#head.desk)
  }

  /** Goes back to what the file says, after a transaction that was taken back. */
  reload(): void {
    this.#head = this.#stored()
  }

  #stored(): ChainHead {
    const stored = this.#readHead.get()
    if (!stored) throw new Error('the book has no desk')
    return { ...stored, hash: stored.hash.toString('hex') }
  }
}
