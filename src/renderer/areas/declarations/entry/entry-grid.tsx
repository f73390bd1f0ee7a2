import {
  type ClipboardEvent,
  Fragment,
  type KeyboardEvent,
  type Ref,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import { flushSync } from 'react-dom'
import { cellsOfText } from '../../../ui/grid/grid-block.ts'
import { type CellMode, gridAction } from '../../../ui/grid/grid-keys.ts'
import { afterMove, type CellKinds, type Place } from '../../../ui/grid/grid-moves.ts'
import { RowGap, useDrawnRows } from '../../../ui/rows/use-drawn-rows.tsx'
import type { CellMark } from './entry-marks.ts'
import { EntryRow, type RowEvents } from './entry-row.tsx'
import type { SuggestKind } from './suggestions.ts'
import type { TypedRow } from './typed-rows.ts'
import './entry-grid.css'

/** Brings the cursor to a cell, also of a row that is not on the screen. */
export interface EntryGridHandle {
  focus(row: number, column: number): void
}

interface EntryGridProps<Column extends string> {
  /** Names the list in paths of fields. */
  list: 'items' | 'vehicles'
  label: string
  columns: readonly Column[]
  headOf(column: Column): string
  cellLabel(column: Column, row: number): string
  numeric: readonly Column[]
  kindOf(column: Column): SuggestKind | null
  rows: readonly TypedRow<Column>[]
  emptyRow(): TypedRow<Column>
  date: string
  readOnly: boolean
  markOf(field: string): CellMark | null
  onRows(rows: TypedRow<Column>[]): void
  onFocusField(field: string): void
  /** Enter in the row for a new one, while it is empty. */
  onDone(): void
  /** After a cell was left, or filled from its list, with another text than before. */
  onFilled?(row: number, column: Column, text: string): void
  handle: Ref<EntryGridHandle>
}

/** Rows typed as in Excel, the last one for a new row; a block can be pasted anywhere. */
export function EntryGrid<Column extends string>(props: EntryGridProps<Column>) {
  const { list, columns, rows, onRows } = props
  const body = useRef<HTMLTableSectionElement>(null)
  const [active, setActive] = useState<Place>({ row: 0, column: 0 })
  const cell = useRef<{ mode: CellMode; before: string }>({ mode: 'resting', before: '' })
  const runBegan = useRef<number | null>(null)
  const shown = props.readOnly ? rows : [...rows, props.emptyRow()]
  const activeRow = Math.min(active.row, shown.length - 1)
  const drawn = useDrawnRows(body, shown.length, activeRow)

  // Rows are drawn anew only where they change: what their keys do is looked up when one is pressed.
  const now: RowEvents<Column> = {
    focus(row, column) {
      const field = columns[column]
      if (field === undefined) return
      setActive({ row, column })
      cell.current = { mode: 'resting', before: shown[row]?.[field] ?? '' }
      props.onFocusField(`${list}.${row}.${field}`)
    },
    type(row, column, text) {
      if (cell.current.mode === 'resting') cell.current.mode = 'typing'
      put(row, column, text)
    },
    filled,
    key: onKeyDown,
    paste: onPaste,
  }
  const latest = useRef(now)
  latest.current = now
  const on = useRef<RowEvents<Column>>({
    focus: (...at) => latest.current.focus(...at),
    type: (...typed) => latest.current.type(...typed),
    filled: (...left) => latest.current.filled(...left),
    key: (...pressed) => latest.current.key(...pressed),
    paste: (...pasted) => latest.current.paste(...pasted),
  })

  const fieldAt = ({ row, column }: Place): HTMLInputElement | null | undefined =>
    body.current?.querySelector<HTMLInputElement>(
      `[data-place="${row}"] [data-column="${columns[column]}"] input`,
    )

  /** At once, so that the next key is typed there; a row that was just begun or is far away is drawn first. */
  function focus(place: Place): void {
    if (!fieldAt(place)) flushSync(() => setActive(place))
    fieldAt(place)?.focus()
  }
  useImperativeHandle(props.handle, () => ({ focus: (row, column) => focus({ row, column }) }))

  function put(row: number, column: Column, text: string): void {
    const own = rows[row] ?? props.emptyRow()
    const next = [...rows]
    next[row] = { ...own, [column]: text }
    onRows(next)
  }

  function filled(row: number, column: Column, text: string): void {
    if (text !== cell.current.before) props.onFilled?.(row, column, text)
    cell.current = { mode: 'resting', before: text }
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>, row: number, column: Column): void {
    if (event.key === 'Delete' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      onRows(rows.filter((_, at) => at !== row))
      return
    }
    const action = gridAction(event.nativeEvent, cell.current.mode)
    if (!action || action.kind === 'extend') return
    if (action.kind === 'take-back') {
      // At rest there is nothing to take back: the screen hears the key.
      if (cell.current.mode === 'resting') return
      event.preventDefault()
      put(row, column, cell.current.before)
      cell.current.mode = 'resting'
      return
    }
    if (action.kind === 'edit') {
      event.preventDefault()
      cell.current.mode = 'editing'
      event.currentTarget.setSelectionRange(
        event.currentTarget.value.length,
        event.currentTarget.value.length,
      )
      return
    }
    if (action.kind === 'clear' || action.kind === 'empty') {
      if (props.readOnly) return
      event.preventDefault()
      if (rows[row]) put(row, column, '')
      if (action.kind === 'empty') cell.current.mode = 'typing'
      return
    }
    const every = columns.map(() => 'type' as const)
    const kinds: CellKinds = shown.map(() => every)
    const moved = afterMove(kinds, { row, column: columns.indexOf(column) }, runBegan.current, action.move)
    runBegan.current = moved.runBegan
    if (moved.place === null) {
      if (action.move === 'enter-down' && rows[row] === undefined) props.onDone()
      return
    }
    event.preventDefault()
    focus(moved.place)
  }

  function onPaste(event: ClipboardEvent, row: number, column: number): void {
    const cells = cellsOfText(event.clipboardData.getData('text/plain'))
    if (props.readOnly || (cells.length === 1 && cells[0]?.length === 1)) return
    event.preventDefault()
    const lines = column === 0 && !/\d/.test(cells[0]?.[0] ?? '') ? cells.slice(1) : cells
    const next = [...rows]
    for (const [down, line] of lines.entries()) {
      if (line.every((text) => text === '')) continue
      const own = { ...(next[row + down] ?? props.emptyRow()) }
      for (const [right, text] of line.entries()) {
        const name = columns[column + right]
        if (name !== undefined) own[name] = text as TypedRow<Column>[Column]
      }
      next[row + down] = own
    }
    onRows(next.map((each) => each ?? props.emptyRow()))
    cell.current.mode = 'resting'
  }

  return (
    <table
      className="entry-grid"
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: lines to type into are a grid
      role="grid"
      aria-label={props.label}
      aria-rowcount={shown.length + 1}
      data-list={list}
    >
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col" className="place" />
          {columns.map((column) => (
            <th key={column} scope="col" data-numeric={props.numeric.includes(column) || undefined}>
              {props.headOf(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {drawn.rows.map(({ place: row, gap }) => {
          const isNew = row === rows.length
          return (
            <Fragment key={row}>
              <RowGap height={gap} columns={columns.length + 1} />
              <EntryRow
                list={list}
                columns={columns}
                row={row}
                typed={shown[row] ?? props.emptyRow()}
                isNew={isNew}
                activeColumn={activeRow === row ? active.column : null}
                marks={columns.map((column) => (isNew ? null : props.markOf(`${list}.${row}.${column}`)))}
                numeric={props.numeric}
                cellLabel={props.cellLabel}
                kindOf={props.kindOf}
                date={props.date}
                readOnly={props.readOnly}
                on={on.current}
              />
            </Fragment>
          )
        })}
        <RowGap height={drawn.after} columns={columns.length + 1} />
      </tbody>
    </table>
  )
}
