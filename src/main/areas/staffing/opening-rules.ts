import type { Duty } from '../../../shared/contract/staffing.ts'
import { addDays, minutesInDay, timeOf } from '../../../shared/dates.ts'
import { AppError, type ErrorDetails } from '../../../shared/errors.ts'
import { minutesApart, overlaps, type Span, without } from '../../../shared/staffing/spans.ts'
import { endOf, type Plan } from '../../../shared/staffing/staffing-words.ts'
import type { Direction } from '../../../shared/words.ts'
import type { Connection } from '../../book/connection.ts'
import { holdsOn, type PortModel } from '../reference/port-model.ts'
import { dutiesOfOfficer, openingsOfChannel } from './openings.sql.ts'
import { knownShiftSpan, type ShiftPlace } from './shift-place.ts'
import { type Channel, outageSpan, type StaffingModel } from './staffing-model.ts'

/** An opening as somebody wants it to be. */
export interface WantedOpening {
  channel: string
  plan: Plan
  direction: Direction
  startsMinute: number
  endsMinute: number | null
  headCount: number | null
  duties: readonly Duty[]
}

export interface RuleContext {
  db: Connection
  port: PortModel
  model: StaffingModel
  place: ShiftPlace
  /** The shift's minutes. */
  shift: Span
}

/** How a span is named in a refusal: clock times, also after midnight. */
export const timesOf = ({ from, to }: Span): { from: string; to: string } => ({
  from: clockOf(from),
  to: to % minutesInDay === 0 ? '24:00' : clockOf(to),
})

const clockOf = (minute: number): string => timeOf(((minute % minutesInDay) + minutesInDay) % minutesInDay)

/**
 * Refuses an opening that cannot be. What an opening already was is not refused again: a channel that went out of service
 * under it can still be closed.
 * @param id of the opening itself, which stands in nobody's way
 * @param before the minutes in which it was open on this channel and in this direction before a change
 * @throws AppError opening-ends-first, outside-shift, unknown-channel, channel-not-in-service, channel-not-that-way,
 *   channel-out-of-service, channel-open-already, and those of duties
 */
export function checkOpening(
  context: RuleContext,
  id: string,
  wanted: WantedOpening,
  before: Span | null = null,
): void {
  const { place, shift } = context
  const { startsMinute, endsMinute } = wanted
  const span = { from: startsMinute, to: endsMinute ?? shift.to }
  const details = { channel: wanted.channel, ...timesOf(span) }
  if (endsMinute !== null && endsMinute <= startsMinute) throw new AppError('opening-ends-first', details)
  if (startsMinute < shift.from || startsMinute >= shift.to || span.to > shift.to) {
    throw new AppError('outside-shift', { ...details, starts: timesOf(shift).from, ends: timesOf(shift).to })
  }
  const channel = channelOf(context, wanted.channel)
  const added = before ? without(span, [before]) : [span]
  if (added.length > 0) {
    const served = context.port.checkpoints.get(place.checkpoint)?.directions ?? []
    if (!channel.directions.includes(wanted.direction) || !served.includes(wanted.direction)) {
      throw new AppError('channel-not-that-way', { channel: channel.code, direction: wanted.direction })
    }
    // Without an end nobody says that it will be open in a later outage.
    const sure = endsMinute === null ? [{ from: startsMinute, to: startsMinute + 1 }] : added
    refuseOutage(channel, place.date, before && endsMinute === null ? [] : sure)
    refuseOpenTwice(context, id, wanted, added)
  }
  checkDuties(context, id, wanted, span)
}

/** @throws AppError unknown-channel, channel-not-in-service */
function channelOf({ model, place }: RuleContext, code: string): Channel {
  const channel = model.channels.get(code)
  if (!channel || channel.checkpoint !== place.checkpoint) {
    throw new AppError('unknown-channel', { channel: code })
  }
  if (!holdsOn(channel, place.date)) {
    throw new AppError('channel-not-in-service', { channel: code, date: place.date })
  }
  return channel
}

function refuseOutage(channel: Channel, date: string, spans: readonly Span[]): void {
  for (const outage of channel.outages) {
    const out = outageSpan(outage, date)
    if (!spans.some((span) => overlaps(span, out))) continue
    throw new AppError('channel-out-of-service', {
      channel: channel.code,
      ...timesOf({ from: Math.max(out.from, 0), to: Math.min(out.to, 2 * minutesInDay) }),
      ...(outage.reason === null ? {} : { reason: outage.reason }),
    })
  }
}

function refuseOpenTwice(
  { db, port, place: { date } }: RuleContext,
  id: string,
  { channel, plan }: WantedOpening,
  spans: readonly Span[],
): void {
  for (const other of openingsOfChannel(db, channel, plan, addDays(date, -1), addDays(date, 1))) {
    if (other.id === id) continue
    const by = minutesApart(date, other.date)
    const taken = { from: other.startsMinute + by, to: endOf(other, knownShiftSpan(port, other)) + by }
    if (!spans.some((span) => overlaps(span, taken))) continue
    throw new AppError('channel-open-already', { channel, ...timesOf(taken) })
  }
}

/** @throws AppError unknown-officer, officer-not-in-service, duty-outside-opening, officer-elsewhere */
function checkDuties(context: RuleContext, id: string, { duties, plan }: WantedOpening, span: Span): void {
  const { model, place } = context
  for (const [index, duty] of duties.entries()) {
    const minutes = { from: duty.startsMinute, to: duty.endsMinute ?? span.to }
    const details = { officer: duty.officer, ...timesOf(minutes) }
    const officer = model.officers.get(duty.officer)
    if (!officer) throw new AppError('unknown-officer', { officer: duty.officer })
    if (!holdsOn(officer, place.date)) {
      throw new AppError('officer-not-in-service', { officer: duty.officer, date: place.date })
    }
    if (minutes.to <= minutes.from || minutes.from < span.from || minutes.to > span.to) {
      throw new AppError('duty-outside-opening', details)
    }
    const twice = duties
      .slice(0, index)
      .some(
        (other) =>
          other.officer === duty.officer &&
          overlaps(minutes, { from: other.startsMinute, to: other.endsMinute ?? span.to }),
      )
    if (twice) throw new AppError('officer-twice', details)
    refuseElsewhere(context, id, duty.officer, plan, minutes)
  }
}

function refuseElsewhere(
  { db, port, place: { date } }: RuleContext,
  id: string,
  officer: string,
  plan: Plan,
  minutes: Span,
): void {
  for (const other of dutiesOfOfficer(db, officer, plan, addDays(date, -1), addDays(date, 1))) {
    if (other.id === id) continue
    const by = minutesApart(date, other.date)
    const ends = other.dutyEnds ?? endOf(other, knownShiftSpan(port, other))
    const taken = { from: other.dutyStarts + by, to: ends + by }
    if (!overlaps(minutes, taken)) continue
    const details: ErrorDetails = { officer, channel: other.channel, ...timesOf(taken) }
    throw new AppError('officer-elsewhere', details)
  }
}
