import { createStore } from '../../../lib/store.ts'

/** Whether the Crossings screen shows the import instead of the table. */
export const importShown = createStore(false)

/** A file that was dropped or chosen outside of the import screen, until the screen takes it. */
export const fileToImport = createStore<File | null>(null)

/** How far a running import is, from 0 to 1, for those who look at another screen; null where none runs. */
export const importShare = createStore<number | null>(null)
