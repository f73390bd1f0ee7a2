import type { crossingsContract } from '../../../shared/contract/crossings.ts'
import type { Handlers } from '../../book/handlers.ts'
import { closeShiftAgain, openShiftAfterAll } from './calendar-exceptions.ts'
import { exportCounts } from './export-counts.ts'
import { readCellContext } from './read-cell-context.ts'
import { readDaySheet } from './read-day-sheet.ts'
import { recordCounts } from './record-counts.ts'

export const crossingsHandlers: Handlers<typeof crossingsContract> = {
  readDaySheet,
  readCellContext,
  recordCounts,
  openShiftAfterAll,
  closeShiftAgain,
  exportCounts,
}
