import type { Direction } from '../../../shared/words.ts'
import type { Connection } from '../../book/connection.ts'
import { prepared } from '../../book/statements.ts'

const isHour = "instr(period, '@') > 0"

export interface CountedPeriod {
  line: string
  date: string
  period: string
  value: number
}

/** The figures of a checkpoint in one direction on calendar dates, without months; marks are left out. */
export function countsOn(
  db: Connection,
  checkpoint: string,
  direction: Direction,
  from: string,
  to: string,
): CountedPeriod[] {
  return prepared<string[], CountedPeriod>(
    db,
    `SELECT line, date, period, value FROM count
     WHERE checkpoint = ? AND line IN (SELECT line FROM sheet_line WHERE checkpoint = ?) AND direction = ?
       AND date BETWEEN ? AND ? AND octet_length(date) = 10 AND value IS NOT NULL`,
  ).all(checkpoint, checkpoint, direction, from, to)
}

/** What each line had over calendar dates, by period: a shift or a part of it, the day, an hour; and on how many dates. */
export function sumsByPeriod(
  db: Connection,
  checkpoint: string,
  direction: Direction,
  from: string,
  to: string,
): { line: string; period: string; sum: number; dates: number }[] {
  return prepared<string[], { line: string; period: string; sum: number; dates: number }>(
    db,
    `SELECT line, period, sum(value) AS sum, count(*) AS dates FROM count
     WHERE checkpoint = ? AND line IN (SELECT line FROM sheet_line WHERE checkpoint = ?) AND direction = ?
       AND date BETWEEN ? AND ? AND octet_length(date) = 10 AND value IS NOT NULL
     GROUP BY line, period`,
  ).all(checkpoint, checkpoint, direction, from, to)
}

/** What each line had in each hour of calendar dates. */
export function hoursBetween(
  db: Connection,
  checkpoint: string,
  direction: Direction,
  from: string,
  to: string,
): CountedPeriod[] {
  return prepared<string[], CountedPeriod>(
    db,
    `SELECT line, date, period, value FROM count
     WHERE checkpoint = ? AND line IN (SELECT line FROM sheet_line WHERE checkpoint = ?) AND direction = ?
       AND date BETWEEN ? AND ? AND octet_length(date) = 10 AND ${isHour} AND value IS NOT NULL`,
  ).all(checkpoint, checkpoint, direction, from, to)
}

/** Buses that cross the border at a checkpoint and of which the time and the passengers are known. */
export function busesOn(
  db: Connection,
  checkpoint: string,
  direction: Direction,
  from: string,
  to: string,
): { date: string; minute: number; passengers: number }[] {
  return prepared<string[], { date: string; minute: number; passengers: number }>(
    db,
    `SELECT departure.date, departure.minute, departure.passengers
     FROM departure JOIN route ON route.code = departure.route
     WHERE route.checkpoint = ? AND route.crosses_border = 1 AND departure.direction = ?
       AND departure.date BETWEEN ? AND ? AND departure.minute IS NOT NULL AND departure.passengers > 0
     ORDER BY departure.date, departure.minute`,
  ).all(checkpoint, direction, from, to)
}

/** Actual openings of a checkpoint's shifts, from one date that they began on to another, with their ends known. */
export function actualOpenings(
  db: Connection,
  checkpoint: string,
  from: string,
  to: string,
): { date: string; channel: string; direction: Direction; startsMinute: number; endsMinute: number }[] {
  return prepared<
    string[],
    { date: string; channel: string; direction: Direction; startsMinute: number; endsMinute: number }
  >(
    db,
    `SELECT date, channel, direction, starts_minute AS startsMinute, ends_minute AS endsMinute FROM opening
     WHERE date BETWEEN ? AND ? AND checkpoint = ? AND plan = 'actual' AND ends_minute IS NOT NULL
       AND (head_count IS NULL OR head_count > 0
         OR channel IN (SELECT code FROM channel WHERE kind = 'e-gate'))`,
  ).all(from, to, checkpoint)
}
