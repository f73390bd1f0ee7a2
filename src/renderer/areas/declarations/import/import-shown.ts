import { createStore } from '../../../lib/store.ts'

/** Whether the Declarations screen shows the import instead of the table. */
export const importShown = createStore(false)

/** A file that was dropped or chosen outside of the import, until it takes it. */
export const fileToImport = createStore<File | null>(null)
