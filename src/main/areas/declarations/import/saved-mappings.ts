import type { SavedDeclarationsMapping } from '../../../../shared/contract/declarations-import.ts'
import type { Receipt } from '../../../../shared/contract/operation.ts'
import { DeclarationsMapping } from '../../../../shared/trade/declarations-mapping.ts'
import type { Connection } from '../../../book/connection.ts'
import { type CommandContext, type QueryContext, receiptOf } from '../../../book/handlers.ts'
import { dropMapping, keepMapping, mappingsFor } from '../../../import/saved-mappings.ts'

/** Keeps a mapping of declarations under a name, over one of the same name. @throws AppError mapping-name-taken */
export function saveDeclarationsMapping(
  { batch }: CommandContext,
  { name, mapping }: SavedDeclarationsMapping,
): Receipt {
  keepMapping(batch, 'declarations', name, mapping)
  return receiptOf(batch)
}

/** @throws AppError mapping-missing */
export function removeDeclarationsMapping({ batch }: CommandContext, { name }: { name: string }): Receipt {
  dropMapping(batch, 'declarations', name)
  return receiptOf(batch)
}

export function listDeclarationsMappings({ db }: QueryContext): SavedDeclarationsMapping[] {
  return savedMappings(db)
}

export const savedMappings = (db: Connection): SavedDeclarationsMapping[] =>
  mappingsFor(db, 'declarations', DeclarationsMapping)
