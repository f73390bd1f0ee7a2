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
