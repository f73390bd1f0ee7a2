import type { Connection } from '../../../book/connection.ts'

/** Where a figure stood in this file before. */
export interface Seen {
  row: number
  value: string | number | null
}

/** Remembers every key of a file, on disk, so that a file of any length is checked in the same memory. */
export class SeenKeys {
  readonly #db: Connection
  readonly #insert
  readonly #select

  constructor(db: Connection) {
    this.#db = db
    db.exec('DROP TABLE IF EXISTS temp.seen_key')
    db.exec('CREATE TEMP TABLE seen_key (key TEXT PRIMARY KEY, row INTEGER, value ANY) STRICT, WITHOUT ROWID')
    this.#insert = db.prepare<[string, number, Seen['value']]>(
      'INSERT INTO temp.seen_key VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    )
    this.#select = db.prepare<[string], Seen>('SELECT row, value FROM temp.seen_key WHERE key = ?')
  }

  /** Notes a key; answers where it stood before, or null where it is new. */
  note(key: string, row: number, value: Seen['value']): Seen | null {
    if (this.#insert.run(key, row, value).changes === 1) return null
    return this.#select.get(key) ?? null
  }

  forget(): void {
    this.#db.exec('DROP TABLE IF EXISTS temp.seen_key')
  }
}
