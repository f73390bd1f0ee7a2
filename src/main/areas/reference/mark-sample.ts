import type { BookWriter } from '../../book/batch.ts'
import { portModel } from './port-model.ts'

/**
 * Makes a finished book a sample, in a batch of its own: its clock stands at `clock` from then on, and what was invented
 * before cannot be undone. The instant is kept as the book's `created_at`, which no sample needs for itself.
 */
export function markSample(writer: BookWriter, clock: number): void {
  const { id } = portModel(writer.db)
  const batch = writer.begin({ operation: 'markSample', at: clock, person: null })
  try {
    batch.put('book', [id], { ...batch.row('book', [id]), sample: 1, created_at: clock })
    batch.commit()
  } catch (error) {
    batch.abandon()
    throw error
  }
}
