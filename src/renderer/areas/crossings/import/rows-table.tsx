import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { useWords } from '../../../lib/use-words.ts'
import { columnWidths } from '../../../ui/import/column-widths.ts'
import type { BookWords } from './book-words.ts'
import { ColumnHead } from './column-head.tsx'
import { groupsOfUses } from './column-use-choices.ts'
import { check } from './import-actions.ts'
import { type ImportState, mappingNow } from './import-state.ts'
import { FileRow } from './row.tsx'
import { askingColumns, type ShownRow } from './rows-shown.ts'
import { type RowFilter, usePreviewRows } from './use-preview-rows.ts'

const rowHeight = 27
const rowsOfScreen = 18

interface RowsTableProps {
  state: ImportState
  book: BookWords
  filter: RowFilter
  active: number
  onActive(place: number, row: ShownRow | null): void
}

/**
 * The file's rows: the first of them as they were read, or all of them as the check judged them. Above each column stands
 * what it is used for.
 */
export function RowsTable({ state, book, filter, active, onActive }: RowsTableProps) {
  const words = useWords()
  const { t } = words
  const { guess, uses, reading, checked } = state
  const headings = guess?.headings ?? []
  const scroller = useRef<HTMLDivElement>(null)
  const total = checked ? countOf(checked.preview, filter) : (guess?.rows.length ?? 0)
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  })
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const judged = usePreviewRows(checked?.job ?? null, filter, first, items.at(-1)?.index ?? -1, check)
  const rows: (ShownRow | undefined)[] = checked ? judged : (guess?.rows.slice(first) ?? [])
  const widths = useMemo(() => columnWidths(guess?.headings ?? [], guess?.rows ?? []), [guess])
  const groups = useMemo(() => groupsOfUses(words, book), [words, book])
  const { gaps } = mappingNow(state)
  const asking = askingColumns(gaps, uses)
  const directed = reading.direction === null && !uses.some(({ as }) => as === 'direction')
  const activeRow = rows[active - first] ?? null
  const place = `${checked?.job ?? guess?.rows.length ?? ''} ${filter}`

  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows begin at their top
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 })
    onActive(0, null)
  }, [place])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row arrives after the cursor
  useEffect(() => onActive(active, activeRow), [active, activeRow])

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget) return
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: rowsOfScreen,
      PageUp: -rowsOfScreen,
      Home: -total,
      End: total,
    }
    const step = steps[event.key]
    if (step === undefined || total === 0) return
    event.preventDefault()
    const next = Math.max(0, Math.min(total - 1, active + step))
    onActive(next, rows[next - first] ?? null)
    virtual.scrollToIndex(next)
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: rows that scroll by lose their widths in a table element
    <div
      ref={scroller}
      className="import-rows"
      role="grid"
      aria-label={t('importing.rows')}
      aria-rowcount={total + 1}
      aria-activedescendant={`import-row-${active}`}
      data-filter={filter}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: its choices have the focus */}
      <div role="row" aria-rowindex={1} className="import-heads" data-directed={directed || undefined}>
        {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: nothing to do here */}
        <span role="columnheader" className="import-number">
          {t('importing.rowNumber')}
        </span>
        {checked && (
          // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: nothing to do here
          <span role="columnheader" className="import-outcome">
            {t('importing.outcome')}
          </span>
        )}
        {headings.map((heading, column) => (
          <ColumnHead
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
            key={column}
            column={column}
            heading={heading}
            use={uses[column] ?? { as: 'nothing' }}
            groups={groups}
            directed={directed}
            asks={asking.has(column)}
            width={widths[column] ?? 0}
          />
        ))}
      </div>
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map(({ index, start }) => (
          <FileRow
            key={index}
            row={rows[index - first]}
            place={index}
            start={start}
            active={index === active}
            headings={headings}
            uses={uses}
            widths={widths}
            judged={checked !== null}
            onChoose={() => onActive(index, rows[index - first] ?? null)}
          />
        ))}
      </div>
    </div>
  )
}

function countOf(
  { rows, rowsBy }: NonNullable<ImportState['checked']>['preview'],
  filter: RowFilter,
): number {
  return filter === 'all' ? rows : rowsBy[filter]
}
