import { useMemo } from 'react'
import type { CountsFilter } from '../../../shared/contract/counts-table.ts'
import { createStore, useStore } from '../../lib/store.ts'
import { changeTableSettings, tableSettings, windowSettings } from '../../lib/window-settings.ts'

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

export interface TableChoice {
  filter: CountsFilter
  direction: 'ascending' | 'descending'
}

/** What the table shows, as long as the window lives. */
export const tableChoice = createStore<TableChoice>({ filter: {}, direction: 'descending' })

const table = 'counts'

/** Columns that are not shown. */
export function useHiddenColumns(): ReadonlySet<ColumnId> {
  const { hidden } = tableSettings(useStore(windowSettings), table)
  return useMemo(() => new Set(columnIds.filter((id) => hidden.includes(id))), [hidden])
}

export function showColumn(id: ColumnId, shown: boolean): void {
  const { hidden } = tableSettings(windowSettings.get(), table)
  const others = hidden.filter((each) => each !== id)
  changeTableSettings(table, { hidden: shown ? others : [...others, id] })
}
