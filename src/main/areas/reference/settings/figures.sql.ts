import type { Direction } from '../../../../shared/words.ts'
import type { Connection } from '../../../book/connection.ts'
import { prepared } from '../../../book/statements.ts'

/** Dates as kept: a month's figure has its month. Each of these reads a few rows from the ends of an index. */
export interface Ends {
  first: string | null
  last: string | null
}

interface CountEnds extends Ends {
  /** The first that is not of a month. */
  firstDay: string | null
}

const none = { first: null, last: null }

export function countEnds(db: Connection, checkpoint: string, line: string, direction: Direction): CountEnds {
  const rows = 'FROM count WHERE checkpoint = @checkpoint AND line = @line AND direction = @direction'
  return (
    prepared<[Record<string, string>], CountEnds>(
      db,
      `SELECT (SELECT date ${rows} ORDER BY date LIMIT 1) AS first,
              (SELECT date ${rows} AND period <> 'month' ORDER BY date LIMIT 1) AS firstDay,
              (SELECT date ${rows} ORDER BY date DESC LIMIT 1) AS last`,
    ).get({ checkpoint, line, direction }) ?? { ...none, firstDay: null }
  )
}

/** The ends of a checkpoint's control totals of one direction; those of months too. */
export function controlTotalEnds(db: Connection, checkpoint: string, direction: Direction): CountEnds {
  const rows = 'FROM control_total WHERE checkpoint = @checkpoint AND direction = @direction'
  return (
    prepared<[Record<string, string>], CountEnds>(
      db,
      `SELECT (SELECT min(date) ${rows}) AS first,
              (SELECT min(date) ${rows} AND period <> 'month') AS firstDay,
              (SELECT max(date) ${rows}) AS last`,
    ).get({ checkpoint, direction }) ?? { ...none, firstDay: null }
  )
}

/** The ends of what shifts of a checkpoint say beside figures: handover notes, signatures, openings, declarations. */
export function shiftRecordEnds(db: Connection, checkpoint: string): Ends {
  return (
    prepared<[Record<string, string>], Ends>(
      db,
      `SELECT min(date) AS first, max(date) AS last FROM (
         SELECT date FROM handover_note WHERE checkpoint = @checkpoint
         UNION ALL SELECT settled_date FROM handover_note WHERE checkpoint = @checkpoint AND settled_date IS NOT NULL
         UNION ALL SELECT date FROM shift_state WHERE checkpoint = @checkpoint
         UNION ALL SELECT (SELECT min(date) FROM opening WHERE channel = channel.code)
           FROM channel WHERE checkpoint = @checkpoint
         UNION ALL SELECT (SELECT max(date) FROM opening WHERE channel = channel.code)
           FROM channel WHERE checkpoint = @checkpoint
         UNION ALL SELECT (SELECT min(date) FROM declaration WHERE checkpoint = @checkpoint)
         UNION ALL SELECT (SELECT max(date) FROM declaration WHERE checkpoint = @checkpoint))`,
    ).get({ checkpoint }) ?? none
  )
}

/** A part of a shift's periods: `pattern` and, for its hours, `pattern@*`. */
const ofPart = "(period = @period OR period GLOB @period || '@*') AND date BETWEEN @from AND @to"

/** The ends of one line's counts under one period of a shift, hours included, within a span of dates. */
export function periodCountEnds(
  db: Connection,
  place: { checkpoint: string; line: string; direction: Direction },
  period: string,
  from: string,
  to: string,
): Ends {
  const rows = `FROM count WHERE checkpoint = @checkpoint AND line = @line AND direction = @direction AND ${ofPart}`
  return (
    prepared<[Record<string, string>], Ends>(
      db,
      `SELECT (SELECT date ${rows} ORDER BY date LIMIT 1) AS first,
              (SELECT date ${rows} ORDER BY date DESC LIMIT 1) AS last`,
    ).get({ ...place, period, from, to }) ?? none
  )
}

/** The same of a checkpoint's control totals. */
export function periodControlTotalEnds(
  db: Connection,
  checkpoint: string,
  period: string,
  from: string,
  to: string,
): Ends {
  return (
    prepared<[Record<string, string>], Ends>(
      db,
      `SELECT min(date) AS first, max(date) AS last FROM control_total
       WHERE checkpoint = @checkpoint AND (period = @period OR period GLOB @period || '@*') AND date BETWEEN @from AND @to`,
    ).get({ checkpoint, period, from, to }) ?? none
  )
}

const openingOfShift = `SELECT date FROM opening
  WHERE channel = channel.code AND shift = @shift AND date BETWEEN @from AND @to`

/** The ends of the notes, signatures and openings of one shift that begin within a span of dates. */
export function recordEndsOfShift(
  db: Connection,
  checkpoint: string,
  shift: string,
  from: string,
  to: string,
): Ends {
  return (
    prepared<[Record<string, string>], Ends>(
      db,
      `SELECT min(date) AS first, max(date) AS last FROM (
         SELECT date FROM handover_note WHERE checkpoint = @checkpoint AND shift = @shift
         UNION ALL SELECT settled_date FROM handover_note WHERE checkpoint = @checkpoint AND settled_shift = @shift
         UNION ALL SELECT date FROM shift_state WHERE checkpoint = @checkpoint AND shift = @shift
         UNION ALL SELECT (${openingOfShift} ORDER BY date LIMIT 1) FROM channel WHERE checkpoint = @checkpoint
         UNION ALL SELECT (${openingOfShift} ORDER BY date DESC LIMIT 1) FROM channel WHERE checkpoint = @checkpoint)
       WHERE date BETWEEN @from AND @to`,
    ).get({ checkpoint, shift, from, to }) ?? none
  )
}

/** The ends of the openings of a checkpoint's channels in one direction. */
export function openingEndsOfDirection(db: Connection, checkpoint: string, direction: Direction): Ends {
  const own = 'SELECT date FROM opening WHERE channel = channel.code AND direction = @direction ORDER BY date'
  return (
    prepared<[Record<string, string>], Ends>(
      db,
      `SELECT min(first) AS first, max(last) AS last FROM (
         SELECT (${own} LIMIT 1) AS first, (${own} DESC LIMIT 1) AS last
         FROM channel WHERE checkpoint = @checkpoint)`,
    ).get({ checkpoint, direction }) ?? none
  )
}
