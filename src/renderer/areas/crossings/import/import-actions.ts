import type { FileLayout, ImportGuess, SavedMapping } from '../../../../shared/contract/import.ts'
import type { InputOf, OperationName, OutputOf } from '../../../../shared/contract/index.ts'
import type { Answer } from '../../../../shared/errors.ts'
import { type ColumnUse, columnUses, type Reading, readingOf } from '../../../../shared/import/column-uses.ts'
import type { Direction } from '../../../../shared/words.ts'
import { bridge, onDeskEvent } from '../../../lib/bridge.ts'
import { call } from '../../../lib/client.ts'
import { importShare } from './import-shown.ts'
import { changeImport, importState, layoutOf, mappingNow, noImport } from './import-state.ts'
import { askAlso, isOpen, type Meaning, type WordKind, withMeaning, wordsOfSample } from './word-meanings.ts'

/** What happens to the one import of this window; each step shows itself in `importState`. */

/** Long enough for someone who goes through a list of choices by its keys. */
const settleMs = 250

/** Counts files and layouts: an answer about an earlier one is nobody's any more. */
let turn = 0
let settling: ReturnType<typeof setTimeout> | undefined

/** Takes a file, guesses how it is read, and checks it. A running import is left alone. */
export async function openFile(file: File): Promise<void> {
  if (isWriting()) return
  closeFile()
  const own = turn
  changeImport({ file: { name: file.name, path: null } })
  const answer = await bridge.fileFor(file)
  if (own !== turn) return
  if (!answer.ok) return changeImport({ failure: answer.error, file: null })
  changeImport({ file: { name: file.name, path: answer.output } })
  await layOut(answer.output, {}, (guess) => guess)
  // A file that cannot be read at all is not kept: the next one can be chosen.
  const { guess, file: opened } = importState.get()
  if (!guess && opened?.path === answer.output) changeImport({ file: null })
}

/** Lets go of the file and everything that was said about it. */
export function closeFile(): void {
  turn += 1
  stopChecking()
  closePreview()
  importState.set(noImport)
}

/** Reads the file laid out in another way; the guess of its columns is made anew. */
export async function changeLayout(part: FileLayout): Promise<void> {
  const { file, reading } = importState.get()
  if (!file?.path || isWriting()) return
  // Another sheet or encoding says nothing about headings and separators any more.
  const { sheet, encoding, separator, skipRows } = layoutOf(reading)
  const kept: FileLayout =
    'sheet' in part
      ? {}
      : 'encoding' in part
        ? {}
        : 'separator' in part
          ? { encoding }
          : 'skipRows' in part
            ? { sheet, encoding, separator }
            : { sheet, encoding, separator, skipRows }
  await layOut(file.path, { ...kept, ...part }, (guess) => guess)
}

/** Reads the file by a mapping of the book. */
export async function readBy({ name, mapping }: SavedMapping): Promise<void> {
  const { file, guess } = importState.get()
  if (!file?.path || !guess || isWriting()) return
  const { sheet, ...layout } = layoutOf(readingOf(mapping))
  const hasSheet = guess.sheets.some((each) => each.name === sheet && !each.hidden)
  await layOut(file.path, { ...layout, ...(hasSheet && { sheet }) }, (found) => ({
    ...found,
    uses: columnUses(mapping, found.headings),
    reading: { ...readingOf(mapping), ...pick(found.reading) },
    saved: name,
  }))
}

/** The file's own layout as it was found, over what a mapping says of it. */
function pick({ encoding, separator, sheet, skipRows, headings }: Reading): Partial<Reading> {
  return { encoding, separator, sheet, skipRows, headings }
}

async function layOut(
  file: string,
  layout: FileLayout,
  adjust: (guess: ImportGuess) => ImportGuess,
): Promise<void> {
  turn += 1
  const own = turn
  const answer = await answerOf('guessImport', { file, layout })
  if (own !== turn) return
  if (!answer.ok) return changeImport({ failure: answer.error })
  const guess = adjust(answer.output)
  stopChecking()
  closePreview()
  changeImport({
    guess,
    uses: guess.uses,
    reading: guess.reading,
    failure: null,
    asked: [],
    checked: null,
    run: null,
  })
  checkSoon(0)
}

/** While figures are being written, what they are read by stays as it is. */
const isWriting = (): boolean => importState.get().run?.state === 'running'

export function changeUse(column: number, use: ColumnUse): void {
  if (isWriting()) return
  const uses = importState.get().uses.with(column, use)
  changeImport({ uses, asked: [], run: null })
  checkSoon()
}

export function changeReading(part: Partial<Reading>): void {
  if (isWriting()) return
  changeImport({ reading: { ...importState.get().reading, ...part }, asked: [], run: null })
  checkSoon()
}

/** Says the direction of the whole file, or with null that each column has its own. */
export function sayDirection(direction: Direction | null): void {
  if (isWriting()) return
  const { uses } = importState.get()
  // A column's own direction goes before that of the file.
  const undirected = (use: ColumnUse) => ('direction' in use ? { ...use, direction: null } : use)
  if (direction !== null) changeImport({ uses: uses.map(undirected) })
  changeReading({ direction })
}

/** Gives a word of the file its meaning; the file is checked again once no word is open. */
export function giveMeaning(kind: WordKind, word: string, meaning: Meaning | null): void {
  const { reading, asked } = importState.get()
  const next = withMeaning(reading, kind, word, meaning)
  changeImport({ reading: next, run: null })
  if (asked.some((each) => isOpen(next, each))) stopChecking()
  else checkSoon()
}

function checkSoon(afterMs = settleMs): void {
  stopChecking()
  const state = importState.get()
  const { mapping, gaps } = mappingNow(state)
  if (!mapping) {
    closePreview()
    const asked = wordsOfSample(gaps, state.uses, state.guess?.rows ?? [])
    changeImport({ checked: null, asked: [...state.asked, ...asked] })
    return
  }
  settling = setTimeout(() => void check(), afterMs)
}

/** Judges every row of the file by the mapping as it is now. */
export async function check(): Promise<void> {
  stopChecking()
  const { file, asked } = importState.get()
  const { mapping } = mappingNow(importState.get())
  if (!file?.path || !mapping) return
  const job = crypto.randomUUID()
  changeImport({ checking: { job, rows: 0, share: 0 }, failure: null, stale: false })
  const answer = await answerOf('previewImport', { job, file: file.path, mapping })
  if (importState.get().checking?.job !== job) return
  if (!answer.ok) return changeImport({ checking: null, checked: null, failure: answer.error })
  closePreview()
  const preview = answer.output
  changeImport({ checking: null, checked: { job, preview }, asked: askAlso(asked, preview.unknown) })
}

/** Stops the check that runs or is about to. */
export function stopChecking(): void {
  clearTimeout(settling)
  const { checking } = importState.get()
  if (!checking) return
  changeImport({ checking: null })
  void answerOf('closePreview', { job: checking.job })
}

function closePreview(): void {
  const { checked } = importState.get()
  if (checked) void answerOf('closePreview', { job: checked.job })
}

/** Writes the file's figures into the book as one step, whatever screen is shown meanwhile. */
export async function runImport(): Promise<void> {
  const { file } = importState.get()
  const { mapping } = mappingNow(importState.get())
  if (!file?.path || !mapping) return
  const job = crypto.randomUUID()
  changeImport({ run: { state: 'running', running: { job, rows: 0, share: 0 } } })
  importShare.set(0)
  const answer = await answerOf('importCounts', { job, file: file.path, mapping })
  importShare.set(null)
  if (!answer.ok) return changeImport({ run: { state: 'failed', error: answer.error } })
  const result = answer.output
  if (result.refusedCells === 0) return changeImport({ run: { state: 'done', result }, stale: false })
  // The book was changed since the check, so that now something is refused: the check shows what.
  changeImport({ run: null })
  await check()
}

/** Stops the import that runs: nothing of it is written. */
export function stopImport(): void {
  const { run } = importState.get()
  if (run?.state === 'running') void answerOf('cancelImport', { job: run.running.job })
}

async function answerOf<Name extends OperationName>(
  operation: Name,
  input: InputOf<Name>,
): Promise<Answer<OutputOf<Name>>> {
  try {
    return await call(operation, input)
  } catch {
    return { ok: false, error: { code: 'host-gone', details: {} } }
  }
}

onDeskEvent((event) => {
  const { checking, checked, run } = importState.get()
  if (event.kind === 'progress') {
    const { job, rows, share } = event
    if (checking?.job === job) changeImport({ checking: { job, rows, share } })
    if (run?.state === 'running' && run.running.job === job) {
      changeImport({ run: { state: 'running', running: { job, rows, share } } })
      importShare.set(share)
    }
  }
  const changed = event.kind === 'changed' || event.kind === 'desk'
  if (changed && checked && (run === null || run.state === 'failed')) changeImport({ stale: true })
})
