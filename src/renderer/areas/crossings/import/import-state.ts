import type {
  FileLayout,
  ImportGuess,
  ImportPreview,
  ImportResult,
} from '../../../../shared/contract/import.ts'
import { type ColumnUse, plainReading, type Reading } from '../../../../shared/import/column-uses.ts'
import { mappingFrom } from '../../../../shared/import/mapping-from-uses.ts'
import { type FileImport, noFileImport } from '../../../lib/file-import.ts'
import { createStore } from '../../../lib/store.ts'
import type { AskedWord } from './word-meanings.ts'

export interface ImportState extends FileImport<ImportGuess, ImportPreview, ImportResult> {
  uses: ColumnUse[]
  reading: Reading
  asked: AskedWord[]
}

export const noImport: ImportState = { ...noFileImport, uses: [], reading: plainReading, asked: [] }

/** The one import of this window; it goes on while another screen is shown. */
export const importState = createStore<ImportState>(noImport)

/** The mapping as it is put together now, or what keeps it from being one. */
export function mappingNow({
  uses,
  reading,
  guess,
}: Pick<ImportState, 'uses' | 'reading' | 'guess'>): ReturnType<typeof mappingFrom> {
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
