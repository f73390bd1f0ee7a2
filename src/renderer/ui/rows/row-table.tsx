import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table'
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef } from 'react'
import { type TableColumns, useColumns } from '../../lib/table-columns.ts'
import { type ColumnTexts, fittingColumns } from './fitting-columns.ts'
import { RowHead, type RowSort } from './row-head.tsx'
import type { RowPages } from './use-row-pages.ts'
import type { RowWindow } from './use-row-window.ts'
import './rows.css'

/** SQL sorts, filters and pages: the table itself needs nothing for it. */
const features = tableFeatures({})

interface RowTableProps<Row, Id extends string> extends ColumnTexts<Id> {
  label: string
  columns: TableColumns<Id>
  /** What stands in a cell; the same function as long as the reader's language is. */
  textOf(id: Id, row: Row): string
  /** What a cell is told apart by in the look, such as a state. */
  stateOf?(row: Row): string
  /** What is shown and how it is sorted: another object begins at the top. */
  choice: { sort: RowSort }
  canSort(id: Id): boolean
  onSort(id: Id): void
  total: number
  pages: RowPages<Row>
  rows: RowWindow
  scroller: RefObject<HTMLDivElement | null>
  active: number
  onActive(place: number): void
  onOpen(row: Row): void
}

/** Rows of a long table as they scroll by. Arrows, pages, Home and End move, Enter opens the row. */
export function RowTable<Row extends object, Id extends string>(props: RowTableProps<Row, Id>) {
  const { choice, total, pages, rows, scroller, active, onActive, onOpen, textOf } = props
  const columns = useColumns(props.columns)
  const shown = useMemo(() => columns.order.filter((id) => !columns.hidden.has(id)), [columns])
  const places = placesOf(rows, active, total)
  const data = places.map((place) => pages.rowAt(place)).filter((row) => row !== undefined)
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>()
    return helper.columns(shown.map((id) => helper.accessor((row) => textOf(id, row), { id })))
  }, [shown, textOf])
  const table = useTable({ features, columns: definitions, data })
  const model = new Map(table.getRowModel().rows.map((row) => [row.original, row]))
  const fitting = fittingColumns(columns, props)
  const least = shown.reduce((width, id) => width + fitting.width(id), 0)

  const before = useRef(choice)
  useEffect(() => {
    if (before.current === choice) return
    before.current = choice
    onActive(0)
    scroller.current?.scrollTo(0, 0)
  }, [choice, onActive, scroller])

  function onKeyDown(event: KeyboardEvent): void {
    // A head is a button of its own.
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: rows.rowsOfScreen,
      PageUp: -rows.rowsOfScreen,
      Home: -total,
      End: total,
    }
    const row = pages.rowAt(active)
    if (event.key === 'Enter' && row) {
      event.preventDefault()
      onOpen(row)
    }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = Math.max(0, Math.min(total - 1, active + step))
    onActive(next)
    rows.reveal(next)
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: rows that scroll by lose their widths in a table element
    <div
      ref={scroller}
      className="rows"
      role="grid"
      aria-label={props.label}
      aria-rowcount={total + 1}
      aria-activedescendant={total > 0 ? `table-row-${active}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className="rows-sheet" style={{ minWidth: least }}>
        <RowHead
          columns={fitting}
          shown={shown}
          sort={choice.sort}
          headOf={props.headOf}
          canSort={props.canSort}
          onSort={props.onSort}
          onWidth={props.columns.setWidth}
        />
        <div role="presentation" style={{ height: rows.height, position: 'relative' }}>
          {places.map((place) => {
            const row = pages.rowAt(place)
            const drawn = row && model.get(row)
            return (
              // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the grid has the focus and the keys
              <div
                key={place}
                id={`table-row-${place}`}
                role="row"
                aria-rowindex={place + 2}
                aria-selected={place === active}
                className="row-of-table"
                style={{ top: rows.top(place) }}
                onClick={() => onActive(place)}
                onDoubleClick={() => row && onOpen(row)}
              >
                {drawn?.getAllCells().map((cell, at) => {
                  const id = shown[at]
                  return (
                    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the grid has the focus
                    <span
                      key={cell.id}
                      role="gridcell"
                      data-column={id}
                      data-state={row && props.stateOf?.(row)}
                      data-set={(id && columns.isSet(id)) || undefined}
                      style={{ flexBasis: id && fitting.width(id) }}
                      title={String(cell.getValue())}
                    >
                      {String(cell.getValue())}
                    </span>
                  )
                })}
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}

/** What is drawn: the rows that are seen, and always the active one, which screen readers speak of. */
export function placesOf(rows: Pick<RowWindow, 'first' | 'last'>, active: number, total: number): number[] {
  const seen = Array.from({ length: Math.max(0, rows.last - rows.first + 1) }, (_, at) => rows.first + at)
  const isDrawn = active >= rows.first && active <= rows.last
  return isDrawn || active >= total ? seen : active < rows.first ? [active, ...seen] : [...seen, active]
}
