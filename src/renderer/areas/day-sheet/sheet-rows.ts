import type {
  CountValue,
  DaySheet,
  SheetCell,
  SheetColumn,
  SheetLine,
} from '../../../shared/contract/crossings.ts'
import { sumOfValues } from '../../../shared/period-rule.ts'
import type { Total, Unit } from '../../../shared/words.ts'
import { wholeDay } from '../../lib/places.ts'
import type { CellKinds } from '../../ui/grid/grid-moves.ts'
import { type CellTarget, targetKey } from './cell-target.ts'

/** A cell that shows one place in the book. */
export interface BookCell {
  target: CellTarget
  column: SheetColumn
  value: CountValue
  incomplete: boolean
  editable: boolean
  closedBy: SheetCell['closedBy']
  partlyClosed: SheetCell['partlyClosed']
}

export type SheetRow =
  | {
      kind: 'line'
      id: string
      line: SheetLine
      cells: (BookCell | null)[]
      bases: CountValue[][]
      /** The sum of the columns, or the state of all of them. */
      both: CountValue
    }
  | {
      kind: 'sum'
      id: string
      total: Total
      /** True for the group's only sum, which needs no longer name. */
      only: boolean
      values: CountValue[]
      /** By column, whether a figure of the day is still missing. */
      incomplete: boolean[]
      bases: CountValue[][]
      both: CountValue
    }
  | {
      kind: 'control'
      id: string
      unit: Unit
      cells: BookCell[]
      /** The sums that the typed totals are compared with. */
      sums: CountValue[]
    }

export interface RowGroup {
  unit: Unit
  rows: SheetRow[]
}

/** The sheet as the grid shows it, row by row. */
export function groupsOf(sheet: DaySheet): RowGroup[] {
  return sheet.groups.map((group) => ({
    unit: group.unit,
    rows: [
      ...group.lines.map((line): SheetRow => lineRow(sheet, line)),
      ...group.sums.map(
        ({ total, values, incomplete, bases }): SheetRow => ({
          kind: 'sum',
          id: `sum ${total}`,
          total,
          only: group.sums.length === 1,
          values,
          incomplete,
          bases,
          both: sumOfValues(values),
        }),
      ),
      ...(isCompared(group) ? [controlRow(sheet, group)] : []),
    ],
  }))
}

/** What the sheet says at a place in the book; null where it does not have the place. */
export function valueAt(sheet: DaySheet, key: string): CountValue {
  for (const row of groupsOf(sheet).flatMap((group) => group.rows)) {
    if (row.kind === 'sum') continue
    const cell = row.cells.find((each) => each && targetKey(each.target) === key)
    if (cell) return cell.value
  }
  return null
}

function lineRow(sheet: DaySheet, line: SheetLine): SheetRow {
  const cells = sheet.columns.map((column, index): BookCell | null => {
    const cell = line.cells[index]
    if (!cell) return null
    const { direction, date, period } = column
    return {
      ...cell,
      column,
      target: { entity: 'count', checkpoint: sheet.checkpoint, line: line.line, direction, date, period },
      editable: sheet.editable && cell.closedBy === null,
    }
  })
  return {
    kind: 'line',
    id: `line ${line.line}`,
    line,
    cells,
    bases: line.bases,
    both: sumOfValues(line.cells.flatMap((cell) => (cell ? [shownValue(cell)] : []))),
  }
}

/** A typed total is asked for where a sum can be held against it: persons means passengers, and crew alone has none. */
function isCompared({ sums, controlTotal }: DaySheet['groups'][number]): boolean {
  return (
    sums.some((sum) => sum.total === controlTotal.total) ||
    controlTotal.values.some((value) => value !== null)
  )
}

/** The calendar closes a column for all of its lines. */
function closedBy(
  { lines }: Pick<DaySheet['groups'][number], 'lines'>,
  column: number,
): BookCell['closedBy'] {
  return lines.map((line) => line.cells[column]).find((cell) => cell)?.closedBy ?? null
}

function controlRow(sheet: DaySheet, group: DaySheet['groups'][number]): SheetRow {
  const { unit, total, values } = group.controlTotal
  return {
    kind: 'control',
    id: `control ${unit}`,
    unit,
    sums: group.sums.find((sum) => sum.total === total)?.values ?? sheet.columns.map(() => null),
    cells: sheet.columns.map((column, index): BookCell => {
      const { direction, date, period } = column
      return {
        column,
        value: values[index] ?? null,
        incomplete: false,
        editable: sheet.editable && closedBy(group, index) === null,
        closedBy: closedBy(group, index),
        partlyClosed: null,
        target: { entity: 'control_total', checkpoint: sheet.checkpoint, direction, unit, date, period },
      }
    }),
  }
}

/** Whether the sheet is a day that is made up of shifts, whose figures are theirs. */
export function isSummed({
  shift,
  state,
  editable,
}: Pick<DaySheet, 'shift' | 'state' | 'editable'>): boolean {
  return shift === wholeDay && state === 'open' && !editable
}

/** What a cell says: without a value, that the calendar closes it. */
export function shownValue({ value, closedBy }: Pick<SheetCell, 'value' | 'closedBy'>): CountValue {
  return value ?? (closedBy ? 'closed' : null)
}

/** Names a column by its place among those of its direction, alike on every sheet: the cursor stays in it. */
export function columnKey(columns: readonly SheetColumn[], at: number): string {
  const direction = columns[at]?.direction
  return `${direction} ${columns.slice(0, at).filter((column) => column.direction === direction).length}`
}

/** Where one can stand and type, for the keys; the last column is the sum of both directions. */
export function cellKinds(rows: readonly SheetRow[], withBoth: boolean): CellKinds {
  return rows.map((row) => {
    const kinds =
      row.kind === 'sum'
        ? row.values.map(() => 'read' as const)
        : row.cells.map((cell) => (cell === null ? 'none' : cell.editable ? 'type' : 'read'))
    return withBoth ? [...kinds, row.kind === 'control' ? 'none' : 'read'] : kinds
  })
}

/** How the sum stands to the total typed from paper: 10 over is 10; null where one of them is missing. */
export function differenceOf(sum: CountValue, typed: CountValue): number | null {
  return typeof sum !== 'number' || typeof typed !== 'number' ? null : sum - typed
}

export type Closing =
  | { kind: 'until'; time: string }
  | { kind: 'from'; time: string }
  | { kind: 'between'; from: string; to: string }

/** How a part closure is said: *until* where it covers the column's beginning, *from* where it covers its end. */
export function closingOf(
  closed: { from: string; to: string },
  column: Pick<SheetColumn, 'from' | 'to'>,
): Closing {
  const withinOneDay = column.from < column.to
  if (closed.from === column.from || (withinOneDay && closed.from < column.from)) {
    return { kind: 'until', time: closed.to }
  }
  if (closed.to === column.to || (withinOneDay && closed.to > column.to))
    return { kind: 'from', time: closed.from }
  return { kind: 'between', from: closed.from, to: closed.to }
}
