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

/**
 * Buses that cross the border at a checkpoint at a known minute. Passengers that nobody counted (yet) are as many a vehicle as
 * on the same route in the same direction since `lately`; a bus of which nothing is known is left out.
 */
export function busesOn(
  db: Connection,
  checkpoint: string,
  direction: Direction,
  from: string,
  to: string,
  lately: string,
): { date: string; minute: number; passengers: number }[] {
  return prepared<[Record<string, string>], { date: string; minute: number; passengers: number }>(
    db,
    `SELECT date, minute, passengers FROM (
       SELECT departure.date, departure.minute, departure.id,
         coalesce(departure.passengers, CAST(round(departure.vehicles * (
           SELECT 1.0 * sum(known.passengers) / sum(known.vehicles) FROM departure AS known
           WHERE known.route = departure.route AND known.direction = departure.direction
             AND known.passengers IS NOT NULL AND known.date >= @lately AND known.date < departure.date
         )) AS INTEGER)) AS passengers
       FROM departure JOIN route ON route.code = departure.route
       WHERE route.checkpoint = @checkpoint AND route.crosses_border = 1 AND departure.direction = @direction
         AND departure.date BETWEEN @from AND @to AND departure.minute IS NOT NULL
     )
     WHERE passengers > 0 ORDER BY date, minute, id`,
  ).all({ checkpoint, direction, from, to, lately })
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
