import { importContract } from '../../shared/contract/import.ts'
import { type Answer, AppError, type ErrorReport } from '../../shared/errors.ts'
import type { JobNews } from '../book/jobs.ts'
import { moveLogBeside } from './move-log-beside.ts'
import { isCommand, isOperation } from './operation-names.ts'
import { isPreviewOperation, PreviewThreads } from './preview-threads.ts'
import { BookThread } from './thread.ts'
import type { ThreadRole } from './thread-messages.ts'

export interface BookThreadsOptions {
  path: string
  program: string
  script: URL
  /** Called when the book was found damaged, or its writer was lost, after it had been opened. */
  onFailure(error: ErrorReport): void
  /** Called now and then while a preview or an import runs. */
  onProgress(news: JobNews): void
}

const mostReaders = 2
/** Late enough for the window to have painted its first sheet. */
const checkAfterMs = 3_000

/** An open book: one writer thread for commands, reader threads for queries, so that a report never delays typing. */
export class BookThreads {
  readonly path: string
  readonly #options: BookThreadsOptions
  readonly #writer: BookThread
  readonly #readers: BookThread[]
  readonly #previews: PreviewThreads
  #readersWanted: number
  readonly #check: NodeJS.Timeout
  /** Threads on their way: they have a connection that must be closed too. */
  readonly #starting = new Set<Promise<void>>()
  #closed = false

  private constructor(options: BookThreadsOptions, writer: BookThread, reader: BookThread) {
    this.path = options.path
    this.#options = options
    this.#writer = writer
    this.#readers = [reader]
    this.#readersWanted = 1
    this.#previews = new PreviewThreads((onLost) => startThread(options, 'reader', onLost))
    this.#check = setTimeout(() => this.#meanwhile(this.#checkPages()), checkAfterMs)
    this.#check.unref()
    writer.onLongLog = () => {
      // Closing the book moves it too.
      if (!this.#closed) this.#meanwhile(this.#moveLog())
    }
  }

  /** @throws AppError where the book cannot be opened */
  static async open(options: BookThreadsOptions): Promise<BookThreads> {
    const lost = () => options.onFailure({ code: 'internal', details: { path: options.path } })
    const opening = startThread(options, 'writer', lost)
    // What opens the book first is the writer: it locks, and brings an older book up to date.
    const reading = startThread(options, 'reader', lost, opening)
    const [writer, reader] = await Promise.allSettled([opening, reading])
    if (writer.status === 'rejected') throw writer.reason
    if (reader.status === 'fulfilled') return new BookThreads(options, writer.value, reader.value)
    await writer.value.close()
    throw reader.reason
  }

  /** @throws AppError preview-gone; ZodError */
  async call(operation: string, input: unknown): Promise<Answer<unknown>> {
    if (isPreviewOperation(operation)) return this.#previews.call(operation, input)
    if (operation === 'cancelImport') return this.#cancel(input)
    if (isOperation(operation) && isCommand(operation)) return this.#writer.call(operation, input)
    return this.#freestReader().call(operation, input)
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#check)
    await Promise.all(this.#starting)
    await this.#previews.close()
    await Promise.all(this.#readers.map((reader) => reader.close()))
    await this.#writer.close()
  }

  async #cancel(input: unknown): Promise<Answer<unknown>> {
    const { job } = importContract.cancelImport.input.parse(input)
    if (!(await this.#previews.cancel(job))) this.#writer.cancel(job)
    return { ok: true, output: {} }
  }

  #freestReader(): BookThread {
    const freest = this.#readers.reduce((a, b) => (b.load < a.load ? b : a))
    if (freest.load > 0 && this.#readersWanted < mostReaders) this.#meanwhile(this.#addReader())
    return freest
  }

  #meanwhile(starting: Promise<void>): void {
    this.#starting.add(starting)
    void starting.finally(() => this.#starting.delete(starting))
  }

  /** Queries wait for the first reader where a second one cannot be had. */
  async #addReader(): Promise<void> {
    this.#readersWanted += 1
    try {
      const reader = await startThread(this.#options, 'reader', () => this.#forget(reader))
      this.#readers.push(reader)
    } catch {
      this.#readersWanted -= 1
    }
  }

  async #moveLog(): Promise<void> {
    try {
      await moveLogBeside(
        () => startThread(this.#options, 'log-mover', () => undefined),
        () => !this.#closed,
      )
    } catch {
      // The writer moves it at its next commit, or at its end.
    }
    this.#writer.logMoved()
  }

  #forget(reader: BookThread): void {
    const at = this.#readers.indexOf(reader)
    if (at >= 0) this.#readers.splice(at, 1)
    this.#readersWanted -= 1
  }

  async #checkPages(): Promise<void> {
    try {
      const checker = await startThread(this.#options, 'checker', () => undefined)
      await checker.close()
    } catch (error) {
      if (error instanceof AppError && !this.#closed)
        this.#options.onFailure({ code: error.code, details: error.details })
    }
  }
}

async function startThread(
  options: BookThreadsOptions,
  role: ThreadRole,
  onLost: () => void,
  turn: Promise<unknown> = Promise.resolve(),
): Promise<BookThread> {
  const { path, program, script, onProgress } = options
  const thread = await BookThread.start(script, { role, path, program }, { onLost, onProgress }, turn)
  if (thread instanceof BookThread) return thread
  throw new AppError(thread.code, thread.details)
}
