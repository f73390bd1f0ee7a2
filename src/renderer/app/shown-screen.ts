import { importShown } from '../areas/crossings/import/import-shown.ts'
import { cellEdits } from '../areas/day-sheet/sheet-state.ts'
import { createStore } from '../lib/store.ts'
import type { ScreenId } from './screens.ts'

/** The screen that is shown. What a screen remembers lives in its area's stores, so that it is as one left it. */
export const shownScreen = createStore<ScreenId>('day-sheet')

/** Shows a screen; what is being typed on the day sheet is saved first. */
export function showScreen(id: ScreenId): void {
  cellEdits.commitAll()
  shownScreen.set(id)
}

/** Shows a screen by its key or its name at the left; from the import, which is part of Crossings, that is its table. */
export function goToScreen(id: ScreenId): void {
  if (shownScreen.get() === id && id === 'crossings') importShown.set(false)
  showScreen(id)
}
