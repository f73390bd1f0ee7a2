import type { CountValue } from '../../../../shared/contract/crossings.ts'
import { isMonth } from '../../../../shared/dates.ts'
import { AppError } from '../../../../shared/errors.ts'
import { parsePeriod } from '../../../../shared/periods.ts'
import type { Direction, Unit } from '../../../../shared/words.ts'
import type { FoundColumn, ImportPlan } from './import-plan.ts'
import type { Places } from './places.ts'
import { type DateReader, readCount } from './read-cells.ts'

/** A cell that cannot be taken, with its column for the message. */
export interface CellRefusal {
  column: string
  error: AppError
}

export interface RowCount {
  column: string
  line: string
  value: CountValue
}

/** What one row of the file says, cell by cell; `refused` holds those that could not be read. */
export interface RowFigures {
  checkpoint: string
  direction: Direction
  date: string
  period: string
  source: string | null
  provisional: boolean
  counts: RowCount[]
  controlTotals: { column: string; unit: Unit; value: number }[]
  refused: CellRefusal[]
}

/** Reads a row by the plan. Where its place, date, direction or period cannot be read, only `refused` is answered. */
export function readRow(
  plan: ImportPlan,
  dates: DateReader,
  places: Places,
  cells: readonly string[],
): RowFigures | { refused: CellRefusal[] } {
  const refused: CellRefusal[] = []
  const attempt = <Value>(column: string, read: () => Value): Value | undefined => {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      refused.push({ column, error })
      return undefined
    }
  }
  const cell = (column: FoundColumn): string => cells[column.index] ?? ''
  if (plan.width !== null && isRagged(cells, plan.width)) {
    const error = new AppError('row-ragged', { expected: plan.width, found: cells.length })
    return { refused: [{ column: '', error }] }
  }
  const { mapping } = plan
  const date = attempt(plan.date.name, () => dates.read(cell(plan.date)))
  const checkpoint = attempt(plan.place?.name ?? '', () => placeOf(plan, places, cell))
  const direction = attempt(plan.direction?.name ?? '', () => directionOf(plan, cell))
  const period =
    date === undefined ? undefined : attempt(plan.period?.name ?? '', () => periodOf(plan, cell, date))
  if (date === undefined || checkpoint === undefined || direction === undefined || period === undefined) {
    return { refused }
  }
  const counts: RowCount[] = []
  for (const { column, line } of plan.counts) {
    const value = attempt(column.name, () => readCount(cell(column), mapping))
    if (value !== undefined) counts.push({ column: column.name, line, value })
  }
  if (plan.measure) {
    const { measure } = plan
    const line = attempt(measure.column.name, () => knownWord(measure.lines, cell(measure.column)))
    const value = attempt(measure.value.name, () => readCount(cell(measure.value), mapping))
    if (line !== undefined && value !== undefined) counts.push({ column: measure.value.name, line, value })
  }
  const controlTotals: RowFigures['controlTotals'] = []
  for (const { column, unit } of plan.controlTotals) {
    const value = attempt(column.name, () => readCount(cell(column), mapping))
    if (typeof value === 'number') controlTotals.push({ column: column.name, unit, value })
  }
  const source = plan.source
    ? cell(plan.source) || null
    : typeof mapping.source === 'string'
      ? mapping.source
      : null
  const provisional = plan.provisional ? cell(plan.provisional) === '1' : mapping.provisional === true
  return { checkpoint, direction, date, period, source, provisional, counts, controlTotals, refused }
}

/** Cells that are missing, or too many with something in them; empty ones at the end are Excel's. */
function isRagged(cells: readonly string[], width: number): boolean {
  return cells.length < width || (cells.length > width && cells.slice(width).some((cell) => cell !== ''))
}

function placeOf(plan: ImportPlan, places: Places, cell: (column: FoundColumn) => string): string {
  if (!plan.place) return 'code' in plan.mapping.checkpoint ? plan.mapping.checkpoint.code : ''
  return places.find(cell(plan.place), plan.placeName ? cell(plan.placeName) : '')
}

function directionOf(plan: ImportPlan, cell: (column: FoundColumn) => string): Direction {
  const { direction } = plan.mapping
  if ('fixed' in direction) return direction.fixed
  const text = plan.direction ? cell(plan.direction).trim() : ''
  const found = Object.hasOwn(direction.words, text) ? direction.words[text] : undefined
  if (!found) throw new AppError('word-unknown', { text })
  return found
}

function periodOf(plan: ImportPlan, cell: (column: FoundColumn) => string, date: string): string {
  const text = plan.period ? cell(plan.period).trim() : ''
  if (text === '') return isMonth(date) ? 'month' : 'day'
  const words = plan.mapping.period?.words ?? {}
  const period = Object.hasOwn(words, text) ? (words[text] ?? text) : text
  if (!parsePeriod(period)) throw new AppError('word-unknown', { text })
  return period
}

function knownWord(words: ReadonlyMap<string, string>, cell: string): string {
  const found = words.get(cell) ?? words.get(cell.trim())
  if (found === undefined) throw new AppError('word-unknown', { text: cell.trim() })
  return found
}
