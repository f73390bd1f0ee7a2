import type { CountValue } from '../../../../shared/contract/crossings.ts'
import type { PortFile } from '../../../../shared/port-file.ts'
import type { Batch, PutOutcome } from '../../../book/batch.ts'
import type { Connection } from '../../../book/connection.ts'
import type { Row } from '../../../book/journal.ts'
import { type PortModel, portModel } from '../../reference/port-model.ts'
import { writeCheckpoint } from '../../reference/write-port.ts'
import { keepParts } from '../record-counts.ts'

/** What became of a figure; `before` is what the book says, where whoever asked needs it. */
export interface Put {
  outcome: PutOutcome
  before: CountValue
}

/** Where an import's figures go: into the book, or into a comparison with it. Both are judged by the same code. */
export interface ImportTarget {
  readonly db: Connection
  /** The port as this import has made it so far. */
  port(): PortModel
  makeCheckpoint(checkpoint: PortFile['checkpoints'][number]): void
  putCount(key: readonly string[], after: Row): Put
  putControlTotal(key: readonly string[], after: Row): Put
}

const puts: Record<PutOutcome, Put> = {
  new: { outcome: 'new', before: null },
  same: { outcome: 'same', before: null },
  changed: { outcome: 'changed', before: null },
}

/** Writes into the book, as part of a batch. */
export class BookTarget implements ImportTarget {
  readonly db: Connection
  readonly #batch: Batch

  constructor(db: Connection, batch: Batch) {
    this.db = db
    this.#batch = batch
  }

  port(): PortModel {
    return portModel(this.db)
  }

  makeCheckpoint(checkpoint: PortFile['checkpoints'][number]): void {
    writeCheckpoint(this.#batch, checkpoint, this.port().checkpoints.size)
  }

  putCount(key: readonly string[], after: Row): Put {
    return puts[this.#batch.put('count', key, after, keepParts)]
  }

  putControlTotal(key: readonly string[], after: Row): Put {
    return puts[this.#batch.put('control_total', key, after, keepParts)]
  }
}
