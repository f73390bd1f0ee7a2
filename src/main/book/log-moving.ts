import type { Connection } from './connection.ts'

/** Pages of the write-ahead log from which on SQLite moves it into the book at the end of a commit; its own default. */
const longLogPages = 1_000
/** As long as nobody notices. */
const shortMs = 250
/** Entries of a batch that leaves a log of several megabytes. */
const longBatch = 1_000

/**
 * When the write-ahead log moves into the book. After small commits SQLite does it now and then, and nobody notices.
 * After a long batch it takes tenths of a second, for which an answer need not wait: the log itself is on disk. It is
 * left to another thread where there is one, otherwise to the next commit or the book's end. Of long batches only every
 * second one leaves its log: what came while another thread was moving it would otherwise stay, and add up.
 */
export class LogMoving {
  readonly #db: Connection
  #isLeft = false
  #leftBefore = false
  /** Called where a long log was left, by whoever has a thread to move it; `moved` is to be called after that. */
  onLongLog: (() => void) | null = null

  constructor(db: Connection) {
    this.#db = db
  }

  /** @param entries how many the batch has */
  commit(entries: number): void {
    const isLong = entries >= longBatch
    const leaves = isLong && !this.#leftBefore
    const moves = isLong && !leaves
    if (isLong) this.#leftBefore = leaves
    if (leaves) this.#leave(true)
    else if (isLong || !this.onLongLog) this.moved()
    try {
      this.#db.exec('COMMIT')
    } finally {
      if (leaves) this.onLongLog?.()
    }
    if (moves) this.#moveAll()
  }

  /**
   * Unlike SQLite's own moving, it waits for a thread that is still at the log before; not for long readers. What is
   * committed stays committed where it fails, on a full disk for example: the log is kept for the next time.
   */
  #moveAll(): void {
    const patience = this.#db.pragma('busy_timeout', { simple: true }) as number
    this.#db.pragma(`busy_timeout = ${shortMs}`)
    try {
      this.#db.pragma('wal_checkpoint(FULL)')
    } catch {
      // As SQLite itself does after a commit.
    } finally {
      this.#db.pragma(`busy_timeout = ${patience}`)
    }
  }

  /** From now on SQLite looks after the log by itself again. */
  moved(): void {
    if (this.#isLeft) this.#leave(false)
  }

  #leave(isLeft: boolean): void {
    this.#db.pragma(`wal_autocheckpoint = ${isLeft ? 0 : longLogPages}`)
    this.#isLeft = isLeft
  }
}

/**
 * Moves what stands in the log into the book, beside a writer and readers, who go on.
 * @param db a connection that may write
 * @returns false where a reader still needs the book as it was, or somebody else is moving it
 */
export function moveLog(db: Connection): boolean {
  const [result] = db.pragma('wal_checkpoint(PASSIVE)') as {
    busy: number
    log: number
    checkpointed: number
  }[]
  return result?.busy === 0 && result.checkpointed >= result.log
}
