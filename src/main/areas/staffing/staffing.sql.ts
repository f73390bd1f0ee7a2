import type { ChannelKind, HeadKind } from '../../../shared/staffing/staffing-words.ts'
import type { Connection } from '../../book/connection.ts'

/** The settings of channel staffing as the book keeps them. */

const all = <Row>(db: Connection, text: string): Row[] => db.prepare<[], Row>(text).all()
const validity = 'from_date AS "from", to_date AS "to"'

export const selectChannels = (db: Connection) =>
  all<{
    code: string
    checkpoint: string
    kind: ChannelKind
    directions: string
    eligible: string | null
    from: string
    to: string
  }>(
    db,
    `SELECT code, checkpoint, kind, directions, eligible, ${validity} FROM channel ORDER BY position, code`,
  )

export const selectOutages = (db: Connection) =>
  all<{
    id: string
    channel: string
    from: string
    fromMinute: number
    to: string
    toMinute: number
    reason: string | null
  }>(
    db,
    `SELECT id, channel, from_date AS "from", from_minute AS fromMinute, to_date AS "to", to_minute AS toMinute, reason
     FROM channel_outage ORDER BY from_date, from_minute, id`,
  )

export const selectServiceTimes = (db: Connection) =>
  all<{ kind: ChannelKind; checkpoint: string; from: string; seconds: number }>(
    db,
    'SELECT kind, checkpoint, from_date AS "from", seconds FROM service_time ORDER BY kind, checkpoint, from_date',
  )

export const selectStaffingRules = (db: Connection) =>
  all<{
    checkpoint: string
    from: string
    heads: HeadKind
    longestDuty: number | null
    targetMinutes: number
    targetPercent: number | null
  }>(
    db,
    `SELECT checkpoint, from_date AS "from", heads, longest_duty AS longestDuty,
            target_minutes AS targetMinutes, target_percent AS targetPercent
     FROM staffing_rule ORDER BY checkpoint, from_date`,
  )

export const selectOfficers = (db: Connection) =>
  all<{ number: string; name: string | null; kinds: string; from: string; to: string }>(
    db,
    `SELECT number, name, kinds, ${validity} FROM officer ORDER BY number`,
  )

export const selectTeams = (db: Connection) =>
  all<{ code: string; from: string; to: string }>(
    db,
    `SELECT code, ${validity} FROM team ORDER BY position, code`,
  )

export const selectTeamMembers = (db: Connection) =>
  all<{ officer: string; team: string; from: string; to: string }>(
    db,
    `SELECT officer, team, ${validity} FROM team_member ORDER BY officer, from_date`,
  )

export const selectRotaDays = (db: Connection) =>
  all<{
    checkpoint: string
    from: string
    to: string
    cycleDays: number
    cycleDay: number
    shift: string
    team: string
  }>(
    db,
    `SELECT checkpoint, ${validity}, cycle_days AS cycleDays, cycle_day AS cycleDay, shift, team
     FROM rota ORDER BY checkpoint, from_date, cycle_day, shift, team`,
  )
