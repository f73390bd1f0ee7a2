import type { CountValue } from '../../../../shared/contract/crossings.ts'
import type { PortFile } from '../../../../shared/port-file.ts'
import { lineOnSheet } from '../../../../shared/port-shape.ts'
import type { Connection } from '../../../book/connection.ts'
import type { Row } from '../../../book/journal.ts'
import { type JournalledTable, journalledTable, outcomeOfPut } from '../../../book/journalled-tables.ts'
import { always } from '../../reference/open-dates.ts'
import { type Checkpoint, type PortModel, portModel } from '../../reference/port-model.ts'
import { keepParts } from '../record-counts.ts'
import type { ImportTarget, Put } from './import-target.ts'

/** Says what an import would do to the book, and leaves it as it is: its connection can only read. */
export class CompareTarget implements ImportTarget {
  readonly db: Connection
  readonly #counts: JournalledTable
  readonly #controlTotals: JournalledTable
  #port: PortModel

  constructor(db: Connection) {
    this.db = db
    this.#counts = journalledTable(db, 'count')
    this.#controlTotals = journalledTable(db, 'control_total')
    this.#port = portModel(db)
  }

  port(): PortModel {
    return this.#port
  }

  makeCheckpoint(made: PortFile['checkpoints'][number]): void {
    const { lines, languages } = this.#port
    const sheet: Map<string, { line: NonNullable<ReturnType<typeof lines.get>>; from: string; to: string }> =
      new Map()
    for (const entry of made.sheet.map(lineOnSheet)) {
      const line = lines.get(entry.line)
      if (line) sheet.set(entry.line, { line, from: entry.from ?? always.from, to: entry.to ?? always.to })
    }
    const { code, kind, directions } = made
    const checkpoint: Checkpoint = {
      code,
      kind,
      directions,
      sheet,
      shifts: [],
      hours: [],
      closures: [],
      exceptions: new Map(),
      ...always,
    }
    const names = languages.flatMap((language) => {
      const text = made.names[language]
      return text === undefined ? [] : [{ language, from: always.from, text }]
    })
    this.#port = {
      ...this.#port,
      checkpoints: new Map([...this.#port.checkpoints, [code, checkpoint]]),
      names: new Map([...this.#port.names, [`checkpoint/${code}`, names]]),
    }
  }

  putCount(key: readonly string[], after: Row): Put {
    return put(this.#counts, key, after, keepParts)
  }

  putControlTotal(key: readonly string[], after: Row): Put {
    return put(this.#controlTotals, key, after, keepParts)
  }
}

function put(
  table: JournalledTable,
  key: readonly string[],
  after: Row,
  keeping?: (before: Row, after: Row) => Row,
): Put {
  const { outcome, before } = outcomeOfPut(table, key, after, keeping)
  return { outcome, before: before === null ? null : ((before.value ?? before.mark ?? null) as CountValue) }
}
