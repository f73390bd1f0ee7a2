import type { FileLayout } from '../../shared/contract/import.ts'
import type { Answer, ErrorReport } from '../../shared/errors.ts'
import { bridge, onDeskEvent } from './bridge.ts'
import { call } from './client.ts'
import { createStore, type Store } from './store.ts'

/** Import of a file in the window, whatever the file holds: guess → check → import, each step shown in one store. */

export type { FileLayout }

/** A check or an import that runs: its name below the window, and how far it is. */
export interface RunningJob {
  job: string
  rows: number
  /** Of the file, from 0 to 1. */
  share: number
}

/** What became of an import that was begun; `result` is its own answer. */
export type ImportRun<Result> =
  | { state: 'running'; running: RunningJob }
  | { state: 'done'; result: Result }
  | { state: 'failed'; error: ErrorReport }

export interface FileImport<Guess, Preview, Result> {
  /** The file as its user calls it, and where the program reads it; null before one is chosen. */
  file: { name: string; path: string | null } | null
  /** Why the file could not be opened, laid out or checked. */
  failure: ErrorReport | null
  /** The last guess; a new object each time the file was laid out anew. */
  guess: Guess | null
  /** The last finished check, of the mapping as it was then. */
  checked: { job: string; preview: Preview } | null
  checking: RunningJob | null
  /** Whether the book, or how the file is read, was changed since the last check. */
  stale: boolean
  run: ImportRun<Result> | null
}

export const noFileImport: FileImport<never, never, never> = {
  file: null,
  failure: null,
  guess: null,
  checked: null,
  checking: null,
  stale: false,
  run: null,
}

/** What one kind of file is read by. */
interface ImportKind<State, Guess, Mapping, Preview, Result> {
  state: Store<State>
  empty: State
  guess(file: string, layout: FileLayout): Promise<Answer<Guess>>
  /** What a guess puts into the state. */
  begin(guess: Guess): Partial<State>
  /** The mapping as it is put together now; null where something is missing. */
  mappingOf(state: State): Mapping | null
  preview(job: string, file: string, mapping: Mapping): Promise<Answer<Preview>>
  /** What a finished check puts into the state beside itself. */
  learn(preview: Preview, state: State): Partial<State>
  /** What the state gets where there is no mapping to check by. */
  unready(state: State): Partial<State>
  write(job: string, file: string, mapping: Mapping): Promise<Answer<Result>>
}

/** How far a running import is, from 0 to 1, for those who look at another screen; null where none runs. */
export const importShare = createStore<number | null>(null)

/** Long enough for someone who goes through a list of choices by its keys. */
const settleMs = 250

/** The steps of the one import of this kind that a window has. */
export function fileImport<
  Guess,
  Mapping,
  Preview,
  Result extends { refusedCells: number },
  State extends FileImport<Guess, Preview, Result>,
>(kind: ImportKind<State, Guess, Mapping, Preview, Result>) {
  const { state } = kind
  type Base = Partial<FileImport<Guess, Preview, Result>>
  /** Counts files and layouts: an answer about an earlier one is nobody's any more. */
  let turn = 0
  let settling: ReturnType<typeof setTimeout> | undefined

  const change = (part: Partial<State> | Base): void => state.set({ ...state.get(), ...part } as State)
  /** While the file is being written, what it is read by stays as it is. */
  const isWriting = (): boolean => state.get().run?.state === 'running'

  /** Takes a file, guesses how it is read, and checks it. A running import is left alone. */
  async function openFile(file: File): Promise<void> {
    if (isWriting()) return
    closeFile()
    const own = turn
    change({ file: { name: file.name, path: null } })
    const answer = await bridge.fileFor(file)
    if (own !== turn) return
    if (!answer.ok) return change({ failure: answer.error, file: null })
    change({ file: { name: file.name, path: answer.output } })
    await layOut({}, (guess) => guess)
    // A file that cannot be read at all is not kept: the next one can be chosen.
    const { guess, file: opened } = state.get()
    if (!guess && opened?.path === answer.output) change({ file: null })
  }

  /** Lets go of the file and everything that was said about it. */
  function closeFile(): void {
    turn += 1
    stopChecking()
    closePreview()
    state.set(kind.empty)
  }

  /** Reads the file laid out in another way; the guess of its columns is made anew. */
  async function layOut(layout: FileLayout, adjust: (guess: Guess) => Guess): Promise<void> {
    const { file } = state.get()
    if (!file?.path || isWriting()) return
    turn += 1
    const own = turn
    const answer = await safely(kind.guess(file.path, layout))
    if (own !== turn) return
    if (!answer.ok) return change({ failure: answer.error })
    const guess = adjust(answer.output)
    stopChecking()
    closePreview()
    change({ guess, failure: null, checked: null, run: null, ...kind.begin(guess) })
    checkSoon(0)
  }

  function checkSoon(afterMs = settleMs): void {
    stopChecking()
    if (kind.mappingOf(state.get()) === null) {
      closePreview()
      change({ checked: null, ...kind.unready(state.get()) })
      return
    }
    // Already now it is being checked: what an older check said is not what an import would write.
    const job = begunCheck()
    settling = setTimeout(() => void checkAs(job), afterMs)
  }

  /** Judges every row of the file by the mapping as it is now. */
  async function check(): Promise<void> {
    stopChecking()
    await checkAs(begunCheck())
  }

  /** @returns the name of a check that is shown as begun */
  function begunCheck(): string {
    const job = crypto.randomUUID()
    change({ checking: { job, rows: 0, share: 0 } })
    return job
  }

  async function checkAs(job: string): Promise<void> {
    const { file } = state.get()
    const mapping = kind.mappingOf(state.get())
    if (!file?.path || mapping === null) return change({ checking: null })
    change({ failure: null, stale: false })
    const answer = await safely(kind.preview(job, file.path, mapping))
    if (state.get().checking?.job !== job) return
    if (!answer.ok) return change({ checking: null, checked: null, failure: answer.error })
    closePreview()
    const preview = answer.output
    change({ checking: null, checked: { job, preview }, ...kind.learn(preview, state.get()) })
  }

  /** Stops the check that runs or is about to. */
  function stopChecking(): void {
    clearTimeout(settling)
    const { checking, checked } = state.get()
    if (!checking) return
    // An older check was of another mapping.
    change({ checking: null, ...(checked && { stale: true }) })
    void safely(call('closePreview', { job: checking.job }))
  }

  function closePreview(): void {
    const { checked } = state.get()
    if (checked) void safely(call('closePreview', { job: checked.job }))
  }

  /** Writes the file into the book as one step, whatever screen is shown meanwhile. */
  async function runImport(): Promise<void> {
    const { file } = state.get()
    const mapping = kind.mappingOf(state.get())
    if (!file?.path || mapping === null || isWriting()) return
    const job = crypto.randomUUID()
    change({ run: { state: 'running', running: { job, rows: 0, share: 0 } } })
    importShare.set(0)
    const answer = await safely(kind.write(job, file.path, mapping))
    importShare.set(null)
    if (!answer.ok) return change({ run: { state: 'failed', error: answer.error } })
    const result = answer.output
    if (result.refusedCells === 0) return change({ run: { state: 'done', result }, stale: false })
    // The book was changed since the check, so that now something is refused: the check shows what.
    change({ run: null })
    await check()
  }

  /** Stops the import that runs: nothing of it is written. */
  function stopImport(): void {
    const { run } = state.get()
    if (run?.state === 'running') void safely(call('cancelImport', { job: run.running.job }))
  }

  onDeskEvent((event) => {
    const { checking, checked, run } = state.get()
    if (event.kind === 'progress') {
      const { job, rows, share } = event
      if (checking?.job === job) change({ checking: { job, rows, share } })
      if (run?.state === 'running' && run.running.job === job) {
        change({ run: { state: 'running', running: { job, rows, share } } })
        importShare.set(share)
      }
    }
    const changed = event.kind === 'changed' || event.kind === 'desk'
    const isJudged = checked !== null || checking !== null
    if (changed && isJudged && (run === null || run.state === 'failed')) change({ stale: true })
  })

  return {
    ...{ change, isWriting, openFile, closeFile, layOut, checkSoon, check },
    ...{ stopChecking, runImport, stopImport },
  }
}

async function safely<Output>(answer: Promise<Answer<Output>>): Promise<Answer<Output>> {
  try {
    return await answer
  } catch {
    return { ok: false, error: { code: 'host-gone', details: {} } }
  }
}

/** A layout with one part changed: another sheet or encoding says nothing about headings and separators any more. */
export function changedLayout(
  { sheet, encoding, separator, skipRows }: FileLayout,
  part: FileLayout,
): FileLayout {
  const kept: FileLayout =
    'sheet' in part || 'encoding' in part
      ? {}
      : 'separator' in part
        ? { encoding }
        : 'skipRows' in part
          ? { sheet, encoding, separator }
          : { sheet, encoding, separator, skipRows }
  return { ...kept, ...part }
}
