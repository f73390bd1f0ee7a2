import type { FileLayout, ImportGuess, SavedMapping } from '../../../../shared/contract/import.ts'
import { type ColumnUse, columnUses, type Reading, readingOf } from '../../../../shared/import/column-uses.ts'
import type { Direction } from '../../../../shared/words.ts'
import { call } from '../../../lib/client.ts'
import { changedLayout, fileImport } from '../../../lib/file-import.ts'
import { importState, layoutOf, mappingNow, noImport } from './import-state.ts'
import { askAlso, isOpen, type Meaning, type WordKind, withMeaning, wordsOfSample } from './word-meanings.ts'

/** What happens to the one import of counts of this window; each step shows itself in `importState`. */
const counts = fileImport({
  state: importState,
  empty: noImport,
  guess: (file, layout) => call('guessImport', { file, layout }),
  begin: ({ uses, reading }: ImportGuess) => ({ uses, reading, asked: [] }),
  mappingOf: (state) => mappingNow(state).mapping,
  preview: (job, file, mapping) => call('previewImport', { job, file, mapping }),
  learn: (preview, { asked }) => ({ asked: askAlso(asked, preview.unknown) }),
  unready: ({ asked, uses, reading, guess }) => {
    const { gaps } = mappingNow({ uses, reading, guess })
    return { asked: [...asked, ...wordsOfSample(gaps, uses, guess?.rows ?? [])] }
  },
  write: (job, file, mapping) => call('importCounts', { job, file, mapping }),
})
export const { openFile, closeFile, check, stopChecking, runImport, stopImport } = counts
export const changeImport = counts.change
const { isWriting, checkSoon } = counts

/** Reads the file laid out in another way; the guess of its columns is made anew. */
export async function changeLayout(part: FileLayout): Promise<void> {
  await counts.layOut(changedLayout(layoutOf(importState.get().reading), part), (guess) => guess)
}

/** Reads the file by a mapping of the book. */
export async function readBy({ name, mapping }: SavedMapping): Promise<void> {
  const { guess } = importState.get()
  if (!guess) return
  const { sheet, ...layout } = layoutOf(readingOf(mapping))
  const hasSheet = guess.sheets.some((each) => each.name === sheet && !each.hidden)
  await counts.layOut({ ...layout, ...(hasSheet && { sheet }) }, (found) => ({
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
