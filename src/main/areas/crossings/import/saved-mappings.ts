import type { SavedMapping } from '../../../../shared/contract/import.ts'
import type { Receipt } from '../../../../shared/contract/operation.ts'
import { AppError } from '../../../../shared/errors.ts'
import { MappingFile } from '../../../../shared/mapping-file.ts'
import type { Connection } from '../../../book/connection.ts'
import { type CommandContext, type QueryContext, receiptOf } from '../../../book/handlers.ts'
import { selectMappings } from './saved-mappings.sql.ts'

const entity = 'import_mapping'
const target = 'counts'

/** Keeps a mapping under a name, over one of the same name. */
export function saveMapping({ batch }: CommandContext, { name, mapping }: SavedMapping): Receipt {
  batch.put(entity, [name], { target, mapping: JSON.stringify(mapping) })
  return receiptOf(batch)
}

/** @throws AppError mapping-missing */
export function removeMapping({ batch }: CommandContext, { name }: { name: string }): Receipt {
  if (batch.row(entity, [name])?.target !== target) throw new AppError('mapping-missing', { name })
  batch.remove(entity, [name])
  return receiptOf(batch)
}

export function listMappings({ db }: QueryContext): SavedMapping[] {
  return savedMappings(db)
}

/** The book's mappings for counts; one that this program cannot read is none to it. */
export function savedMappings(db: Connection): SavedMapping[] {
  return selectMappings(db, target).flatMap(({ name, mapping }) => {
    const parsed = MappingFile.safeParse(JSON.parse(mapping))
    return parsed.success ? [{ name, mapping: parsed.data }] : []
  })
}
