import { useMemo } from 'react'
import type { CountsFilter, CountsSort } from '../../../shared/contract/counts-table.ts'
import { createStore, useStore } from '../../lib/store.ts'
import { changeTableSettings, tableSettings, windowSettings } from '../../lib/window-settings.ts'

/** The name of this table among the window's settings. */
export const tableName = 'counts'

export interface TableChoice {
  filter: CountsFilter
  sort: CountsSort
}

/** Which counts the table shows, as long as the window lives. */
export const tableFilter = createStore<CountsFilter>({})

/** Columns that the book can sort by at once, however old it is. */
const sortColumns: readonly string[] = [
  'date',
  'checkpoint',
  'line',
  'direction',
] satisfies CountsSort['column'][]

export const isSortColumn = (column: string): column is CountsSort['column'] => sortColumns.includes(column)

const newestFirst: CountsSort = { column: 'date', direction: 'descending' }

function keptSort(): CountsSort {
  const { sort } = tableSettings(windowSettings.get(), tableName)
  return sort && isSortColumn(sort.column) ? { column: sort.column, direction: sort.direction } : newestFirst
}

/** What is shown and in which order; the same object until one of them changes. */
export function useTableChoice(): TableChoice {
  const filter = useStore(tableFilter)
  useStore(windowSettings)
  const { column, direction } = keptSort()
  return useMemo(() => ({ filter, sort: { column, direction } }), [filter, column, direction])
}

/** Sorts by a column; pressed again, the other way round. Dates begin with the newest. */
export function sortBy(column: CountsSort['column']): void {
  const before = keptSort()
  const first = column === 'date' ? 'descending' : 'ascending'
  const other = before.direction === 'ascending' ? 'descending' : 'ascending'
  changeTableSettings(tableName, { sort: { column, direction: before.column === column ? other : first } })
}

/** Changes parts of the filter; null takes one away. */
export function changeFilter(
  change: {
    [Part in keyof CountsFilter]: NonNullable<CountsFilter[Part]> | null
  },
): void {
  const merged = Object.entries({ ...tableFilter.get(), ...change }).filter(([, value]) => value !== null)
  tableFilter.set(Object.fromEntries(merged) as CountsFilter)
}
