import type { CountRow, CountsFilter, CountsSort } from '../../../../shared/contract/counts-table.ts'
import { parsePeriod } from '../../../../shared/periods.ts'
import type { QueryContext } from '../../../book/handlers.ts'
import { namesOn } from '../../reference/names.ts'
import { type PortModel, portModel } from '../../reference/port-model.ts'
import { linesInOrder } from './count-order.ts'
import { numberOfRows, pageOfCounts, placeOfDate } from './count-pages.ts'
import type { TableRow } from './counts-table.sql.ts'

interface PageInput {
  filter: CountsFilter
  sort: CountsSort
  offset: number
  limit: number
}

/** A page of the book's counts, each under the names of its own date. */
export function readCounts({ db }: QueryContext, input: PageInput): { rows: CountRow[] } {
  const port = portModel(db)
  const { filter, sort, offset, limit } = input
  const rows = pageOfCounts(db, port, filter, sort, { offset, limit })
  return { rows: rows.map((row) => countRow(port, row)) }
}

function countRow(port: PortModel, { mark, provisional, ...row }: TableRow): CountRow {
  const period = parsePeriod(row.period)
  const shift = period && 'shift' in period ? period.shift : null
  const shiftNames = shift === null ? null : namesOn(port, 'shift', `${row.checkpoint}/${shift}`, row.date)
  return {
    ...row,
    checkpointNames: namesOn(port, 'checkpoint', row.checkpoint, row.date),
    shiftNames: shiftNames && Object.keys(shiftNames).length > 0 ? shiftNames : null,
    lineNames: namesOn(port, 'line', row.line, row.date),
    ofWhich: (port.lines.get(row.line)?.parent ?? null) !== null,
    unit: port.lines.get(row.line)?.unit ?? 'persons',
    state: mark ?? 'number',
    provisional: provisional === 1,
  }
}

/** The number of counts that a filter finds. */
export function numberOfCounts({ db }: QueryContext, { filter }: { filter: CountsFilter }): { rows: number } {
  return { rows: numberOfRows(db, filter) }
}

/** Where a date stands in the table sorted by date. */
export function findDateInCounts(
  { db }: QueryContext,
  { filter, direction, date }: { filter: CountsFilter; direction: CountsSort['direction']; date: string },
): { offset: number; rows: number } {
  return placeOfDate(db, filter, direction === 'descending', date)
}

/** What counts can be filtered by, under the newest names. */
export function listCountFilters({ db }: QueryContext) {
  const port = portModel(db)
  const newest = '9999-12-31'
  return {
    checkpoints: [...port.checkpoints.keys()].map((code) => ({
      code,
      names: namesOn(port, 'checkpoint', code, newest),
    })),
    lines: linesInOrder(port).map((code) => ({ code, names: namesOn(port, 'line', code, newest) })),
  }
}
