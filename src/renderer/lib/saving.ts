import type { Receipt } from '../../shared/contract/operation.ts'
import type { Answer } from '../../shared/errors.ts'
import { createSaveQueue } from './save-queue.ts'
import { createStore } from './store.ts'

/** The one queue of the window: commands reach the book in the order in which they were typed. */
export const saveQueue = createSaveQueue()

/** Instant of the last command that is known to be on disk. */
export const savedAt = createStore<number | null>(null)

export function noteSaved(at: number | null): void {
  if (at !== null && at > (savedAt.get() ?? 0)) savedAt.set(at)
}

/** Runs a command of the contract in its turn; only its answer moves *Saved*. */
export async function save(command: () => Promise<Answer<Receipt>>): Promise<Answer<Receipt>> {
  const answer = await saveQueue.run(command)
  if (answer.ok) noteSaved(answer.output.savedAt)
  return answer
}
