import { randomInt } from 'node:crypto'
import type { Connection } from './connection.ts'
import { renewDeclarationSearch } from './declaration-search.ts'
import { entryText, JournalAppender, type Key, type Row } from './journal.ts'
import { type JournalledTable, journalledTable, journalRow, rowValues } from './journalled-tables.ts'
import { LogMoving } from './log-moving.ts'
import { OpenFile } from './open-file.ts'

export interface BatchHead {
  operation: string
  at: number
  person: string | null
  reason?: string | null
  undoes?: number | null
}

export type PutOutcome = 'new' | 'changed' | 'same'

/** Tables that are no reference data: their change makes no reader read the port again. */
const dailyTables = [
  'count',
  'control_total',
  'shift_state',
  'handover_note',
  'import_mapping',
  'opening',
  'duty',
  'deployment',
  'departure',
  'declaration',
  'declaration_item',
  'declaration_vehicle',
  'declaration_event',
  'expected_goods',
  'saved_view',
]

/** The writing side of a book: every change of a journalled table goes through here, together with its entry. */
export class BookWriter {
  readonly db: Connection
  readonly log: LogMoving
  readonly #file: OpenFile
  readonly #appender: JournalAppender
  readonly #tables = new Map<string, JournalledTable>()
  readonly #setRevision

  constructor(db: Connection) {
    this.db = db
    this.log = new LogMoving(db)
    this.#file = new OpenFile(db)
    this.#appender = new JournalAppender(db)
    this.#setRevision = db.prepare('UPDATE reference_revision SET number = ?')
  }

  get head() {
    return this.#appender.head
  }

  begin(head: BatchHead): Batch {
    this.db.exec('BEGIN IMMEDIATE')
    return new Batch(this, this.#appender, head)
  }

  table(name: string): JournalledTable {
    let table = this.#tables.get(name)
    if (!table) {
      table = journalledTable(this.db, name)
      this.#tables.set(name, table)
    }
    return table
  }

  /** @internal Never the same number twice, so that nothing read inside an abandoned batch is believed later. */
  renewReference(): void {
    this.#setRevision.run(randomInt(2 ** 47))
  }

  /**
   * @internal Ends a batch's transaction.
   * @param entries how many are kept; of none, all is taken back
   */
  end(entries: number): void {
    try {
      if (entries > 0) {
        renewDeclarationSearch(this.db)
        this.#appender.sealHead()
        this.#file.assertThere()
        this.log.commit(entries)
        return
      }
    } catch (error) {
      this.#takeBack()
      throw error
    }
    this.#takeBack()
  }

  #takeBack(): void {
    if (this.db.inTransaction) this.db.exec('ROLLBACK')
    this.#appender.reload()
  }
}

/** One command's changes: one transaction, one batch of the journal, named by the sequence of its first entry. */
export class Batch {
  readonly number: number
  readonly at: number
  readonly #writer: BookWriter
  readonly #appender: JournalAppender
  readonly #head: BatchHead
  #changed = 0
  #discarded = false

  constructor(writer: BookWriter, appender: JournalAppender, head: BatchHead) {
    this.number = appender.head.sequence + 1
    this.at = head.at
    this.#writer = writer
    this.#appender = appender
    this.#head = { ...head }
  }

  /** Number of entries so far. */
  get changed(): number {
    return this.#changed
  }

  /**
   * Makes the row with this key say `after`; writes nothing where it says so already.
   * @param keeping completes `after` from the row that stands there already, if there is one
   */
  put(entity: string, key: Key, after: Row, keeping?: (before: Row, after: Row) => Row): PutOutcome {
    const table = this.#writer.table(entity)
    let values = rowValues(table, after)
    if (table.insert.run(...key, ...values).changes === 1) {
      this.#append(table.name, key, null, journalRow(table, values))
      return 'new'
    }
    const before = table.select.get(...key) ?? []
    if (keeping) values = rowValues(table, keeping(journalRow(table, before), after))
    if (before.every((value, index) => value === values[index])) return 'same'
    table.update.run(...values, ...key)
    this.#append(table.name, key, journalRow(table, before), journalRow(table, values))
    return 'changed'
  }

  /** The row with this key as this batch has left it, or null. */
  row(entity: string, key: Key): Row | null {
    const table = this.#writer.table(entity)
    const values = table.select.get(...key)
    return values ? journalRow(table, values) : null
  }

  /** Removes the row with this key; writes nothing where there is none. */
  remove(entity: string, key: Key): void {
    const table = this.#writer.table(entity)
    const before = table.select.get(...key)
    if (!before) return
    table.remove.run(...key)
    this.#append(table.name, key, journalRow(table, before), null)
  }

  /** Writes an entry about something that is no row of a table, such as the schema. */
  note(entity: string, key: Key, before: Row | null, after: Row | null): void {
    this.#append(entity, key, before, after)
  }

  /** Says in every entry to come which batch this one undoes. */
  takesBack(batch: number): void {
    this.#head.undoes = batch
  }

  /** Says in every entry to come why it was written. */
  because(reason: string): void {
    this.#head.reason = reason
  }

  /** Makes the commit write nothing: for a trial run, or input that turned out to be refused. */
  discard(): void {
    this.#discarded = true
  }

  /** Commits; durable on disk when this returns. */
  commit(): void {
    this.#writer.end(this.#discarded ? 0 : this.#changed)
  }

  /** Takes everything back: nothing was written. */
  abandon(): void {
    this.#writer.end(0)
  }

  #append(entity: string, key: Key, before: Row | null, after: Row | null): void {
    this.#appender.append(
      entity,
      JSON.stringify(key),
      entryText({
        at: this.#head.at,
        person: this.#head.person,
        operation: this.#head.operation,
        batch: this.number,
        before,
        after,
        reason: this.#head.reason ?? null,
        undoes: this.#head.undoes ?? null,
      }),
    )
    this.#changed += 1
    if (!dailyTables.includes(entity)) this.#writer.renewReference()
  }
}
