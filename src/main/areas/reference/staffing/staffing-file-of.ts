import { timeOf } from '../../../../shared/dates.ts'
import type { PortStaffing } from '../../../../shared/staffing/port-staffing.ts'
import type { Direction, Names } from '../../../../shared/words.ts'
import type { Connection } from '../../../book/connection.ts'
import { always } from '../open-dates.ts'
import { type PortModel, portModel } from '../port-model.ts'
import { datedNames } from '../settings/read-settings.ts'
import * as sql from './staffing-file.sql.ts'

/**
 * The staffing of this book in the form of a port file, null without any. A direction that a checkpoint does not count
 * any more, and a day of a rota in a shift that is gone, stay out of it: no port file could be made with them.
 */
export function staffingFileOf(db: Connection): PortStaffing | null {
  const port = portModel(db)
  const outages = Map.groupBy(sql.selectOutagesToWrite(db), ({ channel }) => channel)
  const staffing: PortStaffing = {
    channels: sql.selectChannelsToWrite(db).flatMap((channel) => {
      const { code, checkpoint, kind, eligible } = channel
      const served = port.checkpoints.get(checkpoint)?.directions ?? []
      const directions = (JSON.parse(channel.directions) as Direction[]).filter((each) =>
        served.includes(each),
      )
      if (directions.length === 0) return []
      return [
        {
          code,
          checkpoint,
          ...named(port, 'channel', code),
          kind,
          directions,
          ...(eligible !== null && { eligible: JSON.parse(eligible) as string[] }),
          outages: (outages.get(code) ?? []).map(({ from, fromMinute, to, toMinute, reason }) => ({
            from,
            fromTime: timeOf(fromMinute),
            ...(to !== always.to && { to }),
            toTime: timeOf(toMinute),
            ...(reason !== null && { reason }),
          })),
          ...dates(channel),
        },
      ]
    }),
    serviceTimes: sql.selectServiceTimesToWrite(db).map(({ kind, checkpoint, from, seconds }) => ({
      kind,
      ...(checkpoint !== '' && { checkpoint }),
      ...begins(from),
      seconds,
    })),
    rules: sql.selectRulesToWrite(db).map(({ checkpoint, from, heads, longestDuty, minutes, percent }) => ({
      checkpoint,
      ...begins(from),
      heads,
      ...(longestDuty !== null && { longestDutyMinutes: longestDuty }),
      target: { minutes, ...(percent !== null && { percent }) },
    })),
    teams: sql
      .selectTeamsToWrite(db)
      .map((team) => ({ code: team.code, ...named(port, 'team', team.code), ...dates(team) })),
    rotas: rotasOf(db, port),
    routes: sql.selectRoutesToWrite(db).map(({ code, crossesBorder, ...route }) => ({
      code,
      ...named(port, 'route', code),
      ...(route.checkpoint !== null && { checkpoint: route.checkpoint }),
      crossesBorder: crossesBorder === 1,
      ...(route.busLine !== null && { busLine: route.busLine }),
      ...(route.passengerLine !== null && { passengerLine: route.passengerLine }),
      ...(route.zone !== null && { zone: route.zone }),
      ...dates(route),
    })),
  }
  return Object.values(staffing).some((list) => list.length > 0) ? staffing : null
}

function rotasOf(db: Connection, port: PortModel): PortStaffing['rotas'] {
  const rows = sql.selectRotaDaysToWrite(db).filter(({ checkpoint, shift }) => {
    const shifts = port.checkpoints.get(checkpoint)?.shifts ?? []
    return shifts.length === 0 ? shift === 'day' : shifts.some(({ code }) => code === shift)
  })
  return [...Map.groupBy(rows, ({ checkpoint, from }) => `${checkpoint} ${from}`).values()].flatMap(
    (days) => {
      const [first] = days
      if (!first) return []
      const { checkpoint, from, to, cycleDays } = first
      const worked = days.map(({ day, shift, team }) => ({ day, shift, team }))
      return [{ checkpoint, from, ...(to !== always.to && { to }), cycleDays, days: worked }]
    },
  )
}

function named(port: PortModel, entity: 'channel' | 'team' | 'route', code: string) {
  const [first, ...later] = datedNames(port, entity, code)
  const names: Names = first?.names ?? {}
  return { names, renamed: later.map(({ from, names }) => ({ from: from ?? always.from, names })) }
}

const begins = (from: string): { from?: string } => (from === always.from ? {} : { from })
const dates = ({ from, to }: { from: string; to: string }): { from?: string; to?: string } => ({
  ...begins(from),
  ...(to !== always.to && { to }),
})
