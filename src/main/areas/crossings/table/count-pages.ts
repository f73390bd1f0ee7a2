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
    const start = placeOfRow(db, section.filter, descending, skip)
    const rows: TableRow[] = []
    for (const countsOfDate of readByDate(db, section, descending, start.after)) {
      rows.push(...ordered(countsOfDate))
      if (rows.length >= start.skip + limit - page.length) break
    }
    page.push(...rows.slice(start.skip, start.skip + limit - page.length))
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

/**
 * The counts of a section, those of one date together, behind a date. Each range leaps to its own next date, so that few
 * counts are found as fast as many.
 */
function* readByDate(
  db: Connection,
  { filter, ranges }: Section,
  descending: boolean,
  after: string | null,
): Generator<TableRow[]> {
  const nextOf = (range: Partial<KeyRange>, after: string | null) => {
    const date = selectNextDate(db, range, filter, descending, after)
    return date === null ? [] : [{ range, date }]
  }
  let heads = ranges.flatMap((range) => nextOf(range, after))
  while (heads.length > 0) {
    const next = heads.map(({ date }) => date).reduce((a, b) => (a > b === descending ? a : b))
    const own = heads.filter(({ date }) => date === next)
    yield own.flatMap(({ range }) => selectCountsOfDate(db, range, next))
    heads = heads.flatMap((head) => (head.date === next ? nextOf(head.range, next) : head))
  }
}

/** The date before the one that has the count at an offset, and how many counts of that one are before it. */
function placeOfRow(
  db: Connection,
  filter: CountsFilter,
  descending: boolean,
  offset: number,
): { after: string | null; skip: number } {
  let after: string | null = null
  let skip = offset
  if (offset === 0) return { after, skip }
  const dates = rowsOfEachDate(db, filter)
  for (const { date, rows } of descending ? dates.toReversed() : dates) {
    if (skip < rows) break
    skip -= rows
    after = date
  }
  return { after, skip }
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
