import { sheetSource } from '../areas/day-sheet/sheet-state.ts'
import { wholeDay } from '../lib/places.ts'
import { showReport } from './window-commands.ts'

/** Shows the report of the shift, or day, whose sheet is on the screen. */
export function openSheetReport(): void {
  const shown = sheetSource.shown.get()
  if (!shown) return
  const { checkpoint, date, shift } = shown.place
  showReport(
    shift === wholeDay ? { kind: 'day', checkpoint, date } : { kind: 'shift', checkpoint, date, shift },
  )
}
