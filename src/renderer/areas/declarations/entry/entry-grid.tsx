import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react'
import { cellsOfText } from '../../../ui/grid/grid-block.ts'
import { type CellMode, gridAction } from '../../../ui/grid/grid-keys.ts'
import { afterMove, type CellKinds, type Place } from '../../../ui/grid/grid-moves.ts'
import { SuggestInput } from './suggest-input.tsx'
import type { SuggestKind } from './suggestions.ts'
import type { TypedRow } from './typed-declaration.ts'

/** What is said about a cell. */
export interface CellMark {
  text: string
  weight: 'stops' | 'asks' | 'notes' | 'missing'
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
}

/** Rows typed as in Excel, the last one for a new row; a block can be pasted anywhere. */
export function EntryGrid<Column extends string>(props: EntryGridProps<Column>) {
  const { list, columns, rows, onRows } = props
  const table = useRef<HTMLTableElement>(null)
  const [active, setActive] = useState<Place>({ row: 0, column: 0 })
  const cell = useRef<{ mode: CellMode; before: string }>({ mode: 'resting', before: '' })
  const runBegan = useRef<number | null>(null)
  const shown = props.readOnly ? rows : [...rows, props.emptyRow()]
  const kinds: CellKinds = shown.map(() => columns.map(() => 'type' as const))

  const fieldAt = ({ row, column }: Place): HTMLInputElement | null | undefined =>
    table.current?.querySelector<HTMLInputElement>(
      `tbody tr:nth-of-type(${row + 1}) [data-place="${column}"] input`,
    )

  /** At once, so that the next key is typed there; a row that was just begun is drawn before a microtask runs. */
  function focus(place: Place): void {
    const field = fieldAt(place)
    if (field) field.focus()
    else queueMicrotask(() => fieldAt(place)?.focus())
  }

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
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: lines to type into are a grid
    <table ref={table} className="entry-grid" role="grid" aria-label={props.label} data-list={list}>
      <thead>
        <tr>
          <th scope="col" className="place" />
          {columns.map((column) => (
            <th key={column} scope="col" data-numeric={props.numeric.includes(column) || undefined}>
              {props.headOf(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((typed, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place
          <tr key={row} className={row === rows.length ? 'new' : undefined}>
            <th scope="row" className="place">
              {row === rows.length ? '+' : row + 1}
            </th>
            {columns.map((column, at) => {
              const field = `${list}.${row}.${column}`
              const mark = row === rows.length ? null : props.markOf(field)
              return (
                // biome-ignore lint/a11y/useFocusableInteractive: its field has the focus
                <td
                  key={column}
                  // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid
                  role="gridcell"
                  data-place={at}
                  data-column={column}
                  data-mark={mark?.weight}
                  data-numeric={props.numeric.includes(column) || undefined}
                  title={mark?.text}
                >
                  <SuggestInput
                    label={props.cellLabel(column, row)}
                    value={typed[column]}
                    kind={props.readOnly ? null : props.kindOf(column)}
                    date={props.date}
                    readOnly={props.readOnly}
                    aria-invalid={mark?.weight === 'stops' || undefined}
                    tabIndex={active.row === row && active.column === at ? 0 : -1}
                    onFocus={() => {
                      setActive({ row, column: at })
                      cell.current = { mode: 'resting', before: typed[column] }
                      props.onFocusField(field)
                    }}
                    onBlur={() => filled(row, column, typed[column])}
                    onType={(text) => {
                      if (cell.current.mode === 'resting') cell.current.mode = 'typing'
                      put(row, column, text)
                    }}
                    onTaken={(text) => filled(row, column, text)}
                    onKeyDown={(event) => onKeyDown(event, row, column)}
                    onPaste={(event) => onPaste(event, row, at)}
                  />
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
