import type {
  ChannelSetting,
  OfficerSetting,
  StaffingSettings,
} from '../../../../shared/contract/staffing-settings.ts'
import { timeOf } from '../../../../shared/dates.ts'
import { channelKinds, startingServiceTimes } from '../../../../shared/staffing/staffing-words.ts'
import type { Connection } from '../../../book/connection.ts'
import type { QueryContext } from '../../../book/handlers.ts'
import { always, openSpan } from '../../reference/open-dates.ts'
import { holdsOn, type PortModel, portModel } from '../../reference/port-model.ts'
import { datedNames } from '../../reference/settings/read-settings.ts'
import { dutyEnds, openingEnds } from '../openings.sql.ts'
import { type Channel, type Officer, type Outage, rotaOn, staffingModel, teamOn } from '../staffing-model.ts'

const open = (date: string): string | null => (date === always.from || date === always.to ? null : date)

/** Every setting of channel staffing. */
export function readStaffingSettings({ db }: QueryContext): StaffingSettings {
  const port = portModel(db)
  const model = staffingModel(db)
  return {
    checkpoints: [...port.checkpoints.keys()].map((checkpoint) => ({
      checkpoint,
      channels: [...model.channels.values()]
        .filter((channel) => channel.checkpoint === checkpoint)
        .map((channel) => channelSetting(db, port, channel)),
      rules: (model.rules.get(checkpoint) ?? []).map(({ from, heads, longestDutyMinutes, target }) => ({
        from: open(from),
        heads,
        longestDutyMinutes,
        target,
      })),
      rotas: (model.rotas.get(checkpoint) ?? []).map(({ from, to, cycleDays, days }) => ({
        from,
        to: open(to),
        cycleDays,
        days: days.map(({ cycleDay, shift, team }) => ({ day: cycleDay + 1, shift, team })),
      })),
    })),
    serviceTimes: model.serviceTimes.map(({ kind, checkpoint, from, seconds }) => ({
      kind,
      checkpoint: checkpoint === '' ? null : checkpoint,
      from: open(from),
      seconds,
    })),
    startingServiceTimes: channelKinds.map((kind) => ({ kind, ...startingServiceTimes[kind] })),
    officers: [...model.officers.values()].map((officer) => officerSetting(db, officer)),
    teams: [...model.teams.values()].map((team) => ({
      team: team.code,
      names: datedNames(port, 'team', team.code),
      ...openSpan(team),
    })),
  }
}

/** The officers in service on a date, with their teams and who is on by the rota. */
export function listOfficers({ db }: QueryContext, { date }: { date: string }) {
  const model = staffingModel(db)
  const rota = [...portModel(db).checkpoints.keys()].flatMap((checkpoint) =>
    rotaOn(model, checkpoint, date).map((each) => ({ checkpoint, ...each })),
  )
  return [...model.officers.values()]
    .filter((officer) => holdsOn(officer, date))
    .map((officer) => {
      const team = teamOn(officer, date)
      return {
        officer: officer.number,
        name: officer.name,
        kinds: [...officer.kinds],
        team,
        shifts: rota
          .filter((each) => each.team === team)
          .map(({ checkpoint, shift }) => ({ checkpoint, shift })),
      }
    })
}

function channelSetting(db: Connection, port: PortModel, channel: Channel): ChannelSetting {
  return {
    channel: channel.code,
    names: datedNames(port, 'channel', channel.code),
    kind: channel.kind,
    directions: [...channel.directions],
    eligible: channel.eligible && [...channel.eligible],
    ...openSpan(channel),
    figures: openingEnds(db, channel.code),
    outages: channel.outages.map(outageSetting),
  }
}

function outageSetting({
  id,
  from,
  fromMinute,
  to,
  toMinute,
  reason,
}: Outage): ChannelSetting['outages'][number] {
  const isOpen = to === always.to
  return {
    id,
    from,
    fromTime: timeOf(fromMinute),
    to: isOpen ? null : to,
    toTime: isOpen ? null : timeOf(toMinute),
    reason,
  }
}

function officerSetting(db: Connection, { number, name, kinds, teams, ...dates }: Officer): OfficerSetting {
  return {
    officer: number,
    name,
    kinds: [...kinds],
    ...openSpan(dates),
    teams: teams.map((member) => ({ team: member.team, ...openSpan(member) })),
    figures: dutyEnds(db, number),
  }
}
