import { eachDate, firstOfMonth, lastOfMonth, monthOf } from '../../../shared/dates.ts'
import {
  type Known,
  type Settled,
  settleDay,
  settleMonth,
  settleMonths,
  settleShift,
} from '../../../shared/period-rule.ts'
import type { Direction } from '../../../shared/words.ts'
import type { Connection } from '../../book/connection.ts'
import { dayIsClosed, openingOf } from '../reference/calendar.ts'
import type { Checkpoint, Line, PortModel, Validity } from '../reference/port-model.ts'
import { partsOnDate, type ShiftPart } from '../reference/shift-periods.ts'
import { type SeriesRow, selectSeries } from './figures.sql.ts'
import type { DateSpan } from './report-spans.ts'

/** What a report is about: dates, or the parts of one shift. */
export type Selection = DateSpan & { parts: readonly ShiftPart[] | null }

/** Told of every settled piece: a date, a month that only its month row knows, or a part of a shift. */
export type OnPiece = (at: string, period: string, settled: Settled) => void

/** Reads lines by the period rule; what the calendar expects of a date is worked out once for all lines. */
export class LineFigures {
  readonly #db: Connection
  readonly #port: PortModel
  readonly #today: string
  readonly #expected = new Map<string, { closed: boolean; shifts: string[] | null }>()

  constructor(db: Connection, port: PortModel, today: string) {
    this.#db = db
    this.#port = port
    this.#today = today
  }

  /** The figure of one line in one direction over the selection. */
  settle(
    checkpoint: Checkpoint,
    line: Line,
    direction: Direction,
    selection: Selection,
    onPiece?: OnPiece,
  ): Settled {
    const rows = selectSeries(
      this.#db,
      checkpoint.code,
      line.code,
      direction,
      monthOf(selection.from),
      selection.to,
    )
    if (selection.parts) return settleParts(rows, selection.parts, onPiece)
    return this.#settleDates(rows, checkpoint, line, selection, onPiece)
  }

  #settleDates(
    rows: readonly SeriesRow[],
    checkpoint: Checkpoint,
    line: Line,
    selection: DateSpan,
    onPiece: OnPiece | undefined,
  ): Settled {
    const onSheet = checkpoint.sheet.get(line.code)
    const validities: Validity[] = [checkpoint, line, ...(onSheet ? [onSheet] : [])]
    const first = validities.map((span) => span.from).reduce(later, selection.from)
    const last = validities.map((span) => span.to).reduce(earlier, earlier(selection.to, this.#today))
    const byDate = Map.groupBy(rows, (row) => row.date)
    const months: Settled[] = []
    for (const [month, dates] of datesByMonth(first, last)) {
      const days = dates.map((date) => {
        const day = this.#settleDate(checkpoint, date, byDate.get(date) ?? [])
        onPiece?.(date, 'day', day)
        return day
      })
      const whole = selection.from <= firstOfMonth(month) && lastOfMonth(month) <= selection.to
      const monthRow = byDate.get(month)?.[0]
      const settled = settleMonth(month, monthRow, days, whole)
      if (monthRow && whole) onPiece?.(month, 'month', settled)
      months.push(settled)
    }
    return settleMonths(months)
  }

  #settleDate(checkpoint: Checkpoint, date: string, rows: readonly SeriesRow[]): Settled {
    const only = rows.length === 1 ? rows[0] : undefined
    if (only?.span === 'day') return settleShift(only, date)
    const expected = this.#expectedOn(checkpoint, date)
    const shifts = new Map<string, Known>(
      rows.filter((row) => row.span !== 'day').map((row) => [row.span, row]),
    )
    if (shifts.size > 0 && !expected.shifts) expected.shifts = this.#openShifts(checkpoint, date)
    const dayRow = rows.find((row) => row.span === 'day')
    return settleDay(date, dayRow, shifts, expected.shifts ?? [], expected.closed)
  }

  #expectedOn(checkpoint: Checkpoint, date: string): { closed: boolean; shifts: string[] | null } {
    const key = `${checkpoint.code} ${date}`
    let expected = this.#expected.get(key)
    if (!expected) {
      expected = { closed: dayIsClosed(checkpoint, date), shifts: null }
      this.#expected.set(key, expected)
    }
    return expected
  }

  #openShifts(checkpoint: Checkpoint, date: string): string[] {
    return partsOnDate(this.#port, checkpoint, date)
      .filter((part) => openingOf(checkpoint, part).open !== 'no')
      .map((part) => part.period)
  }
}

function settleParts(
  rows: readonly SeriesRow[],
  parts: readonly ShiftPart[],
  onPiece: OnPiece | undefined,
): Settled {
  const settled = parts.map((part) => {
    const row = rows.find((candidate) => candidate.date === part.date && candidate.span === part.period)
    const figure = settleShift(row, part.date)
    onPiece?.(part.date, part.period, figure)
    return figure
  })
  return settleMonths(settled)
}

const dateLists = new Map<string, [string, string[]][]>()

/** The dates of a span by month; the last few spans are kept, since every line of a report asks for the same. */
function datesByMonth(from: string, to: string): [string, string[]][] {
  const key = `${from} ${to}`
  let months = dateLists.get(key)
  if (!months) {
    months = from <= to ? [...Map.groupBy(eachDate(from, to), monthOf)] : []
    if (dateLists.size >= 16) dateLists.clear()
    dateLists.set(key, months)
  }
  return months
}

const later = (a: string, b: string): string => (a > b ? a : b)
const earlier = (a: string, b: string): string => (a < b ? a : b)
