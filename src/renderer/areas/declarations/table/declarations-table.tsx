import { type RefObject, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import type {
  DeclarationPosition,
  DeclarationRow,
  DeclarationsSort,
  ItemRow,
  ItemsSort,
} from '../../../../shared/contract/declarations-table.ts'
import type { Answer } from '../../../../shared/errors.ts'
import { call } from '../../../lib/client.ts'
import { useCommands } from '../../../lib/commands.ts'
import { keystrokeText } from '../../../lib/keystrokes.ts'
import { useStore } from '../../../lib/store.ts'
import { useQuery } from '../../../lib/use-query.ts'
import { useWords } from '../../../lib/use-words.ts'
import { ExportButtons } from '../../../ui/export/export-buttons.tsx'
import type { TableParts } from '../../../ui/export/export-parts.ts'
import { openKey } from '../../../ui/import/import-keys.ts'
import { KeyHint } from '../../../ui/key-hint.tsx'
import { ColumnChoice } from '../../../ui/rows/column-choice.tsx'
import { RowTable } from '../../../ui/rows/row-table.tsx'
import { useRowPages } from '../../../ui/rows/use-row-pages.ts'
import { useRowWindow } from '../../../ui/rows/use-row-window.ts'
import { cellWords, everyWord } from './cell-words.ts'
import { type ColumnId, declarationColumns, itemColumns } from './columns.ts'
import { SavedViews } from './saved-views.tsx'
import { canSort, sortBy, type TableChoice, tablePlace, useTableChoice } from './table-choice.ts'
import { TableFilter } from './table-filter.tsx'
import { TableTotals } from './table-totals.tsx'
import './declarations-table.css'

type TableRow = DeclarationRow | ItemRow

const newKey = 'Alt+KeyN'

/** Every declaration of the book, or every item, and at the foot what is filtered comes to. */
export function DeclarationsTable({
  onOpen,
  onImport,
}: {
  onOpen(declaration: string | null): void
  onImport(): void
}) {
  const words = useWords()
  const { t, number, name, error } = words
  const choice = useTableChoice()
  const { output: port } = useQuery('describePort', {}, 'port')
  const { filter, of } = choice
  const columns = of === 'items' ? itemColumns : declarationColumns
  // The first page is shown before the rows are numbered, which takes longer in an old book.
  const [firstPage, setFirstPage] = useState<{ choice: TableChoice; rows: number } | null>(null)
  const known = firstPage?.choice === choice ? firstPage.rows : null
  const { output: found } = useQuery('numberOfDeclarations', known === null ? null : { filter, of })
  const total = found?.rows ?? known ?? 0
  const active = useStore(tablePlace)
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useRowWindow(scroller, total)
  useReturn(scroller, rows.reveal, total)
  const pages = useRowPages(choice, readPage, [rows.first, rows.last, Math.min(active, total)])
  if (pages.firstRows !== null && known === null) setFirstPage({ choice, rows: pages.firstRows })
  const textOf = useCallback((id: ColumnId, row: TableRow) => cellWords(id, row, words), [words])
  const headOf = (id: ColumnId) => t(`declarations.columns.${id}`)
  const wordsOf = (id: ColumnId) => everyWord(id, words)
  const file = `${t(`declarations.files.${of}`, { port: port ? name(port.names) : '' })} ${port?.today ?? ''}`
  useCommands(() => [
    {
      id: 'declarations.new',
      scope: 'screen',
      keys: [newKey],
      words: (words) => words.t('declarations.new'),
      run: () => onOpen(null),
    },
    {
      id: 'declarations.open',
      scope: 'screen',
      keyText: (words) => words.t('keys.enter'),
      words: (words) => words.t('declarations.open'),
      keyOnly: true,
    },
  ])

  return (
    <>
      <TableFilter today={port?.today ?? ''} onDown={() => scroller.current?.focus()} />
      <main className="table-screen">
        <div className="table-bar">
          <p role="status">{found && t(`declarations.rows.${of}`, { number: number(found.rows) })}</p>
          {found?.rows === 0 && (
            <p className="faint">
              {t(Object.keys(filter).length > 0 ? 'declarations.emptyFilter' : 'declarations.emptyBook')}
            </p>
          )}
          {total > 0 && (
            <span className="table-open faint">
              <KeyHint>{t('keys.enter')}</KeyHint> {t('declarations.open')}
            </span>
          )}
          <span className="spring" />
          <button type="button" className="plain" onClick={() => onOpen(null)}>
            {t('declarations.new')} <KeyHint>{keystrokeText(newKey)}</KeyHint>
          </button>
          <button type="button" className="plain" onClick={onImport}>
            {t('importing.open')} <KeyHint>{keystrokeText(openKey)}</KeyHint>
          </button>
          <SavedViews />
          <ColumnChoice of={columns} headOf={headOf} wordsOf={wordsOf} />
          <ExportButtons table={partsOf(choice)} file={file} />
        </div>
        <RowTable
          label={t(`declarations.labels.${of}`)}
          columns={columns}
          headOf={headOf}
          wordsOf={wordsOf}
          textOf={textOf}
          stateOf={({ state }) => state}
          canSort={(id) => canSort(of, id)}
          onSort={(id) => sortBy(of, id)}
          choice={choice}
          total={total}
          pages={pages}
          rows={rows}
          scroller={scroller}
          active={active}
          onActive={tablePlace.set}
          onOpen={({ declaration }) => onOpen(declaration)}
        />
        {pages.error && (
          <p className="table-problem" role="alert">
            {t('crossings.refused', { reason: error(pages.error) })}
            <button type="button" className="plain" onClick={pages.retry}>
              {t('failure.retry')}
            </button>
          </p>
        )}
        <TableTotals choice={choice} />
      </main>
    </>
  )
}

/** Brings the cursor to the table when it is shown, and to the row where one left it as soon as there are rows. */
function useReturn(
  scroller: RefObject<HTMLElement | null>,
  reveal: (place: number) => void,
  total: number,
): void {
  useEffect(() => scroller.current?.focus({ preventScroll: true }), [scroller])
  const toPlace = useEffectEvent(() => reveal(tablePlace.get()))
  const hasRows = total > 0
  useEffect(() => {
    if (hasRows && tablePlace.get() > 0) toPlace()
  }, [hasRows])
}

/** What is filtered, whole. */
const partsOf = ({ of, filter }: TableChoice): TableParts<DeclarationPosition> => ({
  asText: (after) => call('writeDeclarationsPart', { of, filter, after }),
  asCells: (after) => call('readDeclarationsPart', { of, filter, after }),
})

function readPage(
  { of, filter, sort }: TableChoice,
  page: { offset: number; limit: number },
): Promise<Answer<{ rows: TableRow[] }>> {
  return of === 'items'
    ? call('readDeclarationItems', { filter, sort: sort as ItemsSort, ...page })
    : call('readDeclarations', { filter, sort: sort as DeclarationsSort, ...page })
}
