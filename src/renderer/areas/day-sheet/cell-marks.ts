import type { ErrorReport } from '../../../shared/errors.ts'
import { call } from '../../lib/client.ts'
import { save } from '../../lib/saving.ts'
import { createStore } from '../../lib/store.ts'
import type { KeyPress } from '../../ui/grid/grid-keys.ts'
import { type Mark, valueNow } from './cell-edits.ts'
import { targetKey } from './cell-target.ts'
import type { BookCell } from './sheet-rows.ts'
import type { ShownSheet } from './sheet-source.ts'
import { cellEdits, sheetSource } from './sheet-state.ts'

/** What C and N do in a cell at rest. */
export type MarkAction = 'open-after-all' | 'close-again' | 'closed' | 'not-applicable' | 'not-reported'

/** Why the calendar's exception was not made, or not taken back, until the next key. */
export const exceptionRefusal = createStore<ErrorReport | null>(null)

/** C for closed, N for not applicable, by the place of the key: every layout and input method has them. */
export function markKey(press: KeyPress): Mark | null {
  if (press.isComposing || press.ctrlKey || press.metaKey || press.altKey || press.shiftKey) return null
  if (press.code === 'KeyC') return 'closed'
  return press.code === 'KeyN' ? 'not-applicable' : null
}

/**
 * What the key does in a cell: where the calendar closes it, C marks that it was open after all, and in an empty cell
 * takes that back; elsewhere both keys say what stands in place of a number, or that nothing is reported after all.
 * Null where it does nothing.
 */
export function markAction(cell: BookCell, mark: Mark, shiftIsOpen: boolean): MarkAction | null {
  const value = valueNow(cell, cellEdits.get(targetKey(cell.target)))
  if (!shiftIsOpen) return null
  if (mark === 'closed' && cell.closedBy) return 'open-after-all'
  if (mark === 'closed' && cell.column.openAfterAll && value === null) return 'close-again'
  if (!cell.editable || cell.target.entity !== 'count') return null
  return value === mark ? 'not-reported' : mark
}

export function takeMarkAction(action: MarkAction, cell: BookCell, { place }: ShownSheet): void {
  if (action === 'not-reported') cellEdits.clear(cell.target)
  else if (action === 'closed' || action === 'not-applicable') cellEdits.mark(cell.target, action)
  else {
    const operation = action === 'open-after-all' ? 'openShiftAfterAll' : 'closeShiftAgain'
    sheetSource.change(async () => {
      const answer = await save(() => call(operation, place))
      exceptionRefusal.set(answer.ok ? null : answer.error)
    })
  }
}
