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

const columns = 'checkpoint, line, direction, date, period, value, mark, source, provisional'

/** Counts of one range by date and period, behind a position. */
export function selectFromRange(
  db: Connection,
  { checkpoint, line, direction }: KeyRange,
  dates: DateFilter,
  after: { date: string; period: string } | null,
  limit: number,
): TableRow[] {
  const { conditions, values } = dateConditions(dates)
  if (after !== null) {
    conditions.push('(date, period) > (?, ?)')
    values.push(after.date, after.period)
  }
  return prepared<(string | number)[], TableRow>(
    db,
    `SELECT ${columns} FROM count
     ${where(['checkpoint = ?', 'line = ?', 'direction = ?', ...conditions])}
     ORDER BY date, period LIMIT ?`,
  ).all(checkpoint, line, direction, ...values, limit)
}

/** The columns of the key that are given as conditions with their values. */
function keyConditions(key: Pick<CountsFilter, keyof KeyRange>): { conditions: string[]; values: string[] } {
  const given = (['checkpoint', 'line', 'direction'] as const).flatMap((column) => {
    const value = key[column]
    return value === undefined ? [] : [{ column, value }]
  })
  return {
    conditions: given.map(({ column }) => `${column} = ?`),
    values: given.map(({ value }) => value),
  }
}

/** The date (or month) that comes next in a range, or in the whole table, and has counts; null behind the last. */
export function selectNextDate(
  db: Connection,
  range: Partial<KeyRange>,
  dates: DateFilter,
  descending: boolean,
  after: string | null,
): string | null {
  const key = keyConditions(range)
  const within = dateConditions(dates)
  const next = after === null ? [] : [descending ? 'date < ?' : 'date > ?']
  const row = prepared<string[], { date: string }>(
    db,
    `SELECT date FROM count ${where([...key.conditions, ...within.conditions, ...next])}
     ORDER BY date ${descending ? 'DESC' : 'ASC'} LIMIT 1`,
  ).get(...key.values, ...within.values, ...(after === null ? [] : [after]))
  return row?.date ?? null
}

/** The counts that a range, or the whole table, has of one date (or month), in no order. */
export function selectCountsOfDate(db: Connection, range: Partial<KeyRange>, date: string): TableRow[] {
  const key = keyConditions(range)
  return prepared<string[], TableRow>(
    db,
    `SELECT ${columns} FROM count ${where([...key.conditions, 'date = ?'])}`,
  ).all(...key.values, date)
}

/** How many counts a range has, or the whole table. */
export function selectRowsOfRange(db: Connection, range: Partial<KeyRange>, dates: DateFilter): number {
  const key = keyConditions(range)
  const within = dateConditions(dates)
  return (
    prepared<string[], { rows: number }>(
      db,
      `SELECT count(*) AS rows FROM count ${where([...key.conditions, ...within.conditions])}`,
    ).get(...key.values, ...within.values)?.rows ?? 0
  )
}

/** How many counts of the filter each date (or month) has, in their order. */
export function selectRowsOfEachDate(db: Connection, filter: CountsFilter): { date: string; rows: number }[] {
  const key = keyConditions(filter)
  const within = dateConditions(filter)
  return prepared<string[], { date: string; rows: number }>(
    db,
    `SELECT date, count(*) AS rows FROM count INDEXED BY count_by_date
     ${where([...key.conditions, ...within.conditions])} GROUP BY date ORDER BY date`,
  ).all(...key.values, ...within.values)
}

/** Goes on whenever anything in the book changed, here or in another connection, since it was asked last. */
export function bookVersion(db: Connection): string {
  const row = prepared<[], { own: number; others: number }>(
    db,
    'SELECT total_changes() AS own, data_version AS others FROM pragma_data_version',
  ).get()
  return `${row?.own} ${row?.others}`
}
