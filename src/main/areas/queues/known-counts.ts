import { addDays, minutesInDay } from '../../../shared/dates.ts'
import { parsePeriod } from '../../../shared/periods.ts'
import type { Span } from '../../../shared/staffing/spans.ts'
import type { Direction } from '../../../shared/words.ts'
import type { Connection } from '../../book/connection.ts'
import { countsOn, sumsByPeriod } from './arrivals.sql.ts'

/** The shifts and hours of how many days back say who comes and when. */
export const recentDays = 56

/** A shift of a board, or the day of a checkpoint that counts by day, with its minutes. */
export interface BoardShiftSpan extends Span {
  shift: string
}

/** What the lines of a queue had in one shift. */
export interface ShiftCounts {
  /** By the shift's own figures; of lines without one by their hours. Null where neither is known. */
  sum: number | null
  /** Whether the sum is the whole shift's, or only of the hours that were counted so far. */
  isWhole: boolean
  /** By the minute of the board at which the hour begins. */
  hours: Map<number, number>
}

/** What was counted in this very shift of a date. */
export function countsOfShift(
  db: Connection,
  place: { checkpoint: string; date: string; direction: Direction },
  shift: BoardShiftSpan,
  lines: readonly string[],
): ShiftCounts {
  const rows = countsOn(db, place.checkpoint, place.direction, place.date, addDays(place.date, 1))
  const hours = new Map<number, number>()
  let sum: number | null = null
  let isWhole = true
  for (const line of lines) {
    let ofShift: number | null = null
    let ofHours: number | null = null
    for (const row of rows) {
      if (row.line !== line) continue
      const within = placeIn(shift, row.period, row.date === place.date)
      if (within === 'shift') ofShift = (ofShift ?? 0) + row.value
      else if (within !== null) {
        ofHours = (ofHours ?? 0) + row.value
        hours.set(within, (hours.get(within) ?? 0) + row.value)
      }
    }
    const known = ofShift ?? ofHours
    if (known !== null) sum = (sum ?? 0) + known
    if (ofShift === null && ofHours !== null) isWhole = false
  }
  return { sum, isWhole: isWhole && sum !== null, hours }
}

/** Where a period lies in a shift: the shift (or a part of it), the minute of an hour of it, or null elsewhere. */
function placeIn(shift: BoardShiftSpan, text: string, isFirstDate: boolean): 'shift' | number | null {
  const period = parsePeriod(text)
  if (period === null || period.level === 'month') return null
  if (period.level === 'day') return shift.shift === 'day' && isFirstDate ? 'shift' : null
  if (period.shift !== shift.shift || isFirstDate === (period.part === 2)) return null
  if (period.level === 'shift') return 'shift'
  return minuteOfHour(shift, period.hour)
}

/** The minute of the board at which an hour of a shift begins: after midnight where it lies before the shift's start. */
function minuteOfHour(shift: Span, hour: number): number {
  return hour * 60 + 60 <= shift.from ? hour * 60 + minutesInDay : hour * 60
}

/** What was counted in the same direction in the days before a date. */
export interface RecentCounts {
  /** Of lines over all shifts and days: for shares. */
  sumOf(lines: readonly string[]): number
  /** Mean of the same shift over the days on which it has figures; null without any. */
  meanOf(lines: readonly string[], shift: string): number | null
  /** Of the hours of a shift, by the minute of the board at which each begins. */
  hoursOf(lines: readonly string[], shift: BoardShiftSpan): Map<number, number>
}

export function recentCounts(
  db: Connection,
  { checkpoint, date, direction }: { checkpoint: string; date: string; direction: Direction },
): RecentCounts {
  const rows = sumsByPeriod(db, checkpoint, direction, addDays(date, -recentDays), addDays(date, -1)).map(
    (row) => ({ ...row, period: parsePeriod(row.period) }),
  )
  return {
    sumOf: (lines) =>
      rows.reduce(
        (sum, row) => sum + (lines.includes(row.line) && row.period?.level !== 'hour' ? row.sum : 0),
        0,
      ),
    meanOf: (lines, shift) => {
      let [sum, dates] = [0, 0]
      for (const { line, period, ...row } of rows) {
        if (!lines.includes(line) || period === null) continue
        const isOfShift = period.level === 'shift' ? period.shift === shift : period.level === shift
        if (!isOfShift) continue
        sum += row.sum
        dates = Math.max(dates, row.dates)
      }
      return dates === 0 ? null : sum / dates
    },
    hoursOf: (lines, shift) => {
      const hours = new Map<number, number>()
      for (const { line, period, sum } of rows) {
        if (period?.level !== 'hour' || period.shift !== shift.shift || !lines.includes(line)) continue
        const minute = minuteOfHour(shift, period.hour)
        hours.set(minute, (hours.get(minute) ?? 0) + sum)
      }
      return hours
    },
  }
}
