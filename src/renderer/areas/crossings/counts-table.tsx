import { useTable } from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { CountRow } from '../../../shared/contract/counts-table.ts'
import { useStore } from '../../lib/store.ts'
import { useWords } from '../../lib/use-words.ts'
import { countColumns, features } from './count-columns.ts'
import { tableChoice, useHiddenColumns } from './table-choice.ts'
import { useCountPages } from './use-count-pages.ts'

const rowHeight = 27
const rowsOfScreen = 20

/** Rows of the table as they scroll by. Arrows, pages, Home and End move, Enter opens the row's day sheet. */
export function CountsTable({ total, onOpen }: { total: number; onOpen(row: CountRow): void }) {
  const words = useWords()
  const { t } = words
  const choice = useStore(tableChoice)
  const hidden = useHiddenColumns()
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  })
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const rows = useCountPages(choice, first, items.at(-1)?.index ?? -1)
  const data = useMemo(() => rows.filter((row) => row !== undefined), [rows])
  const columns = useMemo(() => countColumns(words), [words])
  const columnVisibility = Object.fromEntries([...hidden].map((id) => [id, false]))
  const table = useTable({ features, columns, data, state: { columnVisibility } })
  const model = new Map(table.getRowModel().rows.map((row) => [row.original, row]))

  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice begins at its top
  useEffect(() => {
    setActive(0)
    scroller.current?.scrollTo(0, 0)
  }, [choice])

  function onKeyDown(event: KeyboardEvent): void {
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: rowsOfScreen,
      PageUp: -rowsOfScreen,
      Home: -total,
      End: total,
    }
    const row = rows[active - first]
    if (event.key === 'Enter' && row) onOpen(row)
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = Math.max(0, Math.min(total - 1, active + step))
    setActive(next)
    virtual.scrollToIndex(next)
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: rows that scroll by lose their widths in a table element
    <div
      ref={scroller}
      className="counts"
      role="grid"
      aria-label={t('crossings.label')}
      aria-rowcount={total + 1}
      aria-activedescendant={`count-row-${active}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {table.getHeaderGroups().map((group) => (
        // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the grid has the focus
        <div key={group.id} role="row" className="counts-head" aria-rowindex={1}>
          {group.headers.map((header) => (
            // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the grid has the focus
            <span
              key={header.id}
              role="columnheader"
              data-column={header.id}
              aria-sort={header.id === 'date' ? choice.direction : undefined}
            >
              {String(header.column.columnDef.header)}
            </span>
          ))}
        </div>
      ))}
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map((item) => {
          const row = rows[item.index - first]
          const shown = row && model.get(row)
          return (
            // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the grid has the focus and the keys
            <div
              key={item.key}
              id={`count-row-${item.index}`}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={item.index === active}
              className="counts-row"
              style={{ transform: `translateY(${item.start}px)` }}
              onClick={() => setActive(item.index)}
              onDoubleClick={() => row && onOpen(row)}
            >
              {shown?.getVisibleCells().map((cell) => (
                // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the grid has the focus
                <span
                  key={cell.id}
                  role="gridcell"
                  data-column={cell.column.id}
                  data-state={row?.state}
                  title={String(cell.getValue())}
                >
                  {String(cell.getValue())}
                </span>
              ))}
            </div>
          )
        })}
      </div>
    </div>
  )
}
