import Database from 'better-sqlite3'
import {
  type PreviewLine,
  type PreviewList,
  previewLists,
} from '../../../../shared/contract/declarations-import.ts'

const cacheKiB = 4 * 1024
const linesInTransaction = 20_000

/**
 * Keeps the lists of one preview outside memory: SQLite's own temporary file, which nobody else sees and which is gone
 * with the connection, or with the program, however it ends.
 */
export class PreviewLists {
  readonly #db = new Database('')
  readonly #insert
  readonly #page
  /** How many lines each list has. */
  readonly #sizes = new Map<PreviewList, number>()
  #open = 0

  constructor() {
    this.#db.pragma('journal_mode = OFF')
    this.#db.pragma('synchronous = OFF')
    this.#db.pragma(`cache_size = -${cacheKiB}`)
    this.#db.exec(
      'CREATE TABLE preview_line (list INTEGER, place INTEGER, text TEXT, PRIMARY KEY (list, place)) STRICT, WITHOUT ROWID',
    )
    this.#insert = this.#db.prepare<[number, number, string]>('INSERT INTO preview_line VALUES (?, ?, ?)')
    this.#page = this.#db
      .prepare<[number, number, number], string>(
        'SELECT text FROM preview_line WHERE list = ? AND place >= ? ORDER BY place LIMIT ?',
      )
      .pluck()
    this.#db.exec('BEGIN')
  }

  add(list: PreviewList, line: PreviewLine): void {
    const place = this.#sizes.get(list) ?? 0
    this.#insert.run(previewLists.indexOf(list), place, JSON.stringify(line))
    this.#sizes.set(list, place + 1)
    this.#open += 1
    if (this.#open < linesInTransaction) return
    this.#db.exec('COMMIT; BEGIN')
    this.#open = 0
  }

  /** Lines in the file's order. */
  page(list: PreviewList, offset: number, limit: number): PreviewLine[] {
    return this.#page
      .all(previewLists.indexOf(list), offset, limit)
      .map((text) => JSON.parse(text) as PreviewLine)
  }

  close(): void {
    this.#db.close()
  }
}
