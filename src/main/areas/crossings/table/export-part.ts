import type { CountPosition, CountsFilter } from '../../../../shared/contract/counts-table.ts'
import type { QueryContext } from '../../../book/handlers.ts'
import { csvText } from '../../../book/write-table.ts'
import { countCells, countHeadings } from '../export-counts.ts'
import { type KeyRange, selectFromRange, selectKeyRanges, type TableRow } from './counts-table.sql.ts'

/** Some megabytes of text: each part is soon there, and never holds up a reader for long. */
const rowsOfPart = 20_000

/** A part of the counts of a filter, in the order of their key, as the text of a CSV file. */
export function writeCountsPart(
  { db }: QueryContext,
  { filter, after }: { filter: CountsFilter; after: CountPosition | null },
): { text: string; rows: number; next: CountPosition | null } {
  const rows: TableRow[] = []
  for (const range of selectKeyRanges(db, filter)) {
    if (rows.length === rowsOfPart) break
    const order = after === null ? 1 : compare(range, after)
    if (order < 0) continue
    const start = order === 0 ? after : null
    rows.push(...selectFromRange(db, range, filter, start, rowsOfPart - rows.length))
  }
  const last = rows.length === rowsOfPart ? rows.at(-1) : undefined
  return {
    text: csvText(countHeadings, rows.map(countCells), after === null ? 'first' : 'next'),
    rows: rows.length,
    next: last ? positionOf(last) : null,
  }
}

function compare(range: KeyRange, position: CountPosition): number {
  for (const column of ['checkpoint', 'line', 'direction'] as const) {
    if (range[column] !== position[column]) return range[column] < position[column] ? -1 : 1
  }
  return 0
}

const positionOf = ({ checkpoint, line, direction, date, period }: TableRow): CountPosition => ({
  checkpoint,
  line,
  direction,
  date,
  period,
})
