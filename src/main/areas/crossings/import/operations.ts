import type { importContract } from '../../../../shared/contract/import.ts'
import type { Handlers } from '../../../book/handlers.ts'
import { guessImport } from './guess/guess-import.ts'
import { importCounts } from './import-counts.ts'
import { listMappings, removeMapping, saveMapping } from './saved-mappings.ts'

type Offered = 'guessImport' | 'importCounts' | 'saveMapping' | 'removeMapping' | 'listMappings'

export const importHandlers: Handlers<Pick<typeof importContract, Offered>> = {
  guessImport,
  importCounts,
  saveMapping,
  removeMapping,
  listMappings,
}
