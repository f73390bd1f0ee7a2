import type { DeclarationsTable, SavedView } from '../../../../shared/contract/declarations-table.ts'
import type { Receipt } from '../../../../shared/contract/operation.ts'
import { AppError } from '../../../../shared/errors.ts'
import { type CommandContext, type QueryContext, receiptOf } from '../../../book/handlers.ts'
import { selectViews } from './saved-views.sql.ts'

const entity = 'saved_view'

export function readSavedViews({ db }: QueryContext, { of }: { of: DeclarationsTable }): SavedView[] {
  return selectViews(db, of).map(({ name, view }) => ({ ...JSON.parse(view), name }))
}

export function keepSavedView(
  { batch }: CommandContext,
  { of, view }: { of: DeclarationsTable; view: SavedView },
): Receipt {
  const { name, ...kept } = view
  batch.put(entity, [of, name], { view: JSON.stringify(kept) })
  return receiptOf(batch)
}

/** @throws AppError setting-gone, view-name-taken */
export function renameSavedView(
  { batch }: CommandContext,
  { of, name, to }: { of: DeclarationsTable; name: string; to: string },
): Receipt {
  const kept = batch.row(entity, [of, name])
  if (!kept) throw new AppError('setting-gone', {})
  if (to !== name) {
    if (batch.row(entity, [of, to])) throw new AppError('view-name-taken', { name: to })
    batch.remove(entity, [of, name])
    batch.put(entity, [of, to], kept)
  }
  return receiptOf(batch)
}

/** @throws AppError setting-gone */
export function removeSavedView(
  { batch }: CommandContext,
  { of, name }: { of: DeclarationsTable; name: string },
): Receipt {
  if (!batch.row(entity, [of, name])) throw new AppError('setting-gone', {})
  batch.remove(entity, [of, name])
  return receiptOf(batch)
}
