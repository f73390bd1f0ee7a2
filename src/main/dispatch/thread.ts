import { Worker } from 'node:worker_threads'
import type { Answer, ErrorReport } from '../../shared/errors.ts'
import type { JobNews } from '../book/jobs.ts'
import type { FromThread, ThreadSetup, ToThread } from './thread-messages.ts'

const lost: Answer<never> = { ok: false, error: { code: 'internal', details: {} } }

export interface ThreadListener {
  /** The thread has ended without having been closed. */
  onLost(): void
  onProgress(news: JobNews): void
}

/** The near end of one thread of a book. */
export class BookThread {
  /** Called when the writer has left a long write-ahead log; `logMoved` is to be called after that. */
  onLongLog: (() => void) | null = null
  readonly #worker: Worker
  readonly #waiting = new Map<number, (answer: Answer<unknown>) => void>()
  readonly #ended: Promise<void>
  #nextId = 1
  #closing = false
  #gone = false

  private constructor(worker: Worker, { onLost, onProgress }: ThreadListener) {
    this.#worker = worker
    worker.on('message', (message: FromThread) => {
      if (message.kind === 'progress') onProgress(message.news)
      if (message.kind === 'long-log') this.onLongLog?.()
      if (message.kind !== 'answer') return
      this.#waiting.get(message.id)?.(message.answer)
      this.#waiting.delete(message.id)
    })
    worker.on('error', (error) => console.error(error))
    this.#ended = new Promise((resolve) => {
      worker.once('exit', () => {
        this.#gone = true
        for (const answer of this.#waiting.values()) answer(lost)
        this.#waiting.clear()
        resolve()
        if (!this.#closing) onLost()
      })
    })
  }

  /**
   * Starts a thread and waits until it has its connection.
   * @param turn what it waits for before it opens the book; its script is loaded meanwhile. Where that fails, so does this.
   */
  static async start(
    script: URL,
    setup: ThreadSetup,
    listener: ThreadListener,
    turn: Promise<unknown>,
  ): Promise<BookThread | ErrorReport> {
    const worker = new Worker(script, { workerData: setup })
    const answered = new Promise<FromThread>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('a thread of the book ended before it had opened it')))
    })
    const first = await turn.then(
      () => {
        worker.postMessage({ kind: 'open' } satisfies ToThread)
        return answered
      },
      async (error) => {
        await Promise.allSettled([worker.terminate(), answered])
        throw error
      },
    )
    if (first.kind === 'opened') return new BookThread(worker, listener)
    await worker.terminate()
    return first.kind === 'failed' ? first.error : { code: 'internal', details: {} }
  }

  /** Calls that were made and not yet answered. */
  get load(): number {
    return this.#waiting.size
  }

  call(operation: string, input: unknown): Promise<Answer<unknown>> {
    if (this.#gone) return Promise.resolve(lost)
    if (this.#closing) return Promise.resolve({ ok: false, error: { code: 'no-book', details: {} } })
    const id = this.#nextId
    this.#nextId += 1
    return new Promise((resolve) => {
      this.#post({ kind: 'call', id, operation, input })
      this.#waiting.set(id, resolve)
    })
  }

  /** Asks a job of this thread to stop, whether it runs or waits. */
  cancel(job: string): void {
    if (!this.#gone) this.#post({ kind: 'cancel', job })
  }

  /** Says to the writer that its long log was seen to. */
  logMoved(): void {
    if (!this.#gone) this.#post({ kind: 'log-moved' })
  }

  /** Lets the thread finish what it was asked, close its connection and end. */
  async close(): Promise<void> {
    this.#closing = true
    this.#post({ kind: 'close' })
    await this.#ended
  }

  #post(message: ToThread): void {
    this.#worker.postMessage(message)
  }
}
