import { createStore } from '../../../lib/store.ts'

/** Whether the Crossings screen shows the import instead of the table. */
export const importShown = createStore(false)

/** A file that was dropped or chosen outside of the import screen, until the screen takes it. */
export const fileToImport = createStore<File | null>(null)
