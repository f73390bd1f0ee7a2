import type { Direction } from '../../../shared/words.ts'
import type { Connection } from '../../book/connection.ts'
import { prepared } from '../../book/statements.ts'

const isHour = "instr(period, '@') > 0"

/** One line on one date: its shifts (or parts of them) and its day row. */
export interface LineDay {
  date: string
  /** Shifts with a figure or a mark; `shiftSum` adds up the figures and is null without any. */
  shifts: number
  shiftSum: number | null
  /** 1 where the day itself has a figure or a mark. */
  dayRows: 0 | 1
  dayValue: number | null
}

/** One line's dates in order; hours and months are left out. */
export function selectLineDays(
  db: Connection,
  checkpoint: string,
  line: string,
  direction: Direction,
  from: string,
  to: string,
): LineDay[] {
  return prepared<string[], LineDay>(
    db,
    `SELECT date, total(period <> 'day') AS shifts, sum(CASE WHEN period <> 'day' THEN value END) AS shiftSum,
            total(period = 'day') AS dayRows, max(CASE WHEN period = 'day' THEN value END) AS dayValue
     FROM count
     WHERE checkpoint = ? AND line = ? AND direction = ? AND date BETWEEN ? AND ?
       AND octet_length(date) = 10 AND NOT ${isHour}
     GROUP BY date ORDER BY date`,
  ).all(checkpoint, line, direction, from, to)
}

/** What several lines have together in the given periods, by date and period, and how many of them have anything. */
export function selectPeriodSums(
  db: Connection,
  checkpoint: string,
  lines: readonly string[],
  direction: Direction,
  periods: readonly string[],
  from: string,
  to: string,
): { date: string; period: string; lines: number; value: number | null }[] {
  return prepared<string[], { date: string; period: string; lines: number; value: number | null }>(
    db,
    `SELECT date, period, count(*) AS lines, sum(value) AS value FROM count
     WHERE checkpoint = ? AND line IN (SELECT value FROM json_each(?)) AND direction = ? AND date BETWEEN ? AND ?
       AND octet_length(date) = 10 AND period IN (SELECT value FROM json_each(?))
     GROUP BY date, period ORDER BY date`,
  ).all(checkpoint, JSON.stringify(lines), direction, from, to, JSON.stringify(periods))
}

/** What several lines have together in each hour of a shift, over all dates of a span. */
export function selectHourSums(
  db: Connection,
  checkpoint: string,
  lines: readonly string[],
  direction: Direction,
  from: string,
  to: string,
): { period: string; value: number }[] {
  return prepared<string[], { period: string; value: number }>(
    db,
    `SELECT period, sum(value) AS value FROM count
     WHERE checkpoint = ? AND line IN (SELECT value FROM json_each(?)) AND direction = ? AND date BETWEEN ? AND ?
       AND ${isHour} AND value IS NOT NULL
     GROUP BY period`,
  ).all(checkpoint, JSON.stringify(lines), direction, from, to)
}
