import type { declarationsImportContract } from '../../../../shared/contract/declarations-import.ts'
import type { Handlers } from '../../../book/handlers.ts'
import { exportDeclarations, exportItems } from './export-declarations.ts'
import { guessDeclarations } from './guess-declarations.ts'
import { importDeclarations, previewDeclarations, readPreviewLines } from './import-declarations.ts'
import {
  listDeclarationsMappings,
  removeDeclarationsMapping,
  saveDeclarationsMapping,
} from './saved-mappings.ts'

export const declarationsImportHandlers: Handlers<typeof declarationsImportContract> = {
  guessDeclarations,
  previewDeclarations,
  readPreviewLines,
  importDeclarations,
  saveDeclarationsMapping,
  removeDeclarationsMapping,
  listDeclarationsMappings,
  exportDeclarations,
  exportItems,
}
