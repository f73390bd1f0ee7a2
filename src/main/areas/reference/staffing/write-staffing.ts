import { v7 as uuidv7 } from 'uuid'
import { addDays, minuteOf, minutesInDay } from '../../../../shared/dates.ts'
import type { PortStaffing } from '../../../../shared/staffing/port-staffing.ts'
import type { Names } from '../../../../shared/words.ts'
import type { Batch } from '../../../book/batch.ts'
import { always } from '../open-dates.ts'

interface Named {
  names: Names
  renamed: { from: string; names: Names }[]
}

/** Writes the staffing of a port file into a new book. */
export function writeStaffing(
  batch: Batch,
  staffing: PortStaffing,
  writeNames: (entity: 'channel' | 'team' | 'route', code: string, named: Named) => void,
): void {
  const dates = ({ from, to }: { from?: string | undefined; to?: string | undefined }) => ({
    from_date: from ?? always.from,
    to_date: to ?? always.to,
  })
  for (const [position, channel] of staffing.channels.entries()) {
    const { code, checkpoint, kind, eligible } = channel
    batch.put('channel', [code], {
      checkpoint,
      kind,
      directions: JSON.stringify(channel.directions.toSorted()),
      eligible: eligible === undefined ? null : JSON.stringify([...new Set(eligible)]),
      position,
      ...dates(channel),
    })
    for (const { from, fromTime, to, toTime, reason } of channel.outages) {
      // An outage up to 00:00 ends with the day before.
      const isMidnight = to !== undefined && toTime === '00:00'
      batch.put('channel_outage', [uuidv7()], {
        channel: code,
        from_date: from,
        from_minute: minuteOf(fromTime),
        to_date: isMidnight ? addDays(to, -1) : (to ?? always.to),
        to_minute: to === undefined || isMidnight ? minutesInDay : minuteOf(toTime),
        reason: reason ?? null,
      })
    }
    writeNames('channel', code, channel)
  }
  for (const { kind, checkpoint, from, seconds } of staffing.serviceTimes) {
    batch.put('service_time', [kind, checkpoint ?? '', from ?? always.from], { seconds })
  }
  for (const { checkpoint, from, heads, longestDutyMinutes, target } of staffing.rules) {
    batch.put('staffing_rule', [checkpoint, from ?? always.from], {
      heads,
      longest_duty: longestDutyMinutes ?? null,
      target_minutes: target.minutes,
      target_percent: target.percent ?? null,
    })
  }
  for (const [position, team] of staffing.teams.entries()) {
    batch.put('team', [team.code], { position, ...dates(team) })
    writeNames('team', team.code, team)
  }
  for (const { checkpoint, from, to, cycleDays, days } of staffing.rotas) {
    for (const { day, shift, team } of days) {
      const span = { cycle_days: cycleDays, to_date: to ?? always.to }
      batch.put('rota', [checkpoint, from, day - 1, shift, team], span)
    }
  }
  for (const [position, route] of staffing.routes.entries()) {
    batch.put('route', [route.code], {
      checkpoint: route.checkpoint ?? null,
      crosses_border: route.crossesBorder ? 1 : 0,
      line: route.busLine ?? null,
      passenger_line: route.passengerLine ?? null,
      zone: route.zone ?? null,
      position,
      ...dates(route),
    })
    writeNames('route', route.code, route)
  }
}
