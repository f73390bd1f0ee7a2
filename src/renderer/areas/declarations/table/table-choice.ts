import { useMemo } from 'react'
import type {
  DeclarationsFilter,
  DeclarationsSort,
  DeclarationsTable,
  ItemsSort,
  SavedView,
} from '../../../../shared/contract/declarations-table.ts'
import { createStore, useStore } from '../../../lib/store.ts'
import { changeTableSettings, tableSettings, windowSettings } from '../../../lib/window-settings.ts'

/** Which of the two tables is shown, and what it is filtered by: as long as the window lives. */
export const tableShown = createStore<DeclarationsTable>('declarations')
export const tableFilter = createStore<DeclarationsFilter>({})

/** The row that the cursor is on: it is there again after a declaration was looked at. */
export const tablePlace = createStore(0)

export interface TableChoice {
  of: DeclarationsTable
  filter: DeclarationsFilter
  sort: { column: string; direction: 'ascending' | 'descending' }
}

/** Columns that the book can sort by at once, however old it is, and what it calls them. */
const sortColumns: Readonly<Record<DeclarationsTable, Readonly<Record<string, string>>>> = {
  declarations: {
    date: 'date',
    countedDate: 'countedDate',
    number: 'number',
    state: 'state',
    checkpoint: 'checkpoint',
    direction: 'direction',
    partner: 'partner',
    gross: 'gross',
  } satisfies Record<string, DeclarationsSort['column']>,
  items: { date: 'date', hsCode: 'hsCode', net: 'net', value: 'value' } satisfies Record<
    string,
    ItemsSort['column']
  >,
}

export const canSort = (of: DeclarationsTable, column: string): boolean =>
  Object.hasOwn(sortColumns[of], column)

const newestFirst = { column: 'date', direction: 'descending' } as const

function keptSort(of: DeclarationsTable): TableChoice['sort'] {
  const { sort } = tableSettings(windowSettings.get(), of)
  return sort && canSort(of, sort.column) ? sort : newestFirst
}

/** What is shown and in which order; the same object until one of them changes. */
export function useTableChoice(): TableChoice {
  const of = useStore(tableShown)
  const filter = useStore(tableFilter)
  useStore(windowSettings)
  const { column, direction } = keptSort(of)
  return useMemo(() => ({ of, filter, sort: { column, direction } }), [of, filter, column, direction])
}

/** Sorts by a column; pressed again, the other way round. Dates and amounts begin with the newest and the largest. */
export function sortBy(of: DeclarationsTable, column: string): void {
  const before = keptSort(of)
  const downFirst = ['date', 'countedDate', 'gross', 'net', 'value'].includes(column)
  const first = downFirst ? 'descending' : 'ascending'
  const other = before.direction === 'ascending' ? 'descending' : 'ascending'
  changeTableSettings(of, { sort: { column, direction: before.column === column ? other : first } })
}

/** Changes parts of the filter; null takes one away. */
export function changeFilter(
  change: {
    [Part in keyof DeclarationsFilter]: NonNullable<DeclarationsFilter[Part]> | null
  },
): void {
  const merged = Object.entries({ ...tableFilter.get(), ...change }).filter(([, value]) => value !== null)
  tableFilter.set(Object.fromEntries(merged) as DeclarationsFilter)
}

/** The table as it stands, under a name. */
export function viewNow(of: DeclarationsTable, name: string): SavedView {
  const { hidden, order } = tableSettings(windowSettings.get(), of)
  return { name, filter: tableFilter.get(), sort: keptSort(of), hidden, order }
}

/** Shows a table as it was saved. */
export function showView(of: DeclarationsTable, { filter, sort, hidden, order }: SavedView): void {
  tableFilter.set(filter)
  changeTableSettings(of, { sort, hidden, order })
}
