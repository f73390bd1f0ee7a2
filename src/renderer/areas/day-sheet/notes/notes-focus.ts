import { createStore } from '../../../lib/store.ts'

/** Ways to put the focus into the notes and back into the sheet, while both are shown. */
export const intoNotes = createStore<(() => void) | null>(null)
export const intoSheet = createStore<(() => void) | null>(null)

/** From the sheet to the notes, or from the notes to the cell that one came from. */
export function jumpToNotesOrBack(): void {
  const inNotes = document.activeElement?.closest('.shift-notes')
  const jump = inNotes ? intoSheet : intoNotes
  jump.get()?.()
}
