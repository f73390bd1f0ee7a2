import type { CountsFilter } from '../../../../shared/contract/counts-table.ts'
import type { Connection } from '../../../book/connection.ts'
import {
  bookVersion,
  type DateFilter,
  type KeyRange,
  type RangeStart,
  selectByDate,
  selectFromRange,
  selectKeyRanges,
  selectRowsByDates,
  selectRowsOfEachDate,
  selectRowsOfRange,
  type TableRow,
} from './counts-table.sql.ts'

export interface Page {
  descending: boolean
  offset: number
  limit: number
}

const namesKey = ({ checkpoint, line, direction }: CountsFilter): boolean =>
  checkpoint !== undefined || line !== undefined || direction !== undefined

/**
 * A page by date. Without a place, line or direction the index of dates has it; with one, the ranges of the key that
 * match are merged by date, so that a line with few counts is found as fast as one with many.
 */
export function pageByDate(db: Connection, filter: CountsFilter, page: Page): TableRow[] {
  if (!namesKey(filter)) return selectByDate(db, filter, page.descending, page.limit, page.offset)
  const start = page.offset === 0 ? { from: null, skip: 0 } : startOf(db, filter, page)
  if (start === null) return []
  const ranges = selectKeyRanges(db, filter)
  const rows = merged(db, ranges, filter, page.descending, start.from, start.skip + page.limit)
  return rows.slice(start.skip)
}

/** A page by place, line and direction in the order of the ranges, and by date within each. */
export function pageByRange(
  db: Connection,
  ranges: readonly KeyRange[],
  dates: DateFilter,
  { descending, offset, limit }: Page,
): TableRow[] {
  const page: TableRow[] = []
  let skip = offset
  for (const range of descending ? ranges.toReversed() : ranges) {
    if (page.length === limit) break
    if (skip > 0) {
      const rows = selectRowsOfRange(db, range, dates)
      if (rows <= skip) {
        skip -= rows
        continue
      }
    }
    page.push(...selectFromRange(db, range, dates, descending, null, limit - page.length, skip))
    skip = 0
  }
  return page
}

export function numberOfRows(db: Connection, filter: CountsFilter): number {
  if (!namesKey(filter)) return selectRowsByDates(db, filter)
  return selectKeyRanges(db, filter).reduce((rows, range) => rows + selectRowsOfRange(db, range, filter), 0)
}

/** How many counts of the filter stand before a date, and how many it has itself. */
export function placeOfDate(
  db: Connection,
  filter: CountsFilter,
  descending: boolean,
  date: string,
): { offset: number; rows: number } {
  const { dates, rows } = rowsOfEachDate(db, filter)
  let offset = 0
  let own = 0
  for (const [index, each] of dates.entries()) {
    if (each === date) own = rows[index] ?? 0
    else if (descending ? each > date : each < date) offset += rows[index] ?? 0
  }
  return { offset, rows: own }
}

/** The date that a page begins on, and how many counts of that date are before it. */
function startOf(
  db: Connection,
  filter: CountsFilter,
  { descending, offset }: Page,
): { from: RangeStart; skip: number } | null {
  const { dates, rows } = rowsOfEachDate(db, filter)
  let skip = offset
  for (let at = 0; at < dates.length; at += 1) {
    const index = descending ? dates.length - 1 - at : at
    const here = rows[index] ?? 0
    if (skip < here) return { from: { date: dates[index] ?? '' }, skip }
    skip -= here
  }
  return null
}

type DateRows = ReturnType<typeof selectRowsOfEachDate>

const kept = new WeakMap<Connection, { version: string; byFilter: Map<string, DateRows> }>()
const mostKept = 4

/** Kept while the book stays as it is: somebody who scrolls asks for many pages of one filter. */
function rowsOfEachDate(db: Connection, filter: CountsFilter): DateRows {
  const version = bookVersion(db)
  let known = kept.get(db)
  if (known?.version !== version) {
    known = { version, byFilter: new Map() }
    kept.set(db, known)
  }
  const key = JSON.stringify([filter.from, filter.to, filter.checkpoint, filter.line, filter.direction])
  let rows = known.byFilter.get(key)
  if (!rows) {
    rows = selectRowsOfEachDate(db, filter)
    if (known.byFilter.size >= mostKept) known.byFilter.clear()
    known.byFilter.set(key, rows)
  }
  return rows
}

/** The first counts of several ranges together, by date and then by their key. Each range is read a little at a time. */
function merged(
  db: Connection,
  ranges: readonly KeyRange[],
  dates: DateFilter,
  descending: boolean,
  start: RangeStart,
  limit: number,
): TableRow[] {
  const heads = ranges.map((range) => new RangeReader(db, range, dates, descending, start))
  const rows: TableRow[] = []
  while (rows.length < limit) {
    let first: RangeReader | null = null
    for (const head of heads) {
      if (head.row && (!first?.row || isBefore(head.row, first.row, descending))) first = head
    }
    if (!first?.row) break
    rows.push(first.row)
    first.advance()
  }
  return rows
}

const firstRead = 8
const mostRead = 200

class RangeReader {
  readonly #read: (start: RangeStart, limit: number) => TableRow[]
  #rows: TableRow[]
  #at = 0
  #size = firstRead

  constructor(db: Connection, range: KeyRange, dates: DateFilter, descending: boolean, start: RangeStart) {
    this.#read = (from, limit) => selectFromRange(db, range, dates, descending, from, limit)
    this.#rows = this.#read(start, this.#size)
  }

  get row(): TableRow | undefined {
    return this.#rows[this.#at]
  }

  advance(): void {
    const last = this.#rows[this.#at]
    this.#at += 1
    if (this.#at < this.#rows.length || !last || this.#rows.length < this.#size) return
    this.#size = Math.min(mostRead, this.#size * 4)
    this.#rows = this.#read({ date: last.date, period: last.period }, this.#size)
    this.#at = 0
  }
}

const order = ['date', 'checkpoint', 'line', 'direction', 'period'] as const

function isBefore(a: TableRow, b: TableRow, descending: boolean): boolean {
  for (const column of order) {
    if (a[column] === b[column]) continue
    return a[column] < b[column] !== descending
  }
  return false
}
