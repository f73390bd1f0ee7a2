import { app } from 'electron'
import type { Desk } from '../../dispatch/desk.ts'

/**
 * Lets the program end only after the desk has let go of the book. It waits at `will-quit`, when the windows are
 * gone, and not at `before-quit`, when someone could still type into a book that is being closed.
 */
export function closeDeskBeforeEnd(desk: Promise<Desk>): void {
  let state: 'open' | 'closing' | 'closed' = 'open'
  app.on('will-quit', (event) => {
    if (state === 'closed') return
    event.preventDefault()
    if (state === 'closing') return
    state = 'closing'
    desk
      .then((opened) => opened.close())
      .catch((error: unknown) => console.error('the book was not closed cleanly', error))
      .finally(() => {
        state = 'closed'
        app.quit()
      })
  })
}
