import type { Board, BoardShift, Opening } from '../../../shared/contract/staffing.ts'
import { addDays, minuteAt, minutesInDay } from '../../../shared/dates.ts'
import { AppError } from '../../../shared/errors.ts'
import { boardWarnings } from '../../../shared/staffing/board-warnings.ts'
import { commonSpan, minutesApart, type Span } from '../../../shared/staffing/spans.ts'
import type { Connection } from '../../book/connection.ts'
import type { QueryContext } from '../../book/handlers.ts'
import { minutesOpen } from '../reference/calendar.ts'
import { today } from '../reference/describe-port.ts'
import { namesOn } from '../reference/names.ts'
import { neighbours } from '../reference/neighbouring-shifts.ts'
import { type Checkpoint, holdsOn, type PortModel, portModel } from '../reference/port-model.ts'
import { checkpointOf } from '../reference/settings/setting-rules.ts'
import { shiftState } from '../reference/shift-state.ts'
import { dutiesOn, openingsOn, type StoredDuty, type StoredOpening } from './openings.sql.ts'
import { type ShiftPlace, shiftsOfBoard, wholeDay } from './shift-place.ts'
import {
  channelsOn,
  outageSpan,
  rotaOn,
  ruleOn,
  type StaffingModel,
  serviceSecondsOn,
  staffingModel,
  teamOn,
} from './staffing-model.ts'

/** @throws AppError unknown-checkpoint, checkpoint-not-in-service, unknown-shift */
export function readBoard({ db, now }: QueryContext, place: ShiftPlace): Board {
  const port = portModel(db)
  const model = staffingModel(db)
  const { date } = place
  const checkpoint = checkpointOf(port, place.checkpoint)
  if (!holdsOn(checkpoint, date)) throw new AppError('checkpoint-not-in-service', { ...place })
  const shifts = shiftsOfBoard(checkpoint, place)
  if (shifts.length === 0) throw new AppError('unknown-shift', { ...place })
  const whole = {
    from: Math.min(...shifts.map(({ span }) => span.from)),
    to: Math.max(...shifts.map(({ span }) => span.to)),
  }
  const { open, closed } = minutesOpen(checkpoint, { date, ...whole })
  const isAll = place.shift === wholeDay
  const openings = openingsOn(db, checkpoint.code, date).filter(
    (opening) => isAll || opening.shift === place.shift,
  )
  const own = Map.groupBy(dutiesOn(db, checkpoint.code, date), (duty) => duty.opening)
  const { heads, longestDutyMinutes, target } = ruleOn(model, checkpoint.code, date)
  const board = {
    checkpoint: checkpoint.code,
    date,
    shift: place.shift,
    startsMinute: whole.from,
    endsMinute: whole.to,
    shifts: shifts.map((shift) => boardShift(db, port, now, checkpoint, date, shift)),
    open,
    closed: closed.map(({ from, to, closure }) => ({
      from,
      to,
      reason: closure === null ? null : namesOn(port, 'closure', closure, date),
    })),
    nowMinute: nowWithin(port, now, date, whole),
    channels: boardChannels(port, model, checkpoint.code, date, whole),
    openings: openings.map((opening) => asShown(opening, own.get(opening.id) ?? [])),
    rule: { heads, longestDutyMinutes, target },
    officers: boardOfficers(model, checkpoint.code, date),
    ...neighbours(checkpoint, date, place.shift),
  }
  return { ...board, warnings: boardWarnings({ ...board, isPast: date < today(port, now) }) }
}

/** An opening with its officers as the contract has it. */
export function asShown(opening: StoredOpening, duties: readonly StoredDuty[]): Opening {
  const { id, shift, channel, plan, direction, startsMinute, endsMinute, headCount } = opening
  return {
    opening: id,
    shift,
    channel,
    plan,
    direction,
    startsMinute,
    endsMinute,
    headCount,
    duties: duties.map((duty) => ({
      officer: duty.officer,
      role: duty.role,
      startsMinute: duty.startsMinute,
      endsMinute: duty.endsMinute,
    })),
  }
}

function boardShift(
  db: Connection,
  port: PortModel,
  now: number,
  { code }: Checkpoint,
  date: string,
  { shift, span }: { shift: string; span: Span },
): BoardShift {
  const state = shiftState(db, code, date, shift)
  const isOpen = state === 'open'
  return {
    shift,
    names: shift === wholeDay ? null : namesOn(port, 'shift', `${code}/${shift}`, date),
    startsMinute: span.from,
    endsMinute: span.to,
    state,
    editable: { planned: isOpen, actual: isOpen && date <= today(port, now) },
  }
}

/** The minute of the port's clock from 00:00 of a date, where a board shows it. */
function nowWithin(port: PortModel, now: number, date: string, span: Span): number | null {
  if (port.sample) return null
  const minute = minutesApart(date, today(port, now)) + minuteAt(now, port.zone)
  return span.from <= minute && minute < span.to + minutesInDay && minute <= 2 * minutesInDay ? minute : null
}

function boardChannels(
  port: PortModel,
  model: StaffingModel,
  checkpoint: string,
  date: string,
  whole: Span,
): Board['channels'] {
  return channelsOn(model, checkpoint, date).map((channel) => ({
    channel: channel.code,
    names: namesOn(port, 'channel', channel.code, date),
    kind: channel.kind,
    directions: [...channel.directions],
    eligible: channel.eligible && [...channel.eligible],
    serviceSeconds: serviceSecondsOn(model, channel.kind, checkpoint, date),
    outages: channel.outages
      .filter((outage) => outage.from <= addDays(date, 1) && date <= outage.to)
      .flatMap((outage) => {
        const span = commonSpan(outageSpan(outage, date), whole)
        return span ? [{ id: outage.id, ...span, reason: outage.reason }] : []
      }),
  }))
}

function boardOfficers(model: StaffingModel, checkpoint: string, date: string): Board['officers'] {
  const rota = rotaOn(model, checkpoint, date)
  return [...model.officers.values()]
    .filter((officer) => holdsOn(officer, date))
    .map((officer) => {
      const team = teamOn(officer, date)
      return {
        officer: officer.number,
        name: officer.name,
        kinds: [...officer.kinds],
        team,
        shifts: rota.filter((each) => each.team === team).map((each) => each.shift),
      }
    })
}
