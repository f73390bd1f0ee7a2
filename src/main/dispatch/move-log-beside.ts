import { setTimeout as pause } from 'node:timers/promises'
import type { BookThread } from './thread.ts'

const pauseMs = 100

/**
 * Moves a long write-ahead log into the book on a thread of its own, which lives no longer than that takes: until
 * readers have let go of the book as it was.
 * @param goesOn false once the book is about to be closed, which moves the log too
 */
export async function moveLogBeside(start: () => Promise<BookThread>, goesOn: () => boolean): Promise<void> {
  const mover = await start()
  try {
    while (goesOn()) {
      const answer = await mover.call('moveLog', {})
      if (!answer.ok || answer.output === true) return
      await pause(pauseMs)
    }
  } finally {
    await mover.close()
  }
}
