import type {
  DeclarationsGuess,
  SavedDeclarationsMapping,
} from '../../../../shared/contract/declarations-import.ts'
import type { FileLayout } from '../../../../shared/contract/import.ts'
import {
  type DeclarationColumn,
  type DeclarationsDraft,
  mappingOfDraft,
  withUse,
} from '../../../../shared/trade/declarations-draft.ts'
import { call } from '../../../lib/client.ts'
import { changedLayout, fileImport } from '../../../lib/file-import.ts'
import { type AskedWord, askAlso, isOpen, withMeaning } from './asked-word.ts'
import { importState, layoutOf, noImport } from './import-state.ts'

/** What happens to the one import of declarations of this window; each step shows itself in `importState`. */
const declarations = fileImport({
  state: importState,
  empty: noImport,
  guess: (file, layout) => call('guessDeclarations', { file, layout }),
  begin: ({ draft }: DeclarationsGuess) => ({ draft, asked: [] }),
  mappingOf: ({ draft }) => mappingOfDraft(draft).mapping,
  preview: (job, file, mapping) => call('previewDeclarations', { job, file, mapping }),
  learn: (preview, { asked }) => ({ asked: askAlso(asked, preview) }),
  unready: () => ({}),
  write: (job, file, mapping) => call('importDeclarations', { job, file, mapping }),
})
export const { openFile, closeFile, check, stopChecking, runImport, stopImport } = declarations
export const changeImport = declarations.change

/** Reads the file laid out in another way; the guess of its columns is made anew. */
export async function changeLayout(part: FileLayout): Promise<void> {
  await declarations.layOut(changedLayout(layoutOf(importState.get().draft), part), (guess) => guess)
}

/** Reads the file by a mapping of the book. */
export async function readBy({ name, mapping }: SavedDeclarationsMapping): Promise<void> {
  const { guess } = importState.get()
  if (!guess) return
  const { sheet, ...layout } = layoutOf(mapping)
  const hasSheet = guess.sheets.some((each) => each.name === sheet && !each.hidden)
  await declarations.layOut({ ...layout, ...(hasSheet && { sheet }) }, (found) => ({
    ...found,
    draft: { ...mapping, ...layoutOf(found.draft) },
    saved: name,
  }))
}

/** Reads the file by another draft, whose words may have to be asked anew. */
export function changeDraft(draft: DeclarationsDraft): void {
  if (declarations.isWriting()) return
  changeImport({ draft, asked: [], run: null })
  declarations.checkSoon()
}

export function changeUse(column: number, use: DeclarationColumn | null): void {
  const { draft, guess } = importState.get()
  changeDraft(withUse(draft, guess?.headings ?? [], column, use))
}

/** Says what a word of the file stands for; the file is checked again once no word is open. */
export function giveMeaning(word: AskedWord, code: string): void {
  if (declarations.isWriting()) return
  const { draft, asked } = importState.get()
  const next = withMeaning(draft, word, code)
  changeImport({ draft: next, run: null })
  if (asked.some((each) => isOpen(next, each))) stopChecking()
  else declarations.checkSoon()
}
