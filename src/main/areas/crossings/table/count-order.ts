import type { CountsSort } from '../../../../shared/contract/counts-table.ts'
import { addDays } from '../../../../shared/dates.ts'
import { parsePeriod } from '../../../../shared/periods.ts'
import { directions, units } from '../../../../shared/words.ts'
import { type Checkpoint, holdsOn, type PortModel } from '../../reference/port-model.ts'
import type { TableRow } from './counts-table.sql.ts'

type Column = Exclude<CountsSort['column'], 'date'>

/** Every value of a column as the port lists them. */
export function valuesInOrder(port: PortModel, column: Column): readonly string[] {
  if (column === 'checkpoint') return [...port.checkpoints.keys()]
  return column === 'line' ? linesInOrder(port) : directions
}

/** Lines as they stand on the sheets, one checkpoint after the other. */
export function linesInOrder(port: PortModel): string[] {
  const onSheets = [...port.checkpoints.values()].flatMap(linesOfSheet)
  return [...new Set([...onSheets, ...port.lines.keys()])]
}

/** A sheet is read in groups of one unit. */
function linesOfSheet({ sheet }: Checkpoint): string[] {
  return units.flatMap((unit) =>
    [...sheet].filter(([, { line }]) => line.unit === unit).map(([code]) => code),
  )
}

/**
 * Puts counts of one date as one reads them on the count sheets: by checkpoint, period, direction and line. The month
 * and the day come before the shifts, which go by their start; after each shift its parts and hours.
 */
export function asOnSheets(port: PortModel): (rows: readonly TableRow[]) => TableRow[] {
  const checkpoints = placesOf(port.checkpoints.keys())
  const lines = new Map([...port.checkpoints].map(([code, each]) => [code, placesOf(linesOfSheet(each))]))
  const placeOf = (row: TableRow): Place => [
    checkpoints.get(row.checkpoint) ?? checkpoints.size,
    ...periodPlace(port.checkpoints.get(row.checkpoint), row),
    directions.indexOf(row.direction),
    lines.get(row.checkpoint)?.get(row.line) ?? lines.size,
  ]
  return (rows) =>
    rows
      .map((row) => ({ row, place: placeOf(row) }))
      .sort((a, b) => difference(a.place, b.place))
      .map(({ row }) => row)
}

type Place = readonly number[]

/** The place of a period's shift, of its part, and of its hour. */
function periodPlace(checkpoint: Checkpoint | undefined, row: TableRow): [number, number, number] {
  const period = parsePeriod(row.period)
  if (!checkpoint || !period || period.level === 'month') return [-2, 0, 0]
  if (period.level === 'day') return [-1, 0, 0]
  const began = period.part === 2 ? addDays(row.date, -1) : row.date
  // Shifts of a checkpoint are kept by their start.
  const place = checkpoint.shifts.findIndex((shift) => shift.code === period.shift && holdsOn(shift, began))
  if (period.level === 'shift') return [place, period.part, 0]
  const firstHour = Math.floor((checkpoint.shifts[place]?.startsMinute ?? 0) / 60)
  return [place, period.part, 1 + ((period.hour - firstHour + 24) % 24)]
}

function difference(a: Place, b: Place): number {
  const at = a.findIndex((place, index) => place !== b[index])
  return (a[at] ?? 0) - (b[at] ?? 0)
}

const placesOf = (codes: Iterable<string>): ReadonlyMap<string, number> =>
  new Map([...codes].map((code, index) => [code, index]))
