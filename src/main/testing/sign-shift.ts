import type { TestBook } from './test-book.ts'

/** Signs a shift as the shift report will: the row that locks its figures, with its entry in the journal. */
export function signShift(book: TestBook, checkpoint: string, began: string, shift: string): void {
  const batch = book.writer.begin({ operation: 'signShift', at: Date.now(), person: null })
  batch.put('shift_state', [checkpoint, began, shift], { state: 'signed' })
  batch.commit()
}
