import Database from 'better-sqlite3'
import type { RowOutcome } from '../../../../../shared/contract/import.ts'
import { rowOutcomes } from '../../../../../shared/contract/import.ts'

const cacheKiB = 4 * 1024
const rowsInTransaction = 20_000

/** A row as it is kept: what the window gets of it as JSON, apart from its place and outcome. */
export interface ScratchRow {
  row: number
  outcome: RowOutcome
  text: string
}

/**
 * Keeps the rows of one preview outside memory: SQLite's own temporary file, which nobody else sees and which is gone
 * with the connection, or with the program, however it ends.
 */
export class ScratchRows {
  readonly #db = new Database('')
  readonly #insert
  readonly #update
  readonly #select
  readonly #pages
  #open = 0

  constructor() {
    this.#db.pragma('journal_mode = OFF')
    this.#db.pragma('synchronous = OFF')
    this.#db.pragma(`cache_size = -${cacheKiB}`)
    this.#db.exec(
      `CREATE TABLE preview_row (place INTEGER PRIMARY KEY, row INTEGER NOT NULL, outcome INTEGER NOT NULL, text TEXT NOT NULL) STRICT;
       CREATE INDEX preview_row_by_row ON preview_row (row)`,
    )
    this.#insert = this.#db.prepare<[number, number, string]>(
      'INSERT INTO preview_row (row, outcome, text) VALUES (?, ?, ?)',
    )
    this.#update = this.#db.prepare<[number, string, number]>(
      'UPDATE preview_row SET outcome = ?, text = ? WHERE row = ?',
    )
    this.#select = this.#db.prepare<[number], { row: number; outcome: number; text: string }>(
      'SELECT row, outcome, text FROM preview_row WHERE row = ?',
    )
    const columns = 'SELECT row, outcome, text FROM preview_row'
    this.#pages = {
      all: this.#db.prepare<[number, number], { row: number; outcome: number; text: string }>(
        `${columns} WHERE place > ? ORDER BY place LIMIT ?`,
      ),
      outcome: (): PageStatement =>
        this.#db.prepare(
          `${columns} WHERE place IN (SELECT place FROM preview_row WHERE outcome = ? ORDER BY place LIMIT ? OFFSET ?) ORDER BY place`,
        ),
    }
    this.#db.exec('BEGIN')
  }

  add({ row, outcome, text }: ScratchRow): void {
    this.#insert.run(row, rowOutcomes.indexOf(outcome), text)
    this.#open += 1
    if (this.#open < rowsInTransaction) return
    this.#db.exec('COMMIT; BEGIN')
    this.#open = 0
  }

  find(row: number): ScratchRow | null {
    const found = this.#select.get(row)
    return found ? read(found) : null
  }

  change({ row, outcome, text }: ScratchRow): void {
    this.#update.run(rowOutcomes.indexOf(outcome), text, row)
  }

  /** Makes pages by outcome quick, once every row is in. */
  finish(): void {
    this.#db.exec('CREATE INDEX preview_row_by_outcome ON preview_row (outcome, place); COMMIT')
  }

  page(filter: RowOutcome | 'all', offset: number, limit: number): ScratchRow[] {
    const rows =
      filter === 'all'
        ? this.#pages.all.all(offset, limit)
        : this.#pages.outcome().all(rowOutcomes.indexOf(filter), limit, offset)
    return rows.map(read)
  }

  /** Number of rows of each outcome. */
  outcomes(): Record<RowOutcome, number> {
    const counted = this.#db
      .prepare<[], { outcome: number; rows: number }>(
        'SELECT outcome, count(*) AS rows FROM preview_row GROUP BY outcome',
      )
      .all()
    const of = (outcome: RowOutcome): number =>
      counted.find((each) => each.outcome === rowOutcomes.indexOf(outcome))?.rows ?? 0
    return {
      new: of('new'),
      same: of('same'),
      changed: of('changed'),
      refused: of('refused'),
      nothing: of('nothing'),
    }
  }

  close(): void {
    this.#db.close()
  }
}

type PageStatement = Database.Statement<
  [number, number, number],
  { row: number; outcome: number; text: string }
>

function read({ row, outcome, text }: { row: number; outcome: number; text: string }): ScratchRow {
  return { row, outcome: rowOutcomes[outcome] ?? 'nothing', text }
}
