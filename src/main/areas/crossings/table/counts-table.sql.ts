import type { CountsFilter } from '../../../../shared/contract/counts-table.ts'
import type { Mark } from '../../../../shared/period-rule.ts'
import type { Direction } from '../../../../shared/words.ts'
import type { Connection } from '../../../book/connection.ts'
import { prepared } from '../../../book/statements.ts'

export interface TableRow {
  date: string
  checkpoint: string
  period: string
  direction: Direction
  line: string
  value: number | null
  mark: Mark | null
  source: string | null
  provisional: number | null
}

/** The filter as conditions with their values; only fixed text gets into the statement. */
function conditions(filter: CountsFilter): { where: string; values: string[] } {
  const parts: [string, string][] = []
  if (filter.from !== undefined) {
    // A month row is the month's text, which sorts before its dates.
    parts.push(['date >= ?', filter.from.slice(0, 7)], ['(date >= ? OR length(date) = 7)', filter.from])
  }
  if (filter.to !== undefined) parts.push(['date <= ?', filter.to])
  for (const column of ['checkpoint', 'line', 'direction'] as const) {
    const value = filter[column]
    if (value !== undefined) parts.push([`${column} = ?`, value])
  }
  return {
    where: parts.length === 0 ? '' : `WHERE ${parts.map(([text]) => text).join(' AND ')}`,
    values: parts.map(([, value]) => value),
  }
}

/** Up to so many rows of one place are sorted faster than they are looked for among all dates. */
const fewRows = 20_000

/** Whether a page of this place is better read by date than sorted from the key. */
function goesByDate(db: Connection, { checkpoint, line, direction }: CountsFilter): boolean {
  if (checkpoint === undefined || (line !== undefined && direction !== undefined)) return false
  const rows = prepared<[string, number], { rows: number }>(
    db,
    'SELECT count(*) AS rows FROM (SELECT 1 FROM count WHERE checkpoint = ? LIMIT ?)',
  ).get(checkpoint, fewRows)
  return rows?.rows === fewRows
}

/** A page by date; counts of one date by checkpoint, line, direction and period. */
export function selectPage(
  db: Connection,
  filter: CountsFilter,
  descending: boolean,
  limit: number,
  offset: number,
): TableRow[] {
  const { where, values } = conditions(filter)
  const way = descending ? 'DESC' : 'ASC'
  const order = ['date', 'checkpoint', 'line', 'direction', 'period'].map((column) => `${column} ${way}`)
  return prepared<(string | number)[], TableRow>(
    db,
    `SELECT date, checkpoint, period, direction, line, value, mark, source, provisional
     FROM count ${goesByDate(db, filter) ? 'INDEXED BY count_by_date' : ''} ${where} ORDER BY ${order.join(', ')} LIMIT ? OFFSET ?`,
  ).all(...values, limit, offset)
}

export function selectNumberOfRows(db: Connection, filter: CountsFilter): number {
  const { where, values } = conditions(filter)
  return (
    prepared<string[], { rows: number }>(db, `SELECT count(*) AS rows FROM count ${where}`).get(...values)
      ?.rows ?? 0
  )
}
