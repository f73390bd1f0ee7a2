import type {
  DeclarationsGuess,
  DeclarationsImport,
  DeclarationsPreview,
} from '../../../../shared/contract/declarations-import.ts'
import type { FileLayout } from '../../../../shared/contract/import.ts'
import type { DeclarationsDraft } from '../../../../shared/trade/declarations-draft.ts'
import { type FileImport, noFileImport } from '../../../lib/file-import.ts'
import { createStore } from '../../../lib/store.ts'
import { type AskedWord, isOpen } from './asked-word.ts'

export interface ImportState extends FileImport<DeclarationsGuess, DeclarationsPreview, DeclarationsImport> {
  draft: DeclarationsDraft
  asked: AskedWord[]
}

export const noImport: ImportState = { ...noFileImport, draft: { format: 1 }, asked: [] }

/** The one import of declarations of this window; it goes on while another screen is shown. */
export const importState = createStore<ImportState>(noImport)

/** Whether the import can be told to begin: everything is checked and nothing refused, and something would change. */
export function canImport({ checked, checking, run, stale, draft, asked }: ImportState): boolean {
  // One that failed or was stopped wrote nothing, and can be told to begin again.
  if (!checked || checking || stale || (run && run.state !== 'failed')) return false
  if (asked.some((word) => isOpen(draft, word))) return false
  const { preview } = checked
  return preview.refusedCells === 0 && preview.new + preview.changed > 0
}

/** The layout of the file as it was read. */
export function layoutOf({ encoding, separator, sheet, skipRows, headings }: DeclarationsDraft): FileLayout {
  return {
    ...(encoding !== undefined && { encoding }),
    ...(sheet !== undefined && { sheet }),
    ...(separator !== undefined && { separator }),
    ...(skipRows !== undefined && { skipRows }),
    ...(headings !== undefined && { headings }),
  }
}
