import type { CountsFilter } from '../../../../shared/contract/counts-table.ts'
import type { Mark } from '../../../../shared/period-rule.ts'
import { type Direction, directions } from '../../../../shared/words.ts'
import type { Connection } from '../../../book/connection.ts'
import { prepared } from '../../../book/statements.ts'

/** One checkpoint, line and direction: a range of the table's key, in which counts stand by date and period. */
export interface KeyRange {
  checkpoint: string
  line: string
  direction: Direction
}

export interface TableRow extends KeyRange {
  date: string
  period: string
  value: number | null
  mark: Mark | null
  source: string | null
  provisional: number | null
}

export type DateFilter = Pick<CountsFilter, 'from' | 'to'>

/** The dates of the filter as conditions with their values; only fixed text gets into the statement. */
function dateConditions({ from, to }: DateFilter): { conditions: string[]; values: string[] } {
  const conditions: string[] = []
  const values: string[] = []
  if (from !== undefined) {
    // A month row is the month's text, which sorts before its dates.
    conditions.push('date >= ?', '(date >= ? OR length(date) = 7)')
    values.push(from.slice(0, 7), from)
  }
  if (to !== undefined) {
    conditions.push('date <= ?')
    values.push(to)
  }
  return { conditions, values }
}

const where = (conditions: readonly string[]): string =>
  conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`

/** The ranges that have counts and match the filter's place, line and direction, by their codes: few, and found by leaps. */
export function selectKeyRanges(db: Connection, filter: CountsFilter): KeyRange[] {
  const nextCheckpoint = prepared<[string], { code: string | null }>(
    db,
    'SELECT min(checkpoint) AS code FROM count WHERE checkpoint > ?',
  )
  const nextLine = prepared<[string, string], { code: string | null }>(
    db,
    'SELECT min(line) AS code FROM count WHERE checkpoint = ? AND line > ?',
  )
  const any = prepared<[string, string, string], { found: number }>(
    db,
    'SELECT EXISTS (SELECT 1 FROM count WHERE checkpoint = ? AND line = ? AND direction = ?) AS found',
  )
  const codes = (fixed: string | undefined, next: (after: string) => string | null): string[] => {
    if (fixed !== undefined) return [fixed]
    const found: string[] = []
    for (let code = next(''); code !== null; code = next(code)) found.push(code)
    return found
  }
  const wanted = filter.direction === undefined ? directions : [filter.direction]
  return codes(filter.checkpoint, (after) => nextCheckpoint.get(after)?.code ?? null).flatMap((checkpoint) =>
    codes(filter.line, (after) => nextLine.get(checkpoint, after)?.code ?? null).flatMap((line) =>
      wanted
        .filter((direction) => any.get(checkpoint, line, direction)?.found === 1)
        .map((direction) => ({ checkpoint, line, direction })),
    ),
  )
}

/** Where a page of a range goes on: after this date and period, or from this date on. */
export type RangeStart = { date: string; period: string } | { date: string } | null

/** Counts of one range by date and period. */
export function selectFromRange(
  db: Connection,
  { checkpoint, line, direction }: KeyRange,
  dates: DateFilter,
  descending: boolean,
  start: RangeStart,
  limit: number,
  offset = 0,
): TableRow[] {
  const { conditions, values } = dateConditions(dates)
  const way = descending ? 'DESC' : 'ASC'
  const sign = descending ? '<' : '>'
  if (start !== null && 'period' in start) {
    conditions.push(`(date, period) ${sign} (?, ?)`)
    values.push(start.date, start.period)
  } else if (start !== null) {
    conditions.push(`date ${sign}= ?`)
    values.push(start.date)
  }
  return prepared<(string | number)[], TableRow>(
    db,
    `SELECT checkpoint, line, direction, date, period, value, mark, source, provisional FROM count
     ${where(['checkpoint = ?', 'line = ?', 'direction = ?', ...conditions])}
     ORDER BY date ${way}, period ${way} LIMIT ? OFFSET ?`,
  ).all(checkpoint, line, direction, ...values, limit, offset)
}

export function selectRowsOfRange(
  db: Connection,
  { checkpoint, line, direction }: KeyRange,
  dates: DateFilter,
): number {
  const { conditions, values } = dateConditions(dates)
  return (
    prepared<string[], { rows: number }>(
      db,
      `SELECT count(*) AS rows FROM count
       ${where(['checkpoint = ?', 'line = ?', 'direction = ?', ...conditions])}`,
    ).get(checkpoint, line, direction, ...values)?.rows ?? 0
  )
}

/** Counts of every place and line by date, then by the codes of the key. Rows are passed over within the index alone. */
export function selectByDate(
  db: Connection,
  dates: DateFilter,
  descending: boolean,
  limit: number,
  offset: number,
): TableRow[] {
  const { conditions, values } = dateConditions(dates)
  const way = descending ? 'DESC' : 'ASC'
  const order = ['date', 'checkpoint', 'line', 'direction', 'period']
    .map((column) => `${column} ${way}`)
    .join(', ')
  return prepared<(string | number)[], TableRow>(
    db,
    `SELECT checkpoint, line, direction, date, period, value, mark, source, provisional
     FROM (SELECT date, checkpoint, line, direction, period FROM count INDEXED BY count_by_date
           ${where(conditions)} ORDER BY ${order} LIMIT ? OFFSET ?)
     CROSS JOIN count USING (checkpoint, line, direction, date, period) ORDER BY ${order}`,
  ).all(...values, limit, offset)
}

export function selectRowsByDates(db: Connection, dates: DateFilter): number {
  const { conditions, values } = dateConditions(dates)
  return (
    prepared<string[], { rows: number }>(db, `SELECT count(*) AS rows FROM count ${where(conditions)}`).get(
      ...values,
    )?.rows ?? 0
  )
}

/** How many counts of the filter each date (or month) has, in their order. */
export function selectRowsOfEachDate(
  db: Connection,
  filter: CountsFilter,
): { dates: string[]; rows: number[] } {
  const { conditions, values } = dateConditions(filter)
  for (const column of ['checkpoint', 'line', 'direction'] as const) {
    const value = filter[column]
    if (value === undefined) continue
    conditions.push(`${column} = ?`)
    values.push(value)
  }
  const found = prepared<string[], { date: string; rows: number }>(
    db,
    `SELECT date, count(*) AS rows FROM count INDEXED BY count_by_date ${where(conditions)}
     GROUP BY date ORDER BY date`,
  ).all(...values)
  return { dates: found.map(({ date }) => date), rows: found.map(({ rows }) => rows) }
}

/** Goes on whenever anything in the book changed, here or in another connection, since it was asked last. */
export function bookVersion(db: Connection): string {
  const row = prepared<[], { own: number; others: number }>(
    db,
    'SELECT total_changes() AS own, data_version AS others FROM pragma_data_version',
  ).get()
  return `${row?.own} ${row?.others}`
}
