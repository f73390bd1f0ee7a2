import { tableColumns } from '../../lib/table-columns.ts'
import { tableName } from './table-choice.ts'

/** Wide enough for `31 December 2024` and `2024年12月31日`, together no wider than the window at first. */
const usualWidths = {
  date: 134,
  checkpoint: 140,
  period: 120,
  direction: 116,
  line: 208,
  count: 90,
  unit: 84,
  source: 86,
  provisional: 90,
}
export type ColumnId = keyof typeof usualWidths

export const countColumns = tableColumns<ColumnId>(tableName, usualWidths)
