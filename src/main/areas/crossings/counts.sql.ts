import type { Known, Mark } from '../../../shared/period-rule.ts'
import type { Direction, Unit } from '../../../shared/words.ts'
import type { Connection } from '../../book/connection.ts'
import { prepared } from '../../book/statements.ts'

export interface StoredCount {
  value: number | null
  mark: Mark | null
}

export function selectCount(
  db: Connection,
  checkpoint: string,
  line: string,
  direction: Direction,
  date: string,
  period: string,
): StoredCount | undefined {
  return prepared<string[], StoredCount>(
    db,
    `SELECT value, mark FROM count
     WHERE checkpoint = ? AND line = ? AND direction = ? AND date = ? AND period = ?`,
  ).get(checkpoint, line, direction, date, period)
}

export function selectControlTotal(
  db: Connection,
  checkpoint: string,
  direction: Direction,
  unit: Unit,
  date: string,
  period: string,
): number | null {
  const row = prepared<string[], { value: number }>(
    db,
    `SELECT value FROM control_total
     WHERE checkpoint = ? AND direction = ? AND unit = ? AND date = ? AND period = ?`,
  ).get(checkpoint, direction, unit, date, period)
  return row?.value ?? null
}

/** What is stored of one line on one date: each shift (or part) and `day`, with the sum of its hours. */
export function selectDateKnown(
  db: Connection,
  checkpoint: string,
  line: string,
  direction: Direction,
  date: string,
): Map<string, Known> {
  const rows = prepared<string[], Known & { span: string }>(
    db,
    `SELECT CASE instr(period, '@') WHEN 0 THEN period ELSE substr(period, 1, instr(period, '@') - 1) END AS span,
            max(CASE instr(period, '@') WHEN 0 THEN value END) AS own,
            max(CASE instr(period, '@') WHEN 0 THEN mark END) AS mark,
            sum(CASE WHEN instr(period, '@') > 0 THEN value END) AS hours
     FROM count WHERE checkpoint = ? AND line = ? AND direction = ? AND date = ?
     GROUP BY span`,
  ).all(checkpoint, line, direction, date)
  return new Map(rows.map(({ span, ...known }) => [span, known]))
}

/** The same for many lines and dates at once, by `line direction date`. */
export function selectKnownOnDates(
  db: Connection,
  checkpoint: string,
  lines: readonly string[],
  directions: readonly Direction[],
  dates: readonly string[],
): Map<string, Map<string, Known>> {
  const rows = prepared<string[], Known & { place: string; span: string }>(
    db,
    `SELECT count.line || ' ' || count.direction || ' ' || count.date AS place,
            CASE instr(period, '@') WHEN 0 THEN period ELSE substr(period, 1, instr(period, '@') - 1) END AS span,
            max(CASE instr(period, '@') WHEN 0 THEN count.value END) AS own,
            max(CASE instr(period, '@') WHEN 0 THEN mark END) AS mark,
            sum(CASE WHEN instr(period, '@') > 0 THEN count.value END) AS hours
     FROM json_each(?) AS asked_line CROSS JOIN json_each(?) AS asked_direction CROSS JOIN json_each(?) AS asked_date
     CROSS JOIN count
     WHERE count.checkpoint = ? AND count.line = asked_line.value AND count.direction = asked_direction.value
       AND count.date = asked_date.value
     GROUP BY place, span`,
  ).all(JSON.stringify(lines), JSON.stringify(directions), JSON.stringify(dates), checkpoint)
  const known = new Map<string, Map<string, Known>>()
  for (const { place, span, ...figures } of rows) {
    const spans = known.get(place) ?? new Map<string, Known>()
    known.set(place, spans.set(span, figures))
  }
  return known
}

/** Periods of a date (or month) that have a number at a checkpoint: a count or a control total. */
export function periodsWithNumbers(db: Connection, checkpoint: string, date: string): string[] {
  return prepared<string[], { period: string }>(
    db,
    `SELECT period FROM count INDEXED BY count_by_date WHERE date = ? AND checkpoint = ? AND value IS NOT NULL
     UNION SELECT period FROM control_total WHERE checkpoint = ? AND date = ?`,
  )
    .all(date, checkpoint, checkpoint, date)
    .map(({ period }) => period)
}

export interface ExportedCount {
  checkpoint: string
  line: string
  direction: Direction
  date: string
  period: string
  value: number | null
  mark: Mark | null
  source: string | null
  provisional: number | null
}

/** Every count of a span of dates, for streaming to a file. */
export function iterateCounts(db: Connection, from: string, to: string): IterableIterator<ExportedCount> {
  return db
    .prepare<[string, string], ExportedCount>(
      `SELECT checkpoint, line, direction, date, period, value, mark, source, provisional
       FROM count WHERE date BETWEEN ? AND ?
       ORDER BY checkpoint, line, direction, date, period`,
    )
    .iterate(from, to)
}
