import type {
  FileLayout,
  ImportGuess,
  ImportPreview,
  ImportResult,
} from '../../../../shared/contract/import.ts'
import type { ErrorReport } from '../../../../shared/errors.ts'
import { type ColumnUse, plainReading, type Reading } from '../../../../shared/import/column-uses.ts'
import { mappingFrom } from '../../../../shared/import/mapping-from-uses.ts'
import { createStore } from '../../../lib/store.ts'
import type { AskedWord } from './word-meanings.ts'

/** A check or an import that runs: its name below the window, and how far it is. */
export interface RunningJob {
  job: string
  rows: number
  /** Of the file, from 0 to 1. */
  share: number
}

/** What became of an import that was begun; `result` is its own answer. */
export type ImportRun =
  | { state: 'running'; running: RunningJob }
  | { state: 'done'; result: ImportResult }
  | { state: 'failed'; error: ErrorReport }

export interface ImportState {
  /** The file as its user calls it, and where the program reads it; null before one is chosen. */
  file: { name: string; path: string | null } | null
  /** Why the file could not be opened, laid out or checked. */
  failure: ErrorReport | null
  /** The last guess; a new object each time the file was laid out anew. */
  guess: ImportGuess | null
  uses: ColumnUse[]
  reading: Reading
  asked: AskedWord[]
  /** The last finished check, of the mapping as it was then. */
  checked: { job: string; preview: ImportPreview } | null
  checking: RunningJob | null
  /** Whether the book was changed since the last check. */
  stale: boolean
  run: ImportRun | null
}

export const noImport: ImportState = {
  file: null,
  failure: null,
  guess: null,
  uses: [],
  reading: plainReading,
  asked: [],
  checked: null,
  checking: null,
  stale: false,
  run: null,
}

/** The one import of this window; it goes on while another screen is shown. */
export const importState = createStore<ImportState>(noImport)

export function changeImport(part: Partial<ImportState>): void {
  importState.set({ ...importState.get(), ...part })
}

/** The mapping as it is put together now, or what keeps it from being one. */
export function mappingNow({ uses, reading, guess }: ImportState): ReturnType<typeof mappingFrom> {
  return mappingFrom(uses, reading, guess?.headings ?? [])
}

/** Whether the import can be told to begin: everything is checked and nothing refused, and something would change. */
export function canImport({ checked, checking, run, stale }: ImportState): boolean {
  // One that failed or was stopped wrote nothing, and can be told to begin again.
  if (!checked || checking || stale || (run && run.state !== 'failed')) return false
  const { preview } = checked
  return preview.refusedCells === 0 && writes(preview) > 0
}

/** How many figures an import of the checked file would write. */
export function writes({ new: added, changed, controlTotals }: ImportPreview): number {
  return added + changed + controlTotals.new + controlTotals.changed
}

/** The layout of the file as it was read. */
export function layoutOf({ encoding, separator, sheet, skipRows, headings }: Reading): FileLayout {
  return {
    ...(encoding !== null && { encoding }),
    separator,
    ...(sheet !== null && { sheet }),
    skipRows,
    headings,
  }
}
