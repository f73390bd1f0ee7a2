import type { SavedMapping } from '../../../../shared/contract/import.ts'
import type { Receipt } from '../../../../shared/contract/operation.ts'
import { MappingFile } from '../../../../shared/mapping-file.ts'
import type { Connection } from '../../../book/connection.ts'
import { type CommandContext, type QueryContext, receiptOf } from '../../../book/handlers.ts'
import { dropMapping, keepMapping, mappingsFor } from '../../../import/saved-mappings.ts'

/** Keeps a mapping of counts under a name, over one of the same name. @throws AppError mapping-name-taken */
export function saveMapping({ batch }: CommandContext, { name, mapping }: SavedMapping): Receipt {
  keepMapping(batch, 'counts', name, mapping)
  return receiptOf(batch)
}

/** @throws AppError mapping-missing */
export function removeMapping({ batch }: CommandContext, { name }: { name: string }): Receipt {
  dropMapping(batch, 'counts', name)
  return receiptOf(batch)
}

export function listMappings({ db }: QueryContext): SavedMapping[] {
  return savedMappings(db)
}

export const savedMappings = (db: Connection): SavedMapping[] => mappingsFor(db, 'counts', MappingFile)
