import { createStore } from '../lib/store.ts'
import { wayBack } from '../lib/unheard-focus.ts'

/** The list of commands or the help on keys while one is shown; `back` takes the focus to where it was. */
export interface ShownAid {
  aid: 'commands' | 'keys'
  back(): void
}

export const shownAid = createStore<ShownAid | null>(null)

/** Shows the one, or puts it away where it is shown already. What is being typed goes on as it was. */
export function toggleAid(aid: ShownAid['aid']): void {
  const before = shownAid.get()
  closeAid()
  if (before?.aid !== aid) shownAid.set({ aid, back: wayBack() })
}

/** Puts away what is shown, with the focus where it was. */
export function closeAid(): void {
  const shown = shownAid.get()
  if (!shown) return
  shown.back()
  shownAid.set(null)
}
