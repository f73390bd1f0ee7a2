import type { SheetPlace } from '../areas/crossings/crossings.tsx'
import { sheetSource } from '../areas/day-sheet/sheet-state.ts'
import { showScreen } from './shown-screen.ts'

/** Shows the day sheet that a count of the table is on. */
export function openCountSheet(place: SheetPlace): void {
  sheetSource.open(place)
  showScreen('day-sheet')
}
