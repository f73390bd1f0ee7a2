import type { CountsFilter, CountsSort } from '../../../../shared/contract/counts-table.ts'
import type { Connection } from '../../../book/connection.ts'
import type { PortModel } from '../../reference/port-model.ts'
import { asOnSheets, valuesInOrder } from './count-order.ts'
import {
  bookVersion,
  type KeyRange,
  selectCountsOfDate,
  selectKeyRanges,
  selectNextDate,
  selectRowsOfEachDate,
  selectRowsOfRange,
  type TableRow,
} from './counts-table.sql.ts'

export interface Page {
  offset: number
  limit: number
}

/** Counts that stand together and go by date: all that the filter finds, or those of one value of the sorted column. */
interface Section {
  filter: CountsFilter
  /** Where in the key its counts are; one without columns is the whole table. */
  ranges: readonly Partial<KeyRange>[]
}

/**
 * A page of the counts that a filter finds. The sorted column decides; counts of one value of it go by date, the newest
 * first, and those of one date always as on the count sheets. Only the dates of the page are read.
 */
export function pageOfCounts(
  db: Connection,
  port: PortModel,
  filter: CountsFilter,
  sort: CountsSort,
  { offset, limit }: Page,
): TableRow[] {
  const descending = sort.column !== 'date' || sort.direction === 'descending'
  const ordered = asOnSheets(port)
  const sections = sectionsOf(db, port, filter, sort)
  const rowsOfSections =
    offset === 0 || sections.length === 1
      ? []
      : keptWhileUnchanged(db, [filter, sort], () => sections.map((section) => rowsOf(db, section)))
  const page: TableRow[] = []
  let skip = offset
  for (const [at, section] of sections.entries()) {
    if (page.length === limit) break
    const rowsOfSection = rowsOfSections[at]
    if (rowsOfSection !== undefined && rowsOfSection <= skip) {
      skip -= rowsOfSection
      continue
    }
    const start = skip === 0 ? null : placeInDates(db, section.filter, descending, skip)
    const first = start?.skip ?? 0
    const rows: TableRow[] = []
    for (const date of start?.dates ?? datesOf(db, section, descending)) {
      rows.push(...ordered(selectCountsOfDate(db, section.filter, date)))
      if (rows.length >= first + limit - page.length) break
    }
    page.push(...rows.slice(first, first + limit - page.length))
    skip = 0
  }
  return page
}

export function numberOfRows(db: Connection, filter: CountsFilter): number {
  return rowsOf(db, wholeOf(db, filter))
}

/** How many counts of the filter stand before a date, and how many it has itself. */
export function placeOfDate(
  db: Connection,
  filter: CountsFilter,
  descending: boolean,
  date: string,
): { offset: number; rows: number } {
  let offset = 0
  let own = 0
  for (const each of rowsOfEachDate(db, filter)) {
    if (each.date === date) own = each.rows
    else if (descending ? each.date > date : each.date < date) offset += each.rows
  }
  return { offset, rows: own }
}

function wholeOf(db: Connection, filter: CountsFilter): Section {
  const { checkpoint, line, direction } = filter
  const namesKey = checkpoint !== undefined || line !== undefined || direction !== undefined
  return { filter, ranges: namesKey ? selectKeyRanges(db, filter) : [{}] }
}

function sectionsOf(
  db: Connection,
  port: PortModel,
  filter: CountsFilter,
  { column, direction }: CountsSort,
): Section[] {
  if (column === 'date') return [wholeOf(db, filter)]
  const ranges = Map.groupBy(selectKeyRanges(db, filter), (range): string => range[column])
  const sections = valuesInOrder(port, column).flatMap((value) => {
    const own = ranges.get(value)
    return own ? [{ filter: { ...filter, [column]: value }, ranges: own }] : []
  })
  return direction === 'ascending' ? sections : sections.reverse()
}

/** The dates that have counts of a section. Each range leaps to its own next date, so that few counts are found as fast as many. */
function* datesOf(db: Connection, { filter, ranges }: Section, descending: boolean): Generator<string> {
  const nextOf = (range: Partial<KeyRange>, after: string | null) => ({
    range,
    date: selectNextDate(db, range, filter, descending, after),
  })
  let heads = ranges.map((range) => nextOf(range, null))
  for (;;) {
    const dates = heads.flatMap(({ date }) => (date === null ? [] : [date]))
    if (dates.length === 0) return
    const next = dates.reduce((a, b) => (a > b === descending ? a : b))
    yield next
    heads = heads.map((head) => (head.date === next ? nextOf(head.range, next) : head))
  }
}

/** The dates from the one on that has the count at an offset, and how many counts of that date are before it. */
function placeInDates(
  db: Connection,
  filter: CountsFilter,
  descending: boolean,
  offset: number,
): { dates: string[]; skip: number } {
  const known = rowsOfEachDate(db, filter)
  const dates = descending ? known.toReversed() : known
  let skip = offset
  let at = 0
  for (; at < dates.length; at += 1) {
    const rows = dates[at]?.rows ?? 0
    if (skip < rows) break
    skip -= rows
  }
  return { dates: dates.slice(at).map(({ date }) => date), skip }
}

const rowsOfEachDate = (db: Connection, filter: CountsFilter) =>
  keptWhileUnchanged(db, [filter], () => selectRowsOfEachDate(db, filter))

const rowsOf = (db: Connection, { filter, ranges }: Section): number =>
  ranges.reduce((rows, range) => rows + selectRowsOfRange(db, range, filter), 0)

const kept = new WeakMap<Connection, { version: string; answers: Map<string, unknown> }>()
const mostKept = 8

/** Kept while the book stays as it is: somebody who scrolls asks for many pages of one filter. */
function keptWhileUnchanged<Answer>(db: Connection, question: unknown[], ask: () => Answer): Answer {
  const version = bookVersion(db)
  let known = kept.get(db)
  if (known?.version !== version) {
    known = { version, answers: new Map() }
    kept.set(db, known)
  }
  const key = JSON.stringify(question)
  if (known.answers.has(key)) return known.answers.get(key) as Answer
  const answer = ask()
  if (known.answers.size >= mostKept) known.answers.clear()
  known.answers.set(key, answer)
  return answer
}
