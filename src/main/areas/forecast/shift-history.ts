import { median } from '../../../shared/forecast/daily-series.ts'
import type { Direction } from '../../../shared/words.ts'
import type { Connection } from '../../book/connection.ts'
import type { Checkpoint, Line, PortModel, Shift } from '../reference/port-model.ts'
import { partsOfShift } from '../reference/shift-periods.ts'
import { selectPeriodSums } from './counts-by-day.sql.ts'

/**
 * What came in one shift, by the date that it began on, in one direction; NaN where it is not known. Where it goes over
 * midnight, both parts must be known; a part is where as many lines have a figure as usually have.
 */
export function shiftHistory(
  db: Connection,
  port: PortModel,
  checkpoint: Checkpoint,
  { lines, direction, shift }: { lines: readonly Line[]; direction: Direction; shift: Shift },
  dates: readonly string[],
): Float64Array {
  const [first, last] = [dates[0], dates.at(-1)]
  if (first === undefined || last === undefined) return new Float64Array(0)
  const codes = lines.map((line) => line.code)
  const periods = [...new Set([first, last].flatMap((date) => periodsOf(port, shift, date)))]
  const rows = selectPeriodSums(db, checkpoint.code, codes, direction, periods, first, last)
  const usual = new Map(
    periods.map((period) => [
      period,
      median(rows.filter((row) => row.period === period).map((row) => row.lines)),
    ]),
  )
  const whole = rows.filter((row) => row.lines >= (usual.get(row.period) ?? 0))
  const values = new Map(whole.map((row) => [`${row.date} ${row.period}`, row.value ?? 0]))
  return Float64Array.from(dates, (began) => {
    const parts = partsOfShift(port, shift, began)
    return parts.reduce(
      (sum, { date, period }) => sum + (values.get(`${date} ${period}`) ?? Number.NaN),
      parts.length > 0 ? 0 : Number.NaN,
    )
  })
}

const periodsOf = (port: PortModel, shift: Shift, date: string): string[] =>
  partsOfShift(port, shift, date).map(({ period }) => period)
