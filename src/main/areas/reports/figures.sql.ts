import type { Mark } from '../../../shared/period-rule.ts'
import type { Direction, Unit } from '../../../shared/words.ts'
import type { Connection } from '../../book/connection.ts'
import { prepared } from '../../book/statements.ts'

/** One line's stored figures of one date (or month) and shift, its hours added up. */
export interface SeriesRow {
  /** `YYYY-MM-DD`, or `YYYY-MM` for a month row. */
  date: string
  /** `month`, `day`, or a shift's (or part's) period. */
  span: string
  own: number | null
  mark: Mark | null
  hours: number | null
}

const isHour = "instr(period, '@') > 0"

/** Rows of one line in date order; month rows of every month that the span touches come with them. */
export function selectSeries(
  db: Connection,
  checkpoint: string,
  line: string,
  direction: Direction,
  from: string,
  to: string,
): SeriesRow[] {
  return prepared<string[], SeriesRow>(
    db,
    `SELECT date,
            CASE WHEN ${isHour} THEN substr(period, 1, instr(period, '@') - 1) ELSE period END AS span,
            max(CASE WHEN ${isHour} THEN NULL ELSE value END) AS own,
            max(CASE WHEN ${isHour} THEN NULL ELSE mark END) AS mark,
            sum(CASE WHEN ${isHour} THEN value END) AS hours
     FROM count
     WHERE checkpoint = ? AND line = ? AND direction = ? AND date BETWEEN ? AND ?
     GROUP BY date, span ORDER BY date`,
  ).all(checkpoint, line, direction, from, to)
}

/** One line's span at a glance: enough to add it up where nothing in it needs the period rule. */
export interface Summary {
  rows: number
  value: number | null
  /** Above zero where a row is no plain number of a shift or day: an hour, a mark, a month. */
  special: number
  dayRows: number
  monthRows: number
}

/** Lengths are taken in bytes, which SQLite knows without reading the text: a date has 10, a month 7. */
const summary = `count(*) AS rows, sum(value) AS value,
  count(*) - count(value) + total(${isHour}) + total(octet_length(date) = 7) AS special,
  total(period = 'day') AS dayRows, total(octet_length(date) = 7) AS monthRows
  FROM count
  WHERE checkpoint = ? AND line = ? AND direction = ? AND date BETWEEN ? AND ?
    AND (date >= ? OR octet_length(date) = 7)`

/** A line's whole span, added up by SQLite. */
export function selectSummary(
  db: Connection,
  checkpoint: string,
  line: string,
  direction: Direction,
  from: string,
  to: string,
): Summary {
  const row = prepared<string[], Summary>(db, `SELECT ${summary}`).get(
    checkpoint,
    line,
    direction,
    from.slice(0, 7),
    to,
    from,
  )
  if (!row) throw new Error('a sum without a row')
  return row
}

/** Months of one line that have any row in the span, added up by SQLite. */
export function selectMonthSummaries(
  db: Connection,
  checkpoint: string,
  line: string,
  direction: Direction,
  from: string,
  to: string,
): (Summary & { month: string })[] {
  return prepared<string[], Summary & { month: string }>(
    db,
    `SELECT substr(date, 1, 7) AS month, ${summary} GROUP BY month`,
  ).all(checkpoint, line, direction, from.slice(0, 7), to, from)
}

/** Sums by date of lines whose rows in the span are all plain numbers of shifts, or all of days. */
export function selectPlainDaySums(
  db: Connection,
  checkpoint: string,
  lines: readonly string[],
  direction: Direction,
  from: string,
  to: string,
): { date: string; value: number }[] {
  return prepared<string[], { date: string; value: number }>(
    db,
    `SELECT date, sum(value) AS value FROM count
     WHERE checkpoint = ? AND line IN (SELECT value FROM json_each(?)) AND direction = ? AND date BETWEEN ? AND ?
     GROUP BY date`,
  ).all(checkpoint, JSON.stringify(lines), direction, from, to)
}

export interface ControlTotalRow {
  direction: Direction
  unit: Unit
  date: string
  period: string
  value: number
}

export function selectControlTotals(
  db: Connection,
  checkpoint: string,
  from: string,
  to: string,
): ControlTotalRow[] {
  return prepared<string[], ControlTotalRow>(
    db,
    `SELECT direction, unit, date, period, value FROM control_total
     WHERE checkpoint = ? AND direction IN ('entry', 'exit')
       AND unit IN ('persons', 'vehicles', 'trains', 'containers') AND date BETWEEN ? AND ?
     ORDER BY direction, unit, date, period`,
  ).all(checkpoint, from, to)
}

/** Sums by hour of the given lines on one date; the hour is that which begins then. */
export function selectHours(
  db: Connection,
  checkpoint: string,
  lines: readonly string[],
  date: string,
): { period: string; value: number }[] {
  return prepared<string[], { period: string; value: number }>(
    db,
    `SELECT period, sum(value) AS value FROM count
     WHERE checkpoint = ? AND line IN (SELECT value FROM json_each(?)) AND direction IN ('entry', 'exit')
       AND date = ? AND ${isHour} AND value IS NOT NULL
     GROUP BY period`,
  ).all(checkpoint, JSON.stringify(lines), date)
}

/** What is stored for one shift (or part) of several lines together: each line's own figure, else its hours. */
export function selectShiftSum(
  db: Connection,
  checkpoint: string,
  lines: readonly string[],
  direction: Direction,
  date: string,
  period: string,
): number | null {
  const row = prepared<string[], { value: number | null }>(
    db,
    `SELECT sum(coalesce(own, hours)) AS value FROM (
       SELECT max(CASE WHEN ${isHour} THEN NULL ELSE value END) AS own, sum(CASE WHEN ${isHour} THEN value END) AS hours
       FROM count
       WHERE checkpoint = ? AND line IN (SELECT value FROM json_each(?)) AND direction = ? AND date = ?
         AND (period = ? OR period LIKE ? || '@%')
       GROUP BY line)`,
  ).get(checkpoint, JSON.stringify(lines), direction, date, period, period)
  return row?.value ?? null
}

/** The first and the last date of any count; a month (`YYYY-MM`) where a month row reaches as far or further. */
export function selectFirstAndLast(db: Connection): { first: string | null; last: string | null } {
  const row = prepared<[], { first: string | null; last: string | null; lastMonth: string | null }>(
    db,
    `SELECT first, last, (SELECT date FROM count WHERE date = substr(last, 1, 7) LIMIT 1) AS lastMonth
     FROM (SELECT (SELECT min(date) FROM count) AS first, (SELECT max(date) FROM count) AS last)`,
  ).get()
  return { first: row?.first ?? null, last: row?.lastMonth ?? row?.last ?? null }
}
