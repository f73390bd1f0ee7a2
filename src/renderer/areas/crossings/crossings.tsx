import { useCallback, useEffect, useRef, useState } from 'react'
import type { CountPosition, CountRow, CountsFilter } from '../../../shared/contract/counts-table.ts'
import { call } from '../../lib/client.ts'
import { addDays } from '../../lib/days.ts'
import { keystrokeText } from '../../lib/keystrokes.ts'
import { useQuery } from '../../lib/use-query.ts'
import { useWords } from '../../lib/use-words.ts'
import { ExportButtons } from '../../ui/export/export-buttons.tsx'
import { openKey } from '../../ui/import/import-keys.ts'
import { KeyHint } from '../../ui/key-hint.tsx'
import { ColumnChoice } from '../../ui/rows/column-choice.tsx'
import { RowTable } from '../../ui/rows/row-table.tsx'
import { useRowPages } from '../../ui/rows/use-row-pages.ts'
import { useRowWindow } from '../../ui/rows/use-row-window.ts'
import { type ColumnId, countColumns } from './columns.ts'
import { cellWords } from './count-words.ts'
import { CountsFilterBar } from './counts-filter.tsx'
import { FilterTotalsTable } from './filter-totals.tsx'
import { FindDay } from './find-day.tsx'
import { isSortColumn, sortBy, type TableChoice, useTableChoice } from './table-choice.ts'
import './crossings.css'

export interface SheetPlace {
  checkpoint: string
  date: string
  shift: string
}

/** Every count of the book as a table, and at its foot what is filtered comes to by the period rule. */
export default function Crossings({
  onOpen,
  onImport,
}: {
  onOpen(place: SheetPlace): void
  onImport(): void
}) {
  const words = useWords()
  const { t, number, name, error } = words
  const textOf = useCallback((id: ColumnId, row: CountRow) => cellWords(id, row, words), [words])
  const headOf = (id: ColumnId) => t(`crossings.columns.${id}`)
  const choice = useTableChoice()
  const { output: port } = useQuery('describePort', {}, 'port')
  const { filter } = choice
  // The first page is shown before the rows are numbered, which takes longer in an old book.
  const [firstPage, setFirstPage] = useState<{ filter: CountsFilter; rows: number } | null>(null)
  const known = firstPage?.filter === filter ? firstPage.rows : null
  const { output: found } = useQuery('numberOfCounts', known === null ? null : { filter })
  const total = found?.rows ?? known ?? 0
  const [active, setActive] = useState(0)
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useRowWindow(scroller, total)
  const pages = useRowPages(choice, readPage, [rows.first, rows.last, Math.min(active, total)])
  if (pages.firstRows !== null && known === null) setFirstPage({ filter, rows: pages.firstRows })
  // The row of a day is gone to once the table is as long as it is: before, there may be no such place.
  const [sought, setSought] = useState<number | null>(null)
  useEffect(() => {
    if (sought === null || !found) return
    const place = Math.max(0, Math.min(found.rows - 1, sought))
    setSought(null)
    setActive(place)
    rows.reveal(place)
    scroller.current?.focus()
  }, [sought, found, rows])
  const today = port?.today ?? ''
  const file = port ? fileNameOf(filter, t('crossings.file', { port: name(port.names) }), today) : ''

  return (
    <>
      <CountsFilterBar today={today} />
      <main className="table-screen">
        <div className="table-bar">
          <p role="status">{found && t('crossings.rows', { number: number(found.rows) })}</p>
          {found?.rows === 0 && (
            <p className="faint">
              {t(Object.keys(filter).length > 0 ? 'crossings.emptyFilter' : 'crossings.emptyBook')}
            </p>
          )}
          {total > 0 && (
            <span className="table-open faint">
              <KeyHint>{t('keys.enter')}</KeyHint> {t('crossings.openSheet')}
            </span>
          )}
          <span className="spring" />
          <FindDay choice={choice} today={today} onFound={setSought} />
          <ColumnChoice of={countColumns} headOf={headOf} />
          <button type="button" className="plain" onClick={onImport}>
            {t('importing.open')} <KeyHint>{keystrokeText(openKey)}</KeyHint>
          </button>
          <ExportButtons
            table={{ asText: (after: CountPosition | null) => call('writeCountsPart', { filter, after }) }}
            file={file}
          />
        </div>
        <RowTable
          label={t('crossings.label')}
          columns={countColumns}
          headOf={headOf}
          textOf={textOf}
          stateOf={({ state }) => state}
          canSort={isSortColumn}
          onSort={(id) => isSortColumn(id) && sortBy(id)}
          choice={choice}
          total={total}
          pages={pages}
          rows={rows}
          scroller={scroller}
          active={active}
          onActive={setActive}
          onOpen={(row) => onOpen(placeOf(row))}
        />
        {pages.error && (
          <p className="table-problem" role="alert">
            {t('crossings.refused', { reason: error(pages.error) })}
            <button type="button" className="plain" onClick={pages.retry}>
              {t('failure.retry')}
            </button>
          </p>
        )}
        <FilterTotalsTable filter={filter} />
      </main>
    </>
  )
}

const readPage = ({ filter, sort }: TableChoice, page: { offset: number; limit: number }) =>
  call('readCounts', { filter, sort, ...page })

/** With the dates of the filter, or today's; without what a file's name cannot hold. */
function fileNameOf({ from, to }: CountsFilter, name: string, today: string): string {
  const dates = from !== undefined && to !== undefined ? `${from}–${to}` : today
  return `${name} ${dates}`
}

/** The sheet that a count is on; the part of a night after midnight is on the sheet of the day it began. */
function placeOf({ checkpoint, date, period }: CountRow): SheetPlace {
  if (period === 'day' || period === 'month') {
    return { checkpoint, date: date.length === 7 ? `${date}-01` : date, shift: 'day' }
  }
  const [shift = '', part] = (period.split('@')[0] ?? '').split('/')
  return { checkpoint, date: part === '2' ? addDays(date, -1) : date, shift }
}
