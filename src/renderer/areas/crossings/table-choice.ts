import type { CountsFilter } from '../../../shared/contract/counts-table.ts'
import { createStore } from '../../lib/store.ts'

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

const storageKey = 'portbook.crossings.hiddenColumns'

function rememberedColumns(): ReadonlySet<ColumnId> {
  const hidden = (localStorage.getItem(storageKey) ?? '').split(' ')
  return new Set(columnIds.filter((id) => hidden.includes(id)))
}

/** Columns that are not shown; kept in the page's own storage. */
export const hiddenColumns = createStore<ReadonlySet<ColumnId>>(rememberedColumns())

export function showColumn(id: ColumnId, shown: boolean): void {
  const hidden = new Set(hiddenColumns.get())
  if (shown) hidden.delete(id)
  else hidden.add(id)
  hiddenColumns.set(hidden)
  localStorage.setItem(storageKey, [...hidden].join(' '))
}
