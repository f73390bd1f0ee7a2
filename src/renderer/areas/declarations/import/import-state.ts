import type {
  DeclarationsGuess,
  DeclarationsImport,
  DeclarationsPreview,
} from '../../../../shared/contract/declarations-import.ts'
import type { FileLayout } from '../../../../shared/contract/import.ts'
import type { DeclarationsDraft } from '../../../../shared/trade/declarations-draft.ts'
import { type FileImport, noFileImport } from '../../../lib/file-import.ts'
import { createStore } from '../../../lib/store.ts'
import type { AskedWord } from './asked-word.ts'

export interface ImportState extends FileImport<DeclarationsGuess, DeclarationsPreview, DeclarationsImport> {
  draft: DeclarationsDraft
  asked: AskedWord[]
}

export const noImport: ImportState = { ...noFileImport, draft: { format: 1 }, asked: [] }

/** The one import of declarations of this window; it goes on while another screen is shown. */
export const importState = createStore<ImportState>(noImport)

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
