import { fileToImport, importShown } from '../areas/crossings/import/import-shown.ts'
import { showScreen } from './shown-screen.ts'

/** Shows the import on the Crossings screen, with a file where one was dropped. */
export function openImport(file: File | null): void {
  showScreen('crossings')
  importShown.set(true)
  if (file) fileToImport.set(file)
}
