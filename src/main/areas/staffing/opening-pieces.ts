import { addDays, minuteAt, minutesInDay } from '../../../shared/dates.ts'
import { minutesApart, type Span } from '../../../shared/staffing/spans.ts'
import { endOf } from '../../../shared/staffing/staffing-words.ts'
import { today } from '../reference/describe-port.ts'
import type { PortModel } from '../reference/port-model.ts'
import { midnightRule } from '../reference/shift-periods.ts'
import type { OpeningTimes } from './openings.sql.ts'
import { knownShiftSpan } from './shift-place.ts'

/** A part of an opening or duty, in minutes of the date that its shift began on. */
export interface Piece extends Span {
  /** The date that it counts on. */
  date: string
}

/** What counts on which date of a span that began on one: after midnight on the next, or all on the first, by the port's rule. */
export function piecesByDate(port: PortModel, date: string, whole: Span): Piece[] {
  if (whole.to <= whole.from) return []
  if (whole.to <= minutesInDay || midnightRule(port, date) === 'start-day') return [{ ...whole, date }]
  return [
    { from: whole.from, to: minutesInDay, date },
    { from: Math.max(whole.from, minutesInDay), to: whole.to, date: addDays(date, 1) },
  ].filter((piece) => piece.from < piece.to)
}

/** When openings end: without an end of their own with their shift, or now while it lasts. */
export class OpeningEnds {
  readonly #port: PortModel
  readonly #today: string
  readonly #minute: number

  constructor(port: PortModel, now: number) {
    this.#port = port
    this.#today = today(port, now)
    this.#minute = port.sample ? Number.POSITIVE_INFINITY : minuteAt(now, port.zone)
  }

  /** @returns a minute of the date that the shift began on */
  of([, date, checkpoint, , shift, , , startsMinute, endsMinute]: OpeningTimes): number {
    if (endsMinute !== null) return endsMinute
    const shiftEnds = knownShiftSpan(this.#port, { checkpoint, date, shift }).to
    const now = minutesApart(date, this.#today) + this.#minute
    return endOf({ endsMinute: null }, { from: startsMinute, to: Math.min(shiftEnds, now) })
  }
}
