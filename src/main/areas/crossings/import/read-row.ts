import type { CountValue } from '../../../../shared/contract/crossings.ts'
import { isMonth } from '../../../../shared/dates.ts'
import { AppError } from '../../../../shared/errors.ts'
import { parsePeriod } from '../../../../shared/periods.ts'
import { Code, type Direction, longestSource, type Unit } from '../../../../shared/words.ts'
import type { FileRow } from '../../../import/file-row.ts'
import { type FoundColumn, textOf } from '../../../import/find-column.ts'
import { isRagged } from '../../../import/ragged-rows.ts'
import type { DateReader } from '../../../import/read-dates.ts'
import { shown } from '../../../import/shown-text.ts'
import type { ImportPlan } from './import-plan.ts'
import type { Places } from './places.ts'
import { readCount } from './read-counts.ts'

/** What a word of the file can stand for. */
export type WordKind = 'places' | 'directions' | 'periods' | 'lines'

/** A cell that cannot be taken, with its column for the message. */
export interface CellRefusal {
  column: string
  error: AppError
  /** Set where an unknown word refuses: which words the cell has. */
  kind: WordKind | null
}

export interface RowCount {
  column: string
  line: string
  direction: Direction
  value: CountValue
}

export interface RowTotal {
  column: string
  unit: Unit
  direction: Direction
  value: number
}

/** What one row of the file says, cell by cell; `refused` holds those that could not be read. */
export interface RowFigures {
  checkpoint: string
  date: string
  period: string
  source: string | null
  provisional: boolean
  counts: RowCount[]
  controlTotals: RowTotal[]
  refused: CellRefusal[]
}

/** Whether a word of the row leaves it out, whatever else stands in it. */
export function isLeftOut(plan: ImportPlan, row: FileRow): boolean {
  return plan.leavingOut.some(({ column, words }) => words.has(textOf(row, column).trim()))
}

/** Reads a row by the plan. Where its place, date, direction or period cannot be read, only `refused` is answered. */
export function readRow(
  plan: ImportPlan,
  dates: DateReader,
  places: Places,
  row: FileRow,
): RowFigures | { refused: CellRefusal[] } {
  const { cells } = row
  const refused: CellRefusal[] = []
  const attempt = <Value>(
    column: string,
    read: () => Value,
    kind: WordKind | null = null,
  ): Value | undefined => {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const isWord = error.code === 'word-unknown' || error.code === 'place-unknown'
      refused.push({ column, error, kind: isWord ? kind : null })
      return undefined
    }
  }
  const text = (column: FoundColumn): string => {
    const fault = row.faults?.get(column.index)
    if (fault && fault.code !== 'count-not-whole') throw fault
    return textOf(row, column)
  }
  const number = (column: FoundColumn): string => {
    const fault = row.faults?.get(column.index)
    if (fault) throw fault
    const merged = row.merged?.get(column.index)
    if (merged === undefined) return cells[column.index] ?? ''
    // A mark over several cells holds for each of them; a number does not.
    if (!marks(plan.mapping).includes(merged.trim()))
      throw new AppError('cell-merged', { text: shown(merged) })
    return merged
  }
  if (isRagged(cells, plan.width)) {
    const error = new AppError('row-ragged', { expected: plan.width, found: cells.length })
    return { refused: [{ column: '', error, kind: null }] }
  }
  const { mapping } = plan
  const date = attempt(plan.date.name, () => dates.read(text(plan.date)))
  const checkpoint = attempt(plan.place?.name ?? '', () => placeOf(plan, places, text), 'places')
  const direction = attempt(plan.direction?.name ?? '', () => directionOf(plan, text), 'directions')
  const period =
    date === undefined
      ? undefined
      : attempt(plan.period?.name ?? '', () => periodOf(plan, text, date), 'periods')
  if (date === undefined || checkpoint === undefined || direction === undefined || period === undefined) {
    return { refused }
  }
  const counts: RowCount[] = []
  for (const { column, line, direction: own } of plan.counts) {
    const value = attempt(column.name, () => countOf(plan, number(column), text))
    if (value === undefined) continue
    counts.push({ column: column.name, line, direction: own ?? direction, value })
  }
  if (plan.measure) {
    const { measure } = plan
    const line = attempt(measure.column.name, () => lineOf(measure.lines, text(measure.column)), 'lines')
    const value = attempt(measure.value.name, () => countOf(plan, number(measure.value), text))
    if (line !== undefined && value !== undefined)
      counts.push({ column: measure.value.name, line, direction, value })
  }
  const controlTotals: RowTotal[] = []
  for (const { column, unit, direction: own } of plan.controlTotals) {
    const value = attempt(column.name, () => readCount(number(column), mapping))
    if (typeof value !== 'number') continue
    controlTotals.push({ column: column.name, unit, direction: own ?? direction, value })
  }
  const source = attempt(plan.source?.name ?? '', () => sourceOf(plan, text)) ?? null
  const provisional = plan.provisional
    ? textOf(row, plan.provisional).trim() === '1'
    : mapping.provisional === true
  return { checkpoint, date, period, source, provisional, counts, controlTotals, refused }
}

const marks = ({ closed, notApplicable, notReported }: ImportPlan['mapping']): string[] => [
  ...closed,
  ...notApplicable,
  ...notReported,
]

type ReadText = (column: FoundColumn) => string

function placeOf(plan: ImportPlan, places: Places, text: ReadText): string {
  if (!plan.place) return places.fixed()
  return places.find(text(plan.place), plan.placeName ? text(plan.placeName) : '')
}

/** Whose figures the row has; an apostrophe that an export put before `=` and the like is none of the text. */
function sourceOf(plan: ImportPlan, read: ReadText): string | null {
  const { source } = plan.mapping
  if (!plan.source) return typeof source === 'string' ? source : null
  const text = read(plan.source).replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '')
  if (text.length > longestSource)
    throw new AppError('invalid-input', { text: shown(text), most: longestSource })
  return text || null
}

/** The row's direction; where each column has its own, any stands for it. */
function directionOf(plan: ImportPlan, read: ReadText): Direction {
  const { direction } = plan.mapping
  if ('fixed' in direction) return direction.fixed
  if ('inColumns' in direction) return 'entry'
  const text = plan.direction ? read(plan.direction).trim() : ''
  const found = Object.hasOwn(direction.words, text) ? direction.words[text] : undefined
  if (!found) throw new AppError('word-unknown', { text: shown(text) })
  return found
}

function periodOf(plan: ImportPlan, read: ReadText, date: string): string {
  const text = plan.period ? read(plan.period).trim() : ''
  if (text === '') return isMonth(date) ? 'month' : 'day'
  const words = plan.mapping.period?.words ?? {}
  const period = Object.hasOwn(words, text) ? (words[text] ?? text) : text
  if (!parsePeriod(period)) throw new AppError('word-unknown', { text: shown(text) })
  return period
}

/** The line that a measure's word stands for; without words it is the line's own code. */
function lineOf(words: ReadonlyMap<string, string | null> | null, cell: string): string {
  const text = cell.trim()
  const found = words ? (words.get(cell) ?? words.get(text)) : Code.safeParse(text).data
  if (found === undefined || found === null) throw new AppError('word-unknown', { text: shown(text) })
  return found
}

/** A count's own cell; where it is empty, what the row's state says of it. */
function countOf(plan: ImportPlan, cell: string, read: ReadText): CountValue {
  const value = readCount(cell, plan.mapping)
  if (value !== null || !plan.state) return value
  const state = read(plan.state).trim()
  if (plan.mapping.closed.includes(state)) return 'closed'
  return plan.mapping.notApplicable.includes(state) ? 'not-applicable' : null
}
