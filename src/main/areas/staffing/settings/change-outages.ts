import { v7 as uuidv7 } from 'uuid'
import type { InputOf } from '../../../../shared/contract/index.ts'
import { addDays, minuteOf, minutesInDay } from '../../../../shared/dates.ts'
import { AppError } from '../../../../shared/errors.ts'
import { minutesApart, overlaps } from '../../../../shared/staffing/spans.ts'
import { endOf } from '../../../../shared/staffing/staffing-words.ts'
import { always } from '../../reference/open-dates.ts'
import { present } from '../../reference/settings/setting-rules.ts'
import { openingsOfChannel } from '../openings.sql.ts'
import { knownShiftSpan } from '../shift-place.ts'
import { outageSpan } from '../staffing-model.ts'
import { channelOf, type StaffingContext } from './staffing-setting.ts'

/** @throws AppError unknown-channel, setting-gone, ends-before-begins, half-a-span, shift-starts-late, outage-over-openings */
export function keepOutage(
  context: StaffingContext,
  input: Omit<InputOf<'keepOutage'>, 'reason'> & { reason: string | null },
): void {
  const { batch, model } = context
  const { from, fromTime, to, toTime } = input
  const channel = channelOf(model, input.channel)
  if (input.id !== null) present(batch.row('channel_outage', [input.id]))
  if (fromTime === '24:00') throw new AppError('shift-starts-late', { field: 'fromTime' })
  if ((to === null) !== (toTime === null)) throw new AppError('half-a-span', { field: to ? 'toTime' : 'to' })
  // An outage up to 00:00 ends with the day before.
  const isMidnight = to !== null && toTime === '00:00'
  const outage = {
    id: input.id ?? uuidv7(),
    from,
    fromMinute: minuteOf(fromTime),
    to: isMidnight ? addDays(to, -1) : (to ?? always.to),
    toMinute: toTime === null || isMidnight ? minutesInDay : minuteOf(toTime),
    reason: input.reason,
  }
  const span = outageSpan(outage, from)
  if (span.to <= span.from) throw new AppError('ends-before-begins', { field: 'to' })
  if (!input.confirmed) refuseOverOpenings(context, channel.code, outage)
  batch.put('channel_outage', [outage.id], {
    channel: channel.code,
    from_date: outage.from,
    from_minute: outage.fromMinute,
    to_date: outage.to,
    to_minute: outage.toMinute,
    reason: outage.reason,
  })
}

/** @throws AppError setting-gone */
export function removeOutage({ batch }: StaffingContext, { id }: InputOf<'removeOutage'>): void {
  present(batch.row('channel_outage', [id]))
  batch.remove('channel_outage', [id])
}

function refuseOverOpenings(
  { db, port }: StaffingContext,
  channel: string,
  outage: Parameters<typeof outageSpan>[0],
): void {
  const span = outageSpan(outage, outage.from)
  const from = addDays(outage.from, -1)
  const open = (['planned', 'actual'] as const)
    .flatMap((plan) => openingsOfChannel(db, channel, plan, from, outage.to))
    .filter((opening) => {
      const by = minutesApart(outage.from, opening.date)
      const ends = endOf(opening, knownShiftSpan(port, opening))
      return overlaps(span, { from: opening.startsMinute + by, to: ends + by })
    })
  const [first] = open
  if (first) throw new AppError('outage-over-openings', { openings: open.length, date: first.date })
}
