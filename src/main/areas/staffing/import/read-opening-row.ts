import type { Duty } from '../../../../shared/contract/staffing.ts'
import { minutesInDay } from '../../../../shared/dates.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { OpeningsMappingFile } from '../../../../shared/openings-mapping-file.ts'
import type { Span } from '../../../../shared/staffing/spans.ts'
import {
  type DutyRole,
  dutyRoles,
  mostHeads,
  type Plan,
  plans,
} from '../../../../shared/staffing/staffing-words.ts'
import { type Direction, directions } from '../../../../shared/words.ts'
import type { FileRow } from '../../../import/file-row.ts'
import { columnFinder, type FoundColumn, textOf } from '../../../import/find-column.ts'
import type { DateReader } from '../../../import/read-dates.ts'
import { shown } from '../../../import/shown-text.ts'

/** The mapping laid over one file's headings. */
export interface OpeningsPlan {
  mapping: OpeningsMappingFile
  width: number
  date: FoundColumn
  checkpoint: FoundColumn | null
  shift: FoundColumn | null
  channel: FoundColumn
  direction: FoundColumn | null
  plan: FoundColumn | null
  from: FoundColumn
  /** Null where one column has both. */
  to: FoundColumn | null
  heads: FoundColumn | null
  officers: FoundColumn | null
}

/** What one row says, before the book is asked; times are clock times of the shift's first date or the next. */
export interface OpeningRow {
  checkpoint: string
  date: string
  shift: string | null
  channel: string
  direction: Direction
  plan: Plan
  /** Minutes from midnight, 0 to 1440. */
  starts: number
  ends: number | null
  headCount: number | null
  officers: { officer: string; role: DutyRole; starts: number | null; ends: number | null }[]
}

/** A cell that cannot be taken, with its column for the message. */
export class CellError extends Error {
  readonly column: string
  readonly error: AppError

  constructor(column: string, error: AppError) {
    super(error.message)
    this.column = column
    this.error = error
  }
}

/** @throws AppError mapping-mismatch */
export function planOpenings(mapping: OpeningsMappingFile, first: readonly string[]): OpeningsPlan {
  const find = columnFinder(first, mapping.headings !== false)
  const own = (field: object | undefined): FoundColumn | null =>
    field && 'column' in field ? find(field.column as string | number) : null
  const { times } = mapping
  return {
    mapping,
    width: first.length,
    date: find(mapping.date.column),
    checkpoint: own(mapping.checkpoint),
    shift: own(mapping.shift),
    channel: find(mapping.channel.column),
    direction: own(mapping.direction),
    plan: own(mapping.plan),
    from: find('column' in times ? times.column : times.from),
    to: 'column' in times ? null : find(times.to),
    heads: own(mapping.heads),
    officers: own(mapping.officers),
  }
}

/** Reads a row; null where one of its words leaves it out. @throws CellError */
export function readOpeningRow(plan: OpeningsPlan, dates: DateReader, row: FileRow): OpeningRow | null {
  const { mapping } = plan
  const times = [plan.from, plan.to]
  const cell = <Value>(column: FoundColumn, read: (text: string) => Value): Value => {
    try {
      const fault = row.faults?.get(column.index)
      // A real time of a workbook is a part of a day: no whole number, but a time.
      const isTime = fault?.code === 'count-not-whole' && times.includes(column)
      if (fault && !isTime) throw fault
      return read(textOf(row, column).trim())
    } catch (error) {
      if (error instanceof AppError) throw new CellError(column.name, error)
      throw error
    }
  }
  const { checkpoint, direction, plan: planned } = mapping
  const place = 'code' in checkpoint ? checkpoint.code : coded(cell, plan.checkpoint, checkpoint.codes)
  const shift = plan.shift && coded(cell, plan.shift, mapping.shift?.codes ?? {})
  const channel = coded(cell, plan.channel, mapping.channel.codes)
  const way =
    'fixed' in direction ? direction.fixed : worded(cell, plan.direction, direction.words, directions)
  const kind = 'fixed' in planned ? planned.fixed : worded(cell, plan.plan, planned.words, plans)
  if (place === null || channel === null || way === null || kind === null) return null
  if (plan.shift && shift === null) return null
  const date = cell(plan.date, (text) => {
    const read = dates.read(text)
    if (read.length < 10)
      throw new AppError('date-unreadable', { text: shown(text), pattern: mapping.date.pattern })
    return read
  })
  const span = plan.to
    ? {
        from: cell(plan.from, timeOfText),
        to: cell(plan.to, (text) => (text === '' ? null : timeOfText(text))),
      }
    : cell(plan.from, spanOfText)
  return {
    checkpoint: place,
    date,
    shift,
    channel,
    direction: way,
    plan: kind,
    starts: span.from,
    ends: span.to,
    headCount: plan.heads ? cell(plan.heads, headsOfText) : null,
    officers: plan.officers ? cell(plan.officers, officersOfText) : [],
  }
}

type ReadCell = <Value>(column: FoundColumn, read: (text: string) => Value) => Value

/** A code, or a word that stands for one; null where it leaves its row out. */
function coded(
  cell: ReadCell,
  column: FoundColumn | null,
  codes: Readonly<Record<string, string | null>>,
): string | null {
  if (!column) return null
  return cell(column, (text) => {
    const known = Object.hasOwn(codes, text) ? codes[text] : undefined
    if (known !== undefined) return known
    if (text === '') throw new AppError('word-unknown', { text })
    return text.toLowerCase()
  })
}

function worded<Word extends string>(
  cell: ReadCell,
  column: FoundColumn | null,
  words: Readonly<Record<string, Word | null>>,
  known: readonly Word[],
): Word | null {
  if (!column) return null
  return cell(column, (text) => {
    const meant = Object.hasOwn(words, text) ? words[text] : known.find((word) => word === text)
    if (meant === undefined) throw new AppError('word-unknown', { text: shown(text) })
    return meant
  })
}

const clock = /^(\d{1,2})[:：.](\d{2})(?::00)?$/
const partOfDay = /^(?:0|1|0?\.\d+)$/
const short = /^(\d{2})(\d{2})$/

/** `9:00`, `09:00`, `0900` or `24:00` as minutes; of a workbook also a part of a day, such as 0.375. @throws AppError time-impossible */
function timeOfText(text: string): number {
  if (partOfDay.test(text)) return Math.round(Number(text) * minutesInDay)
  const match = clock.exec(text.normalize('NFKC')) ?? short.exec(text.normalize('NFKC'))
  const minute = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN
  if (!match || Number(match[2]) > 59 || minute > minutesInDay) {
    throw new AppError('time-impossible', { text: shown(text) })
  }
  return minute
}

/** `09:00–13:30`, or `09:00–` for what is still open. @throws AppError time-impossible */
function spanOfText(text: string): { from: number; to: number | null } {
  const [from, to, ...more] = text.split(/\s*[-–—~～至]\s*/u)
  if (from === undefined || to === undefined || more.length > 0) {
    throw new AppError('time-impossible', { text: shown(text) })
  }
  return { from: timeOfText(from), to: to === '' ? null : timeOfText(to) }
}

/** @throws AppError count-not-whole, count-out-of-range */
function headsOfText(text: string): number | null {
  if (text === '') return null
  if (!/^\d+$/.test(text)) throw new AppError('count-not-whole', { text: shown(text) })
  if (Number(text) > mostHeads) throw new AppError('count-out-of-range', { text: shown(text) })
  return Number(text)
}

/** `061234 09:00–11:00 assistant; 061235`. @throws AppError word-unknown, time-impossible */
function officersOfText(text: string): OpeningRow['officers'] {
  return text
    .split(/[;；、,，]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [officer = '', ...rest] = part.split(/\s+/)
      const role = dutyRoles.find((each) => rest.includes(each))
      const others = rest.filter((word) => word !== role)
      const [times, ...unknown] = others
      if (unknown.length > 0) throw new AppError('word-unknown', { text: shown(part) })
      const span = times === undefined ? null : spanOfText(times)
      return { officer, role: role ?? 'inspector', starts: span?.from ?? null, ends: span?.to ?? null }
    })
}

/** Clock times of a row as minutes of its shift: those before its start lie after midnight. */
export function minutesInShift(
  row: OpeningRow,
  shift: Span,
): { startsMinute: number; endsMinute: number | null; duties: Duty[] } {
  const startsMinute = within(row.starts, shift)
  const after = (minute: number | null, from: number): number | null =>
    minute === null
      ? null
      : minute <= from && minute + minutesInDay <= shift.to
        ? minute + minutesInDay
        : minute
  const endsMinute = after(row.ends, startsMinute)
  return {
    startsMinute,
    endsMinute,
    duties: row.officers.map(({ officer, role, starts, ends }) => {
      const begins = starts === null ? startsMinute : within(starts, shift)
      return { officer, role, startsMinute: begins, endsMinute: after(ends, begins) }
    }),
  }
}

/** The minute at which a clock time comes in a shift; outside it the first date's. */
export const within = (minute: number, { from, to }: Span): number =>
  minute < from && minute + minutesInDay < to ? minute + minutesInDay : minute
