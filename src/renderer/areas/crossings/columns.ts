import { useMemo } from 'react'
import { useStore } from '../../lib/store.ts'
import { changeTableSettings, tableSettings, windowSettings } from '../../lib/window-settings.ts'
import { tableName } from './table-choice.ts'

export const columnIds = [
  'date',
  'checkpoint',
  'period',
  'direction',
  'line',
  'count',
  'unit',
  'source',
  'provisional',
] as const
export type ColumnId = (typeof columnIds)[number]

/** In CSS pixels: wide enough for `31 December 2024` and `2024年12月31日`, together no wider than the window at first. */
const usualWidths: Record<ColumnId, number> = {
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

const narrowest = 48
const widest = 800

export interface Columns {
  /** All columns in the chosen order. */
  order: readonly ColumnId[]
  hidden: ReadonlySet<ColumnId>
  width(id: ColumnId): number
  /** True where somebody chose the width: the column then keeps it, and does not share the room that is left. */
  isSet(id: ColumnId): boolean
}

const kept = () => tableSettings(windowSettings.get(), tableName)

const inOrder = (chosen: readonly string[]): ColumnId[] => [
  ...columnIds.filter((id) => chosen.includes(id)).sort((a, b) => chosen.indexOf(a) - chosen.indexOf(b)),
  ...columnIds.filter((id) => !chosen.includes(id)),
]

/** The columns as they were chosen, in every window. */
export function useColumns(): Columns {
  const { hidden, order, widths } = tableSettings(useStore(windowSettings), tableName)
  return useMemo(
    () => ({
      order: inOrder(order),
      hidden: new Set(columnIds.filter((id) => hidden.includes(id))),
      width: (id) => widths[id] ?? usualWidths[id],
      isSet: (id) => widths[id] !== undefined,
    }),
    [hidden, order, widths],
  )
}

/** Shows or hides a column; the last one that is shown stays. */
export function showColumn(id: ColumnId, shown: boolean): void {
  const others = kept().hidden.filter((each) => each !== id)
  const hidden = shown ? others : [...others, id]
  if (columnIds.every((each) => hidden.includes(each))) return
  changeTableSettings(tableName, { hidden })
}

/** Moves a column one place to the left (-1) or right (1). */
export function moveColumn(id: ColumnId, way: -1 | 1): void {
  const order = inOrder(kept().order)
  const from = order.indexOf(id)
  const other = order[from + way]
  if (other === undefined) return
  order[from] = other
  order[from + way] = id
  changeTableSettings(tableName, { order })
}

export function setColumnWidth(id: ColumnId, width: number): void {
  const within = Math.round(Math.max(narrowest, Math.min(widest, width)))
  changeTableSettings(tableName, { widths: { ...kept().widths, [id]: within } })
}

/** All columns as the program has them. */
export function resetColumns(): void {
  changeTableSettings(tableName, { hidden: [], order: [], widths: {} })
}
