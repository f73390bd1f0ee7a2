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
