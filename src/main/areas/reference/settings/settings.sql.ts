import type { Connection } from '../../../book/connection.ts'

/** Holidays that touch a span of dates, by date. */
export const selectHolidays = (db: Connection, from: string, to: string) =>
  db
    .prepare<[string, string], { id: string; country: string; from: string; to: string }>(
      `SELECT id, country, from_date AS "from", to_date AS "to" FROM holiday
       WHERE to_date >= ? AND from_date <= ? ORDER BY from_date, to_date, country, id`,
    )
    .all(from, to)
