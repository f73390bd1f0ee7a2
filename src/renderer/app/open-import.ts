import * as counts from '../areas/crossings/import/import-shown.ts'
import * as declarations from '../areas/declarations/import/import-shown.ts'
import { shownScreen, showScreen } from './shown-screen.ts'

/** What files can be imported into. */
export type ImportKind = 'counts' | 'declarations'

/** What a file is of where nobody says: on the screen of declarations these, elsewhere counts. */
export function importKindHere(): ImportKind {
  return shownScreen.get() === 'declarations' ? 'declarations' : 'counts'
}

/** Shows an import on the screen that it is part of, with a file where one was dropped. */
export function openImport(kind: ImportKind, file: File | null): void {
  showScreen(kind === 'counts' ? 'crossings' : 'declarations')
  const { importShown, fileToImport } = kind === 'counts' ? counts : declarations
  importShown.set(true)
  if (file) fileToImport.set(file)
}
