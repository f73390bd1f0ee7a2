import type { Connection } from '../../../book/connection.ts'

/** Holidays that touch a span of dates, by date. */
export const selectHolidays = (db: Connection, from: string, to: string) =>
  db
    .prepare<[string, string], { id: string; country: string; from: string; to: string }>(
      `SELECT id, country, from_date AS "from", to_date AS "to" FROM holiday
       WHERE to_date >= ? AND from_date <= ? ORDER BY from_date, to_date, country, id`,
    )
    .all(from, to)

/** An event as the book keeps it. */
export interface StoredEvent {
  id: string
  kind: string | null
  checkpoint: string | null
  from: string
  to: string
}

/** Events that touch a span of dates, by date. */
export const selectEvents = (db: Connection, from: string, to: string) =>
  db
    .prepare<[string, string], StoredEvent>(
      `SELECT id, kind, checkpoint, from_date AS "from", to_date AS "to" FROM event
       WHERE to_date >= ? AND from_date <= ? ORDER BY from_date, to_date, id`,
    )
    .all(from, to)

/** The place after the last checkpoint in order. */
export const nextCheckpointPosition = (db: Connection): number =>
  db.prepare<[], number>('SELECT coalesce(max(position), -1) + 1 FROM checkpoint').pluck().get() ?? 0

/** The place after the last line of a sheet. */
export const nextSheetPosition = (db: Connection, checkpoint: string): number =>
  db
    .prepare<[string], number>('SELECT coalesce(max(position), -1) + 1 FROM sheet_line WHERE checkpoint = ?')
    .pluck()
    .get(checkpoint) ?? 0

/** How many counts and control totals with a number a checkpoint has in each period from one date, or month, to another. */
export const iterateNumbers = (db: Connection, checkpoint: string, from: string, to: string) =>
  db
    .prepare<Record<string, string>, { date: string; period: string; figures: number }>(
      `SELECT date, period, sum(figures) AS figures FROM (
         SELECT count.date, count.period, count(*) AS figures
         FROM sheet_line CROSS JOIN json_each('["entry","exit"]') AS way CROSS JOIN count
         WHERE sheet_line.checkpoint = @checkpoint
           AND count.checkpoint = @checkpoint AND count.line = sheet_line.line AND count.direction = way.value
           AND count.date BETWEEN @from AND @to AND count.value IS NOT NULL
         GROUP BY count.date, count.period
         UNION ALL SELECT date, period, count(*) FROM control_total
         WHERE checkpoint = @checkpoint AND date BETWEEN @from AND @to GROUP BY date, period)
       GROUP BY date, period ORDER BY date`,
    )
    .iterate({ checkpoint, from, to })

/** The rows of channel staffing that belong to a checkpoint alone, by table and key. */
export const staffingOfCheckpoint = (db: Connection, checkpoint: string) =>
  db
    .prepare<Record<string, string>, { entity: string; key: string }>(
      `SELECT 'channel_outage' AS entity, json_array(channel_outage.id) AS key
       FROM channel JOIN channel_outage ON channel_outage.channel = channel.code WHERE checkpoint = @checkpoint
       UNION ALL SELECT 'service_time', json_array(kind, checkpoint, from_date)
       FROM service_time WHERE checkpoint = @checkpoint
       UNION ALL SELECT 'staffing_rule', json_array(checkpoint, from_date)
       FROM staffing_rule WHERE checkpoint = @checkpoint
       UNION ALL SELECT 'rota', json_array(checkpoint, from_date, cycle_day, shift, team)
       FROM rota WHERE checkpoint = @checkpoint
       UNION ALL SELECT 'channel', json_array(code) FROM channel WHERE checkpoint = @checkpoint`,
    )
    .all({ checkpoint })

/** The bus routes that name a checkpoint, or a line of buses or of their passengers. */
export const routesNaming = (
  db: Connection,
  column: 'checkpoint' | 'line' | 'passenger_line',
  code: string,
): string[] => db.prepare<[string], string>(`SELECT code FROM route WHERE ${column} = ?`).pluck().all(code)

/** The first channel that only some lines may use, this one among them. */
export const channelForLine = (db: Connection, line: string): string | undefined =>
  db
    .prepare<[string], string>(
      `SELECT code FROM channel WHERE EXISTS (SELECT 1 FROM json_each(eligible) WHERE value = ?) ORDER BY position`,
    )
    .pluck()
    .get(line)
