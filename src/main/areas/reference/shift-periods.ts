import { addDays, minutesInDay } from '../../../shared/dates.ts'
import { formatPeriod, type Period } from '../../../shared/periods.ts'
import type { MidnightRule } from '../../../shared/words.ts'
import { type Checkpoint, holdsOn, type PortModel, type Shift } from './port-model.ts'

/** A span of minutes from a local date's midnight; beyond 1440 for a night counted wholly on the day it began. */
export interface Span {
  date: string
  from: number
  to: number
}

/** The part of a shift that falls on one calendar date, and the period its counts are kept under. */
export interface ShiftPart extends Span {
  shift: string
  /** The date that the shift began on. */
  began: string
  period: string
}

/** Whether shifts that begin on this date are counted in two parts over midnight or wholly on the day they began. */
export function midnightRule(port: PortModel, date: string): MidnightRule {
  return port.midnightRules.findLast((rule) => rule.from <= date)?.rule ?? 'split'
}

/** The shifts of a checkpoint that begin on a date, by their start. */
export function shiftsBeginningOn(checkpoint: Checkpoint, date: string): Shift[] {
  return checkpoint.shifts.filter((shift) => holdsOn(shift, date))
}

/** One part, or two over midnight where the port's rule splits them. */
export function partsOfShift(port: PortModel, shift: Shift, began: string): ShiftPart[] {
  const { code, startsMinute, endsMinute } = shift
  const whole = { shift: code, began, date: began, period: code, from: startsMinute }
  if (!shift.overMidnight) return [{ ...whole, to: endsMinute }]
  if (midnightRule(port, began) === 'start-day') return [{ ...whole, to: minutesInDay + endsMinute }]
  const before = formatPeriod({ level: 'shift', shift: code, part: 1 })
  const after = formatPeriod({ level: 'shift', shift: code, part: 2 })
  return [
    { ...whole, period: before, to: minutesInDay },
    { shift: code, began, date: addDays(began, 1), period: after, from: 0, to: endsMinute },
  ].filter((part) => part.to > part.from)
}

/** Every part of a shift whose counts belong to this calendar date. */
export function partsOnDate(port: PortModel, checkpoint: Checkpoint, date: string): ShiftPart[] {
  if (checkpoint.shifts.length === 0) return []
  return [addDays(date, -1), date].flatMap((began) =>
    shiftsBeginningOn(checkpoint, began)
      .flatMap((shift) => partsOfShift(port, shift, began))
      .filter((part) => part.date === date),
  )
}

/**
 * Where a period lies, or null where this checkpoint has no such period on this date:
 * an unknown shift, a part of a shift that has none, an hour outside its shift.
 */
export function locatePeriod(
  port: PortModel,
  checkpoint: Checkpoint,
  date: string,
  period: Period,
): Span | null {
  if (period.level === 'month') return null
  if (period.level === 'day') return { date, from: 0, to: minutesInDay }
  const text = formatPeriod({ level: 'shift', shift: period.shift, part: period.part })
  const part = partsOnDate(port, checkpoint, date).find((candidate) => candidate.period === text)
  if (!part) return null
  if (period.level === 'shift') return part
  const from = [period.hour * 60, period.hour * 60 + minutesInDay].find(
    (minute) => minute < part.to && minute + 60 > part.from,
  )
  return from === undefined
    ? null
    : { date, from: Math.max(from, part.from), to: Math.min(from + 60, part.to) }
}
