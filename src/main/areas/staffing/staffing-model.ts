import { minutesApart, type Span } from '../../../shared/staffing/spans.ts'
import {
  type ChannelKind,
  type HeadKind,
  startingRule,
  startingServiceTimes,
} from '../../../shared/staffing/staffing-words.ts'
import type { Direction } from '../../../shared/words.ts'
import type { Connection } from '../../book/connection.ts'
import { holdsOn, type Validity } from '../reference/port-model.ts'
import { referenceRevision } from '../reference/reference.sql.ts'
import * as sql from './staffing.sql.ts'

/** The settings of channel staffing as the rules need them: read once and kept until they change. */
export interface StaffingModel {
  /** In the port's order. */
  channels: ReadonlyMap<string, Channel>
  serviceTimes: readonly { kind: ChannelKind; checkpoint: string; from: string; seconds: number }[]
  rules: ReadonlyMap<string, readonly StaffingRule[]>
  officers: ReadonlyMap<string, Officer>
  /** In the port's order. */
  teams: ReadonlyMap<string, Validity & { code: string }>
  /** By checkpoint and date. */
  rotas: ReadonlyMap<string, readonly Rota[]>
}

export interface Channel extends Validity {
  code: string
  checkpoint: string
  kind: ChannelKind
  directions: readonly Direction[]
  /** Lines whose travellers or vehicles may use it; null where all may. */
  eligible: readonly string[] | null
  /** By date. */
  outages: readonly Outage[]
}

export interface Outage extends Validity {
  id: string
  fromMinute: number
  toMinute: number
  reason: string | null
}

export interface StaffingRule {
  from: string
  heads: HeadKind
  longestDutyMinutes: number | null
  target: { minutes: number; percent: number | null }
}

export interface Officer extends Validity {
  number: string
  name: string | null
  kinds: readonly ChannelKind[]
  teams: readonly (Validity & { team: string })[]
}

export interface Rota extends Validity {
  cycleDays: number
  days: readonly { cycleDay: number; shift: string; team: string }[]
}

const kept = new WeakMap<Connection, { revision: number; model: StaffingModel }>()

/** The staffing settings of this book as of now; cheap to call, since they are read again only after a change. */
export function staffingModel(db: Connection): StaffingModel {
  const revision = referenceRevision(db)
  const known = kept.get(db)
  if (known?.revision === revision) return known.model
  const model = readModel(db)
  kept.set(db, { revision, model })
  return model
}

/** The channels that a checkpoint has on a date, in the port's order. */
export function channelsOn(model: StaffingModel, checkpoint: string, date: string): Channel[] {
  return [...model.channels.values()].filter(
    (channel) => channel.checkpoint === checkpoint && holdsOn(channel, date),
  )
}

/** Seconds that a unit takes at a kind of channel: the checkpoint's own setting, else the port's, else the starting value. */
export function serviceSecondsOn(
  model: StaffingModel,
  kind: ChannelKind,
  checkpoint: string,
  date: string,
): number {
  const times = model.serviceTimes.filter((time) => time.kind === kind && time.from <= date)
  const own = times.findLast((time) => time.checkpoint === checkpoint)
  return (
    (own ?? times.findLast((time) => time.checkpoint === ''))?.seconds ?? startingServiceTimes[kind].seconds
  )
}

/** The staffing rule that holds at a checkpoint on a date. */
export function ruleOn(model: StaffingModel, checkpoint: string, date: string): Omit<StaffingRule, 'from'> {
  return model.rules.get(checkpoint)?.findLast((rule) => rule.from <= date) ?? startingRule
}

/** The team of an officer on a date; null without one. */
export function teamOn(officer: Officer, date: string): string | null {
  return officer.teams.find((member) => holdsOn(member, date))?.team ?? null
}

/** Which teams the rota has at a checkpoint in the shifts that begin on a date. */
export function rotaOn(
  model: StaffingModel,
  checkpoint: string,
  date: string,
): { shift: string; team: string }[] {
  const rota = model.rotas.get(checkpoint)?.find((each) => holdsOn(each, date))
  if (!rota) return []
  const day = (minutesApart(rota.from, date) / 1440) % rota.cycleDays
  return rota.days.filter(({ cycleDay }) => cycleDay === day).map(({ shift, team }) => ({ shift, team }))
}

/** An outage by minutes from 00:00 of a date. */
export function outageSpan(outage: Outage, date: string): Span {
  return {
    from: minutesApart(date, outage.from) + outage.fromMinute,
    to: minutesApart(date, outage.to) + outage.toMinute,
  }
}

function readModel(db: Connection): StaffingModel {
  const outages = Map.groupBy(sql.selectOutages(db), (row) => row.channel)
  const members = Map.groupBy(sql.selectTeamMembers(db), (row) => row.officer)
  const channels = sql.selectChannels(db).map(
    (row): Channel => ({
      ...row,
      directions: JSON.parse(row.directions) as Direction[],
      eligible: row.eligible === null ? null : (JSON.parse(row.eligible) as string[]),
      outages: outages.get(row.code) ?? [],
    }),
  )
  const officers = sql.selectOfficers(db).map(
    (row): Officer => ({
      ...row,
      kinds: JSON.parse(row.kinds) as ChannelKind[],
      teams: members.get(row.number) ?? [],
    }),
  )
  const rules = sql.selectStaffingRules(db).map(({ targetMinutes, targetPercent, longestDuty, ...row }) => ({
    ...row,
    longestDutyMinutes: longestDuty,
    target: { minutes: targetMinutes, percent: targetPercent },
  }))
  return {
    channels: new Map(channels.map((channel) => [channel.code, channel])),
    serviceTimes: sql.selectServiceTimes(db),
    rules: Map.groupBy(rules, (rule) => rule.checkpoint),
    officers: new Map(officers.map((officer) => [officer.number, officer])),
    teams: new Map(sql.selectTeams(db).map((team) => [team.code, team])),
    rotas: rotasOf(sql.selectRotaDays(db)),
  }
}

function rotasOf(rows: ReturnType<typeof sql.selectRotaDays>): Map<string, Rota[]> {
  const rotas = new Map<string, Rota[]>()
  for (const [checkpoint, days] of Map.groupBy(rows, (row) => row.checkpoint)) {
    rotas.set(
      checkpoint,
      [...Map.groupBy(days, (row) => row.from).values()].flatMap((ofRota) => {
        const [first] = ofRota
        return first ? [{ from: first.from, to: first.to, cycleDays: first.cycleDays, days: ofRota }] : []
      }),
    )
  }
  return rotas
}
