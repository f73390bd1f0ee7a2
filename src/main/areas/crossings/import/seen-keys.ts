import Database from 'better-sqlite3'

/** Where a figure stood in this file before. */
export interface Seen {
  row: number
  value: string | number | null
}

interface SeenTable {
  insert(key: string, seen: Seen): void
  select(key: string): Seen | undefined
  close(): void
}

/** Enough for a year's file, which then needs no table. */
const mostAtFirst = 150_000
/** Once there is a table, little is gained by waiting. */
const mostBetweenSpills = 20_000

/** Remembers every key of a file: in memory at first, then on disk, so that a file of any length takes the same memory. */
export class SeenKeys {
  #inMemory = new Map<string, Seen>()
  #onDisk: SeenTable | null = null

  /** Notes a key; answers where it stood before, or null where it is new. */
  note(key: string, row: number, value: Seen['value']): Seen | null {
    const before = this.find(key)
    if (before) return before
    this.#inMemory.set(key, { row, value })
    if (this.#inMemory.size >= (this.#onDisk ? mostBetweenSpills : mostAtFirst)) this.#spill()
    return null
  }

  find(key: string): Seen | undefined {
    return this.#inMemory.get(key) ?? this.#onDisk?.select(key)
  }

  forget(): void {
    this.#inMemory.clear()
    this.#onDisk?.close()
    this.#onDisk = null
  }

  #spill(): void {
    this.#onDisk ??= makeTable()
    const { insert } = this.#onDisk
    for (const [key, seen] of [...this.#inMemory].sort(([a], [b]) => (a < b ? -1 : 1))) insert(key, seen)
    this.#inMemory = new Map()
  }
}

/** A file of its own that goes with its connection: what the book's own connection keeps aside stays in memory. */
function makeTable(): SeenTable {
  const db = new Database('')
  db.pragma('journal_mode = OFF')
  db.exec('CREATE TABLE seen_key (key TEXT PRIMARY KEY, row INTEGER, value ANY) STRICT, WITHOUT ROWID; BEGIN')
  const insert = db.prepare('INSERT INTO seen_key VALUES (?, ?, ?)')
  const select = db.prepare<[string], Seen>('SELECT row, value FROM seen_key WHERE key = ?')
  return {
    insert: (key, { row, value }) => insert.run(key, row, value),
    select: (key) => select.get(key),
    close: () => db.close(),
  }
}
