import { v7 as uuidv7 } from 'uuid'
import type { InputOf } from '../../../../shared/contract/index.ts'
import type { Names } from '../../../../shared/words.ts'
import { always } from '../open-dates.ts'
import { removeAllNames, replaceNames } from './change-names.ts'
import { checkpointOf, checkSpan, present, type SettingContext } from './setting-rules.ts'

/** @throws AppError setting-gone, unknown-checkpoint, ends-before-begins */
export function keepEvent(
  { batch, port }: SettingContext,
  { kind, checkpoint, from, to, ...input }: Omit<InputOf<'keepEvent'>, 'names'> & { names: Names },
): void {
  if (input.id !== null) present(batch.row('event', [input.id]))
  if (checkpoint !== null) checkpointOf(port, checkpoint)
  checkSpan({ from, to })
  const id = input.id ?? uuidv7()
  batch.put('event', [id], { kind, checkpoint, from_date: from, to_date: to })
  replaceNames(batch, port, 'event', id, always.from, input.names)
}

/** @throws AppError setting-gone */
export function removeEvent({ batch, port }: SettingContext, { id }: { id: string }): void {
  present(batch.row('event', [id]))
  removeAllNames(batch, port, 'event', id)
  batch.remove('event', [id])
}
