import type { Direction } from '../../../../shared/words.ts'
import type { Connection } from '../../../book/connection.ts'
import { prepared } from '../../../book/statements.ts'

export interface PeriodSum {
  line: string
  direction: Direction
  period: string
  value: number
}

/** What is stored of lines by period of the day, all dates of a span together; months apart, which say no hour. */
export function periodSums(
  db: Connection,
  checkpoint: string,
  lines: readonly string[],
  from: string,
  to: string,
): PeriodSum[] {
  return prepared<string[], PeriodSum>(
    db,
    `SELECT line, direction, period, sum(value) AS value FROM count
     WHERE checkpoint = ? AND line IN (SELECT value FROM json_each(?)) AND direction IN ('entry', 'exit')
       AND date BETWEEN ? AND ? AND period <> 'month'
     GROUP BY line, direction, period HAVING sum(value) > 0`,
  ).all(checkpoint, JSON.stringify(lines), from, to)
}

/** The same of periods that are named, without hours: a long period is added up in one pass. */
export function sumsOfPeriods(
  db: Connection,
  checkpoint: string,
  lines: readonly string[],
  periods: readonly string[],
  from: string,
  to: string,
): PeriodSum[] {
  const sums = periods.map((_, index) => `sum(CASE WHEN period = @p${index} THEN value END)`)
  const rows = prepared<Record<string, string>[], [string, Direction, ...(number | null)[]]>(
    db,
    `SELECT line, direction, ${sums.join(', ')} FROM count
     WHERE checkpoint = @checkpoint AND line IN (SELECT value FROM json_each(@lines))
       AND direction IN ('entry', 'exit') AND date BETWEEN @from AND @to
     GROUP BY line, direction`,
  )
    .raw()
    .all({
      checkpoint,
      lines: JSON.stringify(lines),
      from,
      to,
      ...Object.fromEntries(periods.map((period, index) => [`p${index}`, period])),
    }) as unknown as [string, Direction, ...(number | null)[]][]
  return rows.flatMap(([line, direction, ...values]) =>
    periods.flatMap((period, index) => {
      const value = values[index]
      return value ? [{ line, direction, period, value }] : []
    }),
  )
}

export interface HourSum {
  line: string
  direction: Direction
  date: string
  /** 0 to 23. */
  hour: number
  value: number
}

/** Counts by hour from one date to another. */
export function hourSums(
  db: Connection,
  checkpoint: string,
  lines: readonly string[],
  from: string,
  to: string,
): HourSum[] {
  return prepared<string[], HourSum>(
    db,
    `SELECT line, direction, date, CAST(substr(period, instr(period, '@') + 1) AS INTEGER) AS hour, value FROM count
     WHERE checkpoint = ? AND line IN (SELECT value FROM json_each(?)) AND direction IN ('entry', 'exit')
       AND date BETWEEN ? AND ? AND instr(period, '@') > 0 AND value IS NOT NULL`,
  ).all(checkpoint, JSON.stringify(lines), from, to)
}

/** Whether a line has any count by hour from one date to another. */
export function hasHours(
  db: Connection,
  checkpoint: string,
  line: string,
  from: string,
  to: string,
): boolean {
  return (
    prepared<string[], number>(
      db,
      `SELECT EXISTS (SELECT 1 FROM count WHERE checkpoint = ? AND line = ? AND direction IN ('entry', 'exit')
         AND date BETWEEN ? AND ? AND instr(period, '@') > 0)`,
    )
      .pluck()
      .get(checkpoint, line, from, to) === 1
  )
}
