import type { importContract } from '../../../../shared/contract/import.ts'
import type { Handlers } from '../../../book/handlers.ts'
import { guessImport } from './guess/guess-import.ts'
import { importCounts } from './import-counts.ts'
import { cancelImport, closePreview, previewImport, readPreviewRows } from './preview/preview-import.ts'
import { listMappings, removeMapping, saveMapping } from './saved-mappings.ts'

export const importHandlers: Handlers<typeof importContract> = {
  guessImport,
  previewImport,
  readPreviewRows,
  closePreview,
  cancelImport,
  importCounts,
  saveMapping,
  removeMapping,
  listMappings,
}
