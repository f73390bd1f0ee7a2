import { call } from '../../lib/client.ts'
import { save } from '../../lib/saving.ts'
import { useStore } from '../../lib/store.ts'
import { type CellEdit, createCellEdits, type SaveCell } from './cell-edits.ts'
import { beginReadingChanges } from './notes/note-changes.ts'
import { beginReadingSent } from './notes/note-drafts.ts'
import { valueAt } from './sheet-rows.ts'
import { createSheetSource, type SheetSource } from './sheet-source.ts'

const saveCell: SaveCell = async (target, value, parts) => {
  const { checkpoint, direction, date, period } = target
  const answer = await save(() => {
    if (target.entity === 'count') {
      return call('recordCounts', {
        checkpoint,
        counts: [{ line: target.line, direction, date, period, value, ...(parts !== null && { parts }) }],
      })
    }
    const number = typeof value === 'number' ? value : null
    return call('recordCounts', {
      checkpoint,
      controlTotals: [
        { unit: target.unit, direction, date, period, value: number, ...(parts !== null && { parts }) },
      ],
    })
  })
  sheetSource.reload()
  return answer
}

/** Everything typed and not yet read back, for all sheets of this window. */
export const cellEdits = createCellEdits(saveCell, (key) => {
  const shown = sheetSource.shown.get()
  return shown ? valueAt(shown.sheet, key) : null
})

export const sheetSource: SheetSource = createSheetSource({
  commitAll: cellEdits.commitAll,
  beginReading() {
    const forgets = [cellEdits.beginReading(), beginReadingChanges(), beginReadingSent()]
    return () => {
      for (const forget of forgets) forget()
    }
  },
})

/** The unsaved edit of one cell, if any. */
export function useCellEdit(key: string | null): CellEdit | null {
  const all = useStore(cellEdits.all)
  return key === null ? null : (all.get(key) ?? null)
}

/** How many cells hold a text that was refused, and how many of those the book refused: they can be sent again. */
export function useRefusedCells(): { all: number; byBook: number } {
  const edits = [...useStore(cellEdits.all).values()].filter((edit) => edit.phase === 'refused')
  return { all: edits.length, byBook: edits.filter((edit) => edit.problem?.kind === 'report').length }
}
