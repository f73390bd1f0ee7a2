import { createStore } from '../../lib/store.ts'

/** What the screen shows: one of its tables, or the entry of a declaration. */
export const entryShown = createStore(false)
