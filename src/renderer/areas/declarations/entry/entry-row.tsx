import { type ClipboardEvent, type KeyboardEvent, memo } from 'react'
import type { CellMark } from './entry-marks.ts'
import { SuggestInput } from './suggest-input.tsx'
import type { SuggestKind } from './suggestions.ts'
import type { TypedRow } from './typed-rows.ts'

/** What happens in the cells of a row: the same functions for all rows, as long as the grid is there. */
export interface RowEvents<Column extends string> {
  focus(row: number, column: number): void
  type(row: number, column: Column, text: string): void
  /** A cell was left, or filled from its list. */
  filled(row: number, column: Column, text: string): void
  key(event: KeyboardEvent<HTMLInputElement>, row: number, column: Column): void
  paste(event: ClipboardEvent, row: number, column: number): void
}

interface EntryRowProps<Column extends string> {
  list: string
  columns: readonly Column[]
  row: number
  typed: TypedRow<Column>
  /** The last row, for what is not there yet. */
  isNew: boolean
  activeColumn: number | null
  /** By column. */
  marks: readonly (CellMark | null)[]
  numeric: readonly Column[]
  cellLabel(column: Column, row: number): string
  kindOf(column: Column): SuggestKind | null
  date: string
  readOnly: boolean
  on: RowEvents<Column>
}

function Row<Column extends string>(props: EntryRowProps<Column>) {
  const { columns, row, typed, isNew, activeColumn, on } = props
  return (
    <tr className={isNew ? 'new' : undefined} data-place={row} aria-rowindex={row + 2}>
      <th scope="row" className="place">
        {isNew ? '+' : row + 1}
      </th>
      {columns.map((column, at) => {
        const mark = props.marks[at]
        return (
          // biome-ignore lint/a11y/useFocusableInteractive: its field has the focus
          <td
            key={column}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid
            role="gridcell"
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
              tabIndex={activeColumn === at ? 0 : -1}
              onFocus={() => on.focus(row, at)}
              onBlur={() => on.filled(row, column, typed[column])}
              onType={(text) => on.type(row, column, text)}
              onTaken={(text) => on.filled(row, column, text)}
              onKeyDown={(event) => on.key(event, row, column)}
              onPaste={(event) => on.paste(event, row, at)}
            />
          </td>
        )
      })}
    </tr>
  )
}

/** One row of a list that is typed; of hundreds only the one that changed is drawn anew. */
export const EntryRow = memo(Row, (before, after) => {
  const { marks, ...rest } = before
  const isSame = (Object.keys(rest) as (keyof typeof rest)[]).every((name) => rest[name] === after[name])
  const saysSame = marks.every((mark, at) => {
    const other = after.marks[at]
    return mark?.text === other?.text && mark?.weight === other?.weight
  })
  return isSame && saysSame
}) as typeof Row
