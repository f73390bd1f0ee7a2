import { createStore } from '../../lib/store.ts'

/** What the screen shows: one of its tables, or the entry of a declaration. */
export const entryShown = createStore(false)

/** What there is beside the entry: the tables of what was declared, and the goods that are expected. */
export const expectedShown = createStore(false)
