import type { CountValue } from '../../../../shared/contract/crossings.ts'
import { isMonth } from '../../../../shared/dates.ts'
import { AppError } from '../../../../shared/errors.ts'
import { parsePeriod } from '../../../../shared/periods.ts'
import { Code, type Direction, longestSource, type Unit } from '../../../../shared/words.ts'
import type { FoundColumn, ImportPlan } from './import-plan.ts'
import type { Places } from './places.ts'
import { type DateReader, readCount, shown } from './read-cells.ts'

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
  if (isRagged(cells, plan.width)) {
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
    const value = attempt(column.name, () => countOf(plan, cell, column))
    if (value !== undefined) counts.push({ column: column.name, line, value })
  }
  if (plan.measure) {
    const { measure } = plan
    const line = attempt(measure.column.name, () => lineOf(measure.lines, cell(measure.column)))
    const value = attempt(measure.value.name, () => countOf(plan, cell, measure.value))
    if (line !== undefined && value !== undefined) counts.push({ column: measure.value.name, line, value })
  }
  const controlTotals: RowFigures['controlTotals'] = []
  for (const { column, unit } of plan.controlTotals) {
    const value = attempt(column.name, () => readCount(cell(column), mapping))
    if (typeof value === 'number') controlTotals.push({ column: column.name, unit, value })
  }
  const source = attempt(plan.source?.name ?? '', () => sourceOf(plan, cell)) ?? null
  const provisional = plan.provisional ? cell(plan.provisional) === '1' : mapping.provisional === true
  return { checkpoint, direction, date, period, source, provisional, counts, controlTotals, refused }
}

/** Cells that are missing, or too many with something in them; empty ones at the end are Excel's. */
function isRagged(cells: readonly string[], width: number): boolean {
  return cells.length < width || (cells.length > width && cells.slice(width).some((cell) => cell !== ''))
}

function placeOf(plan: ImportPlan, places: Places, cell: (column: FoundColumn) => string): string {
  if (!plan.place) return places.fixed()
  return places.find(cell(plan.place), plan.placeName ? cell(plan.placeName) : '')
}

/** Whose figures the row has; an apostrophe that an export put before `=` and the like is none of the text. */
function sourceOf(plan: ImportPlan, cell: (column: FoundColumn) => string): string | null {
  const { source } = plan.mapping
  if (!plan.source) return typeof source === 'string' ? source : null
  const text = cell(plan.source).replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '')
  if (text.length > longestSource)
    throw new AppError('invalid-input', { text: shown(text), most: longestSource })
  return text || null
}

function directionOf(plan: ImportPlan, cell: (column: FoundColumn) => string): Direction {
  const { direction } = plan.mapping
  if ('fixed' in direction) return direction.fixed
  const text = plan.direction ? cell(plan.direction).trim() : ''
  const found = Object.hasOwn(direction.words, text) ? direction.words[text] : undefined
  if (!found) throw new AppError('word-unknown', { text: shown(text) })
  return found
}

function periodOf(plan: ImportPlan, cell: (column: FoundColumn) => string, date: string): string {
  const text = plan.period ? cell(plan.period).trim() : ''
  if (text === '') return isMonth(date) ? 'month' : 'day'
  const words = plan.mapping.period?.words ?? {}
  const period = Object.hasOwn(words, text) ? (words[text] ?? text) : text
  if (!parsePeriod(period)) throw new AppError('word-unknown', { text: shown(text) })
  return period
}

/** The line that a measure's word stands for; without words it is the line's own code. */
function lineOf(words: ReadonlyMap<string, string> | null, cell: string): string {
  const text = cell.trim()
  const found = words ? (words.get(cell) ?? words.get(text)) : Code.safeParse(text).data
  if (found === undefined) throw new AppError('word-unknown', { text: shown(text) })
  return found
}

/** A count's own cell; where it is empty, what the row's state says of it. */
function countOf(plan: ImportPlan, cell: (column: FoundColumn) => string, column: FoundColumn): CountValue {
  const value = readCount(cell(column), plan.mapping)
  if (value !== null || !plan.state) return value
  const state = cell(plan.state).trim()
  if (plan.mapping.closed.includes(state)) return 'closed'
  return plan.mapping.notApplicable.includes(state) ? 'not-applicable' : null
}
