import { importShown } from '../areas/crossings/import/import-shown.ts'
import { cellEdits, sheetSource } from '../areas/day-sheet/sheet-state.ts'
import { importShown as declarationsImportShown } from '../areas/declarations/import/import-shown.ts'
import type { SheetPlace } from '../lib/places.ts'
import { createStore } from '../lib/store.ts'
import type { ScreenId } from './screens.ts'

/** The screen that is shown. What a screen remembers lives in its area's stores, so that it is as one left it. */
export const shownScreen = createStore<ScreenId>('day-sheet')

let cameFrom: ScreenId = 'day-sheet'

/** The place that the board of channels begins with: the sheet's that one comes from, else where the board was left. */
export function boardPlace(): SheetPlace | null {
  return cameFrom === 'day-sheet' ? (sheetSource.shown.get()?.place ?? null) : null
}

/** Shows a screen; what is being typed on the one before is saved first, as where the cursor leaves it. */
export function showScreen(id: ScreenId): void {
  cellEdits.commitAll()
  if (shownScreen.get() !== id && document.activeElement instanceof HTMLElement) document.activeElement.blur()
  cameFrom = shownScreen.get()
  shownScreen.set(id)
}

/** Shows a screen by its key or its name at the left; from an import, which is part of a screen, that is its table. */
export function goToScreen(id: ScreenId): void {
  if (shownScreen.get() === id && id === 'crossings') importShown.set(false)
  if (shownScreen.get() === id && id === 'declarations') declarationsImportShown.set(false)
  showScreen(id)
}
