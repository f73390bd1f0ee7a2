import type { ChannelKind, HeadKind } from '../../../../shared/staffing/staffing-words.ts'
import type { Connection } from '../../../book/connection.ts'

/** The settings of channel staffing and buses that a port file holds, in its order. */

const all = <Row>(db: Connection, text: string): Row[] => db.prepare<[], Row>(text).all()
const validity = 'from_date AS "from", to_date AS "to"'

interface Kept {
  code: string
  from: string
  to: string
}

export const selectChannelsToWrite = (db: Connection) =>
  all<Kept & { checkpoint: string; kind: ChannelKind; directions: string; eligible: string | null }>(
    db,
    `SELECT code, checkpoint, kind, directions, eligible, ${validity} FROM channel ORDER BY position, code`,
  )

export const selectOutagesToWrite = (db: Connection) =>
  all<{
    channel: string
    from: string
    fromMinute: number
    to: string
    toMinute: number
    reason: string | null
  }>(
    db,
    `SELECT channel, ${validity}, from_minute AS fromMinute, to_minute AS toMinute, reason
     FROM channel_outage ORDER BY from_date, from_minute, to_date, to_minute, reason`,
  )

export const selectServiceTimesToWrite = (db: Connection) =>
  all<{ kind: ChannelKind; checkpoint: string; from: string; seconds: number }>(
    db,
    'SELECT kind, checkpoint, from_date AS "from", seconds FROM service_time ORDER BY kind, checkpoint, from_date',
  )

export const selectRulesToWrite = (db: Connection) =>
  all<{
    checkpoint: string
    from: string
    heads: HeadKind
    longestDuty: number | null
    minutes: number
    percent: number | null
  }>(
    db,
    `SELECT checkpoint, from_date AS "from", heads, longest_duty AS longestDuty,
            target_minutes AS minutes, target_percent AS percent
     FROM staffing_rule ORDER BY checkpoint, from_date`,
  )

export const selectTeamsToWrite = (db: Connection) =>
  all<Kept>(db, `SELECT code, ${validity} FROM team ORDER BY position, code`)

export const selectRotaDaysToWrite = (db: Connection) =>
  all<{
    checkpoint: string
    from: string
    to: string
    cycleDays: number
    day: number
    shift: string
    team: string
  }>(
    db,
    `SELECT checkpoint, ${validity}, cycle_days AS cycleDays, cycle_day + 1 AS day, shift, team
     FROM rota ORDER BY checkpoint, from_date, cycle_day, shift, team`,
  )

export const selectRoutesToWrite = (db: Connection) =>
  all<
    Kept & {
      checkpoint: string | null
      crossesBorder: 0 | 1
      busLine: string | null
      passengerLine: string | null
      zone: string | null
    }
  >(
    db,
    `SELECT code, checkpoint, crosses_border AS crossesBorder, line AS busLine, passenger_line AS passengerLine,
            zone, ${validity}
     FROM route ORDER BY position, code`,
  )
