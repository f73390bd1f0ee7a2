import type { Direction } from '../../../shared/words.ts'
import type { Connection } from '../../book/connection.ts'
import { type Checkpoint, holdsOn, type Line, type PortModel } from '../reference/port-model.ts'
import { type LineDay, selectLineDays } from './counts-by-day.sql.ts'
import { workedDay } from './worked-days.ts'

/**
 * What came on each date in one direction; NaN on a date that is not known whole. A line is known by its shifts where
 * every open one has a figure, else by its day row (DESIGN, Periods), and a date where every line that is in use is.
 * @param dates one after the other
 */
export function dayHistory(
  db: Connection,
  port: PortModel,
  checkpoint: Checkpoint,
  lines: readonly Line[],
  direction: Direction,
  dates: readonly string[],
): Float64Array {
  const [first, last] = [dates[0], dates.at(-1)]
  if (first === undefined || last === undefined) return new Float64Array(0)
  const places = new Map(dates.map((date, place) => [date, place]))
  const known = lines.map((line) => {
    const values = new Float64Array(dates.length).fill(Number.NaN)
    for (const row of selectLineDays(db, checkpoint.code, line.code, direction, first, last)) {
      const place = places.get(row.date)
      if (place !== undefined) values[place] = wholeValue(row, workedDay(port, checkpoint, row.date).shifts)
    }
    return values
  })
  const any = dates.map((_, place) => known.some((values) => isKnown(values[place])))
  const needed = lines.map((line, index) => {
    const valid = dates.map((date) => isCounted(checkpoint, line, date))
    const chances = valid.filter((isValid, place) => isValid && any[place]).length
    const met = valid.filter((isValid, place) => isValid && isKnown(known[index]?.[place])).length
    return met * 2 >= chances && met > 0 ? valid : null
  })
  return Float64Array.from(dates, (_, place) => {
    if (!any[place]) return Number.NaN
    const lacks = known.some((values, index) => needed[index]?.[place] && !isKnown(values[place]))
    if (lacks) return Number.NaN
    return known.reduce((sum, values) => sum + (isKnown(values[place]) ? (values[place] ?? 0) : 0), 0)
  })
}

function wholeValue({ shifts, shiftSum, dayRows, dayValue }: LineDay, expected: number): number {
  if (shifts > 0 && shifts >= expected) return shiftSum ?? 0
  return dayRows === 1 ? (dayValue ?? 0) : Number.NaN
}

const isKnown = (value: number | undefined): boolean => value !== undefined && !Number.isNaN(value)

function isCounted(checkpoint: Checkpoint, line: Line, date: string): boolean {
  const onSheet = checkpoint.sheet.get(line.code)
  return onSheet !== undefined && holdsOn(onSheet, date) && holdsOn(line, date)
}
