import { z } from 'zod'
import type { DeskEvent } from '../../shared/bridge.ts'
import type { DeskState } from '../../shared/contract/desk.ts'
import { deskContract } from '../../shared/contract/desk.ts'
import type { OutputOf } from '../../shared/contract/index.ts'
import { settingsContract } from '../../shared/contract/settings.ts'
import { type Answer, AppError, type ErrorReport } from '../../shared/errors.ts'
import { readyMadePorts } from '../areas/reference/ready-made-ports.ts'
import { sampleSpans } from '../areas/sample/sample-spans.ts'
import { BookThreads } from './book-threads.ts'
import { copyBeside, copyMayOpen } from './copy-beside.ts'
import { errorReport } from './error-report.ts'
import { isCommand, isOperation } from './operation-names.ts'
import { isPrinting, type PrintPage, printReport } from './print-report.ts'
import { readPortFile } from './read-port-file.ts'
import { isSettingsOperation, KeptWindowSettings } from './window-settings.ts'

/** The running program without its window: one book, its threads, and every operation by name. */
export interface Desk {
  /** Validates, authorises and runs one operation; never rejects for an expected failure or a bug. */
  call(operation: string, input: unknown): Promise<Answer<unknown>>
  onEvent(listener: (event: DeskEvent) => void): () => void
  /** Ends the threads cleanly and lets go of the book. */
  close(): Promise<void>
}

export interface DeskOptions {
  /** The book to open; null where the user has none yet. */
  book: string | null
  /** Folder that new books are made in. */
  booksFolder: string
  /** Folder of the program's own settings. */
  settingsFolder: string
  /** The script of a book's thread: its place differs between the built program and the source. */
  threadScript: URL
  /** Names the program that holds the book, for whoever comes second. */
  program: 'electron' | 'web'
  /** Makes a page of HTML a PDF; without it this machine's browser does. */
  printPage?: PrintPage
}

/** Opens the book, if any, and answers when its state is known; a book that cannot be opened is a state, not an exception. */
export async function startDesk(options: DeskOptions): Promise<Desk> {
  const desk = new RunningDesk(options)
  if (options.book !== null) await desk.open(options.book)
  return desk
}

class RunningDesk implements Desk {
  readonly #options: DeskOptions
  readonly #settings: KeptWindowSettings
  readonly #listeners = new Set<(event: DeskEvent) => void>()
  #path: string | null = null
  #threads: BookThreads | null = null
  #error: ErrorReport | null = null
  /** Opening and closing happen one after the other, so that two windows never open the same book twice. */
  #last: Promise<unknown> = Promise.resolve()

  constructor(options: DeskOptions) {
    this.#options = options
    this.#settings = new KeptWindowSettings(options.settingsFolder, () => this.#tell({ kind: 'settings' }))
  }

  async call(operation: string, input: unknown): Promise<Answer<unknown>> {
    try {
      if (isDeskOperation(operation)) return { ok: true, output: await this.#callDesk(operation, input) }
      if (isSettingsOperation(operation)) return { ok: true, output: this.#settings.call(operation, input) }
      if (!this.#threads) throw new AppError('no-book')
      if (isPrinting(operation)) {
        return await printReport(this.#threads, operation, input, this.#options.printPage)
      }
      const answer = await this.#threads.call(operation, input)
      this.#announce(operation, answer)
      return answer
    } catch (error) {
      return { ok: false, error: errorReport(error) }
    }
  }

  onEvent(listener: (event: DeskEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  close(): Promise<void> {
    return this.#inTurn(() => this.#letGo())
  }

  open(path: string): Promise<void> {
    return this.#inTurn(() => this.#open(path))
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(work)
    this.#last = turn.catch(() => undefined)
    return turn
  }

  async #letGo(): Promise<void> {
    const threads = this.#threads
    this.#threads = null
    await threads?.close()
  }

  #threadsOf(path: string): Promise<BookThreads> {
    return BookThreads.open({
      path,
      program: this.#options.program,
      script: this.#options.threadScript,
      onFailure: (error) => void this.#inTurn(() => this.#fail(path, error)),
      onProgress: (news) => this.#tell({ kind: 'progress', ...news }),
    })
  }

  async #open(path: string): Promise<void> {
    this.#path = path
    try {
      this.#threads = await this.#threadsOf(path)
      this.#error = null
    } catch (error) {
      this.#error = errorReport(error)
    }
    this.#tell({ kind: 'desk' })
  }

  async #callDesk(
    operation: keyof typeof deskContract,
    input: unknown,
  ): Promise<OutputOf<keyof typeof deskContract>> {
    switch (operation) {
      case 'readPortFile': {
        const { code, names, checkpoints, lines } = readPortFile(
          deskContract[operation].input.parse(input).file,
        )
        return { code, names, checkpoints: checkpoints.length, lines: lines.length }
      }
      case 'startBook': {
        const wanted = deskContract[operation].input.parse(input)
        await this.#inTurn(async () => {
          this.#refuseSecondBook()
          // Only a first start needs what makes a book.
          const { makeNewBook } = await import('./new-book.ts')
          await this.#open(await makeNewBook(wanted))
        })
        break
      }
      case 'openBook': {
        const { path } = deskContract[operation].input.parse(input)
        await this.#inTurn(() => this.#openInstead(path))
        break
      }
      case 'retryBook':
        deskContract[operation].input.parse(input)
        await this.#inTurn(() => this.#retryBook())
        break
      case 'openCopy': {
        const { folder } = deskContract[operation].input.parse(input)
        await this.#inTurn(() => this.#openCopy(folder))
        break
      }
      case 'readDesk':
        deskContract[operation].input.parse(input)
    }
    return this.#state()
  }

  async #retryBook(): Promise<void> {
    if (this.#threads === null && this.#path !== null) await this.#open(this.#path)
  }

  async #openCopy(folder: string): Promise<void> {
    if (this.#threads !== null || this.#path === null) return
    await this.#open(await copyBeside(this.#path, folder, this.#options.threadScript))
  }

  #refuseSecondBook(): void {
    if (this.#threads) throw new AppError('book-exists', { path: this.#path ?? '' })
  }

  /** Opens a book where there was none; where it cannot be opened there is none as before. */
  async #openInstead(path: string): Promise<void> {
    this.#refuseSecondBook()
    this.#threads = await this.#threadsOf(path)
    this.#path = path
    this.#error = null
    this.#tell({ kind: 'desk' })
  }

  #state(): DeskState {
    return {
      state: this.#threads ? 'open' : this.#error ? 'failed' : 'none',
      book: this.#path,
      error: this.#error,
      canCopy: !this.#threads && this.#error !== null && copyMayOpen(this.#error.code),
      booksFolder: this.#options.booksFolder,
      ports: [...readyMadePorts.values()].map((port) => ({
        code: port.code,
        names: port.names,
        sample: sampleSpans.get(port.code) ?? null,
      })),
    }
  }

  /** Lets go of a book that turned out to be damaged, or that lost its writer. */
  async #fail(path: string, error: ErrorReport): Promise<void> {
    if (this.#threads?.path !== path) return
    this.#error = error
    await this.#letGo()
    this.#tell({ kind: 'desk' })
  }

  #announce(operation: string, answer: Answer<unknown>): void {
    if (!answer.ok || !isOperation(operation) || !isCommand(operation)) return
    const written = Written.safeParse(answer.output)
    if (!written.success) return
    if (portChangers.includes(operation) || written.data.createdCheckpoints?.length)
      this.#tell({ kind: 'port' })
    this.#tell({ kind: 'changed', batch: written.data.batch })
  }

  #tell(event: DeskEvent): void {
    for (const listener of this.#listeners) listener(event)
  }
}

/** What a receipt and an import's result have in common where something was written. */
const Written = z.object({ batch: z.int(), createdCheckpoints: z.array(z.string()).optional() })

/** Commands after which the port may be another: undo and redo may take back any of the others. */
const portChangers: readonly string[] = [...Object.keys(settingsContract), 'undo', 'redo']

function isDeskOperation(name: string): name is keyof typeof deskContract {
  return Object.hasOwn(deskContract, name)
}
