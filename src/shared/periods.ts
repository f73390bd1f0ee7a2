import { z } from 'zod'

/**
 * The period of a count within its date (or month), as one short text:
 * `month`, `day`, a shift's code, `night/1` and `night/2` for the parts of a shift before and after midnight,
 * `morning@10` or `night/1@22` for the hour that begins at 10:00 or 22:00.
 * The count's date is always the calendar date: part 2 of a night belongs to the date after the one it began on.
 */
export type Period =
  | { level: 'month' }
  | { level: 'day' }
  | { level: 'shift'; shift: string; part: Part }
  | { level: 'hour'; shift: string; part: Part; hour: number }

/** 0 a shift within one date (or counted wholly on the day it began), 1 before midnight, 2 after. */
export type Part = 0 | 1 | 2

const pattern = /^([a-z0-9][a-z0-9-]{0,39})(?:\/([12]))?(?:@([0-9]|1[0-9]|2[0-3]))?$/

/** Words that mean something in a period and can therefore not be the code of a shift. */
export const reservedShiftCodes: readonly string[] = ['day', 'month']

/** Reads a period's text; null where it is none. */
export function parsePeriod(text: string): Period | null {
  if (text === 'month' || text === 'day') return { level: text }
  const match = pattern.exec(text)
  if (!match?.[1] || reservedShiftCodes.includes(match[1])) return null
  const part = Number(match[2] ?? 0) as Part
  if (match[3] === undefined) return { level: 'shift', shift: match[1], part }
  return { level: 'hour', shift: match[1], part, hour: Number(match[3]) }
}

/** The text of a period, the reverse of `parsePeriod`. */
export function formatPeriod(period: Period): string {
  if (period.level === 'month' || period.level === 'day') return period.level
  const part = period.part === 0 ? period.shift : `${period.shift}/${period.part}`
  return period.level === 'shift' ? part : `${part}@${period.hour}`
}

export const PeriodText = z.string().refine((text) => parsePeriod(text) !== null, 'a period')
