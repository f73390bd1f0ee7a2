import { Fragment, type KeyboardEvent, type ReactNode, type RefObject, useRef } from 'react'
import { isComposing } from './grid/grid-keys.ts'
import { RowGap, useDrawnRows } from './rows/use-drawn-rows.tsx'
import './record-table.css'

export interface RecordColumn<Row> {
  id: string
  label: string
  cell(row: Row): ReactNode
}

interface RecordTableProps<Row> {
  label: string
  columns: readonly RecordColumn<Row>[]
  rows: readonly Row[]
  idOf(row: Row): string
  /** The row that the cursor stands on. */
  active: string | null
  onActive(id: string): void
  /** What Enter, F2 or a double click do with the row. */
  onEdit(): void
  /** Rows to be shown greyed. */
  isFaint?: ((row: Row) => boolean) | undefined
  /** Rows with something typed that is not saved. */
  isMarked?: ((row: Row) => boolean) | undefined
  /** What stands there instead of rows. */
  empty: ReactNode
  /** So that the cursor can be brought back to the row: see `focusRecord`. */
  ref: RefObject<HTMLTableElement | null>
}

/** How far the cursor moves; Home and End are as far as there is. */
const steps: Record<string, number> = {
  ArrowDown: 1,
  ArrowUp: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
}

/** Rows to read and to choose from; what is changed of them stands beside. Arrows, Home and End move, Enter edits. */
export function RecordTable<Row>(props: RecordTableProps<Row>) {
  const { label, columns, rows, idOf, active, onActive, onEdit, ref } = props
  const body = useRef<HTMLTableSectionElement>(null)
  const place = rows.findIndex((row) => idOf(row) === active)
  // The one that the cursor comes back to is always there.
  const drawn = useDrawnRows(body, rows.length, Math.max(0, place))

  function onKeyDown(event: KeyboardEvent): void {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
    if (!plain || isComposing(event.nativeEvent) || event.defaultPrevented) return
    if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault()
      onEdit()
      return
    }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = Math.max(0, Math.min(rows.length - 1, place + step))
    drawn.draw(next)
    body.current?.querySelector<HTMLElement>(`[data-place="${next}"]`)?.focus()
  }

  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows to move through are a grid
    <table ref={ref} className="records" role="grid" aria-label={label} aria-rowcount={rows.length + 1}>
      <thead>
        <tr aria-rowindex={1}>
          {columns.map((column) => (
            <th key={column.id} scope="col" data-column={column.id}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={onKeyDown}>
        {drawn.rows.map(({ place: index, gap }) => {
          const row = rows[index]
          if (row === undefined) return null
          const id = idOf(row)
          return (
            <Fragment key={id}>
              <RowGap height={gap} columns={columns.length} />
              <tr
                data-place={index}
                aria-rowindex={index + 2}
                aria-selected={id === active}
                data-faint={props.isFaint?.(row) || undefined}
                data-marked={props.isMarked?.(row) || undefined}
                tabIndex={index === Math.max(0, place) ? 0 : -1}
                onFocus={() => onActive(id)}
                onDoubleClick={onEdit}
              >
                {columns.map((column) => (
                  <td key={column.id} data-column={column.id}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            </Fragment>
          )
        })}
        <RowGap height={drawn.after} columns={columns.length} />
        {rows.length === 0 && (
          <tr className="none" tabIndex={0}>
            <td colSpan={columns.length}>{props.empty}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

/** Brings the cursor back to the row that is active, or to the first one. */
export function focusRecord(table: HTMLTableElement | null): void {
  const row = table?.querySelector<HTMLElement>('tr[tabindex="0"]')
  row?.focus()
  row?.scrollIntoView({ block: 'nearest' })
}
