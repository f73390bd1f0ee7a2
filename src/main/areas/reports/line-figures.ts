import { eachDate, firstOfMonth, lastOfMonth, monthOf } from '../../../shared/dates.ts'
import {
  type Known,
  type Settled,
  settleDay,
  settleMonth,
  settleMonths,
  settleShift,
} from '../../../shared/period-rule.ts'
import type { Direction, Total } from '../../../shared/words.ts'
import type { Connection } from '../../book/connection.ts'
import type { Checkpoint, Line, PortModel, Validity } from '../reference/port-model.ts'
import type { ShiftPart } from '../reference/shift-periods.ts'
import { expectedOn } from './expected-periods.ts'
import {
  type MonthSummary,
  type SeriesRow,
  selectMonthSummaries,
  selectPlainDaySums,
  selectSeries,
} from './figures.sql.ts'
import type { DateSpan } from './report-spans.ts'

/** What a report is about: dates, or the parts of one shift. */
export type Selection = DateSpan & { parts: readonly ShiftPart[] | null }

/**
 * Reads lines by the period rule. Months in which every expected shift or day has its plain number are added up by
 * SQLite; only the others are settled date by date.
 */
export class LineFigures {
  readonly #db: Connection
  readonly #port: PortModel
  readonly #today: string

  constructor(db: Connection, port: PortModel, today: string) {
    this.#db = db
    this.#port = port
    this.#today = today
  }

  /** The figure of one line in one direction over the selection. */
  settle(checkpoint: Checkpoint, line: Line, direction: Direction, selection: Selection): Settled {
    if (selection.parts) {
      const rows = this.#series(checkpoint, line, direction, selection)
      return settleParts(rows, selection.parts)
    }
    const summaries = this.#summaries(checkpoint, line, direction, selection)
    const months = [...this.#monthsOf(checkpoint, line, selection)].map(([month, dates]) => {
      const summary = summaries.get(month)
      if (!summary) return this.#emptyMonth(checkpoint, month, dates)
      return (
        this.#plainMonth(checkpoint, summary, dates) ??
        this.#settleMonth(checkpoint, line, direction, month, dates, selection)
      )
    })
    return settleMonths(months)
  }

  /** Sums of a total by date over a span, in one direction; dates on which nothing is known are left out. */
  daySums(checkpoint: Checkpoint, total: Total, direction: Direction, span: DateSpan): Map<string, number> {
    const lines = [...checkpoint.sheet.values()]
      .map((item) => item.line)
      .filter((line) => line.totals.includes(total))
    const isPlain = (line: Line): boolean => {
      const summaries = this.#summaries(checkpoint, line, direction, span)
      return [...this.#monthsOf(checkpoint, line, span)].every(([month, dates]) => {
        const summary = summaries.get(month)
        return summary === undefined || this.#plainMonth(checkpoint, summary, dates) !== null
      })
    }
    const { true: plain = [], false: others = [] } = Object.groupBy(lines, (line) =>
      isPlain(line) ? 'true' : 'false',
    )
    const codes = plain.map((line) => line.code)
    const sums = new Map<string, number>()
    const add = (date: string, value: number | null): void => {
      if (value !== null) sums.set(date, (sums.get(date) ?? 0) + value)
    }
    for (const { date, value } of selectPlainDaySums(
      this.#db,
      checkpoint.code,
      codes,
      direction,
      span.from,
      span.to,
    )) {
      add(date, value)
    }
    for (const line of others) {
      const byDate = Map.groupBy(this.#series(checkpoint, line, direction, span), (row) => row.date)
      for (const [, dates] of this.#monthsOf(checkpoint, line, span)) {
        for (const date of dates) add(date, this.#settleDate(checkpoint, date, byDate.get(date) ?? []).value)
      }
    }
    return sums
  }

  /** A month of which nothing is stored: closed where the calendar closes every day of it, else unknown. */
  #emptyMonth(checkpoint: Checkpoint, month: string, dates: readonly string[]): Settled {
    const closed = dates.every((date) => expectedOn(this.#port, checkpoint, date).closed)
    return settleShift(closed ? { own: null, mark: 'closed', hours: null } : undefined, month)
  }

  /** The month without its period rule, where every expected period has a plain number of one level; else null. */
  #plainMonth(checkpoint: Checkpoint, summary: MonthSummary, dates: readonly string[]): Settled | null {
    if (summary.special > 0) return null
    if (summary.dayRows !== 0 && summary.dayRows !== summary.rows) return null
    const expected = dates.reduce((periods, date) => {
      const day = expectedOn(this.#port, checkpoint, date)
      if (summary.dayRows === 0) return periods + day.shifts.length
      return day.closed ? periods : periods + 1
    }, 0)
    return expected === summary.rows
      ? settleShift({ own: summary.value, mark: null, hours: null }, summary.month)
      : null
  }

  #settleMonth(
    checkpoint: Checkpoint,
    line: Line,
    direction: Direction,
    month: string,
    dates: readonly string[],
    selection: DateSpan,
  ): Settled {
    const within = { from: dates[0] ?? selection.from, to: dates.at(-1) ?? selection.to }
    const byDate = Map.groupBy(this.#series(checkpoint, line, direction, within), (row) => row.date)
    const days = dates.map((date) => this.#settleDate(checkpoint, date, byDate.get(date) ?? []))
    const whole = selection.from <= firstOfMonth(month) && lastOfMonth(month) <= selection.to
    return settleMonth(month, byDate.get(month)?.[0], days, whole)
  }

  #settleDate(checkpoint: Checkpoint, date: string, rows: readonly SeriesRow[]): Settled {
    const only = rows.length === 1 ? rows[0] : undefined
    if (only?.span === 'day') return settleShift(only, date)
    const expected = expectedOn(this.#port, checkpoint, date)
    const shifts = new Map<string, Known>(
      rows.filter((row) => row.span !== 'day').map((row) => [row.span, row]),
    )
    const dayRow = rows.find((row) => row.span === 'day')
    return settleDay(date, dayRow, shifts, expected.shifts, expected.closed)
  }

  #series(checkpoint: Checkpoint, line: Line, direction: Direction, span: DateSpan): SeriesRow[] {
    return selectSeries(this.#db, checkpoint.code, line.code, direction, monthOf(span.from), span.to)
  }

  #summaries(
    checkpoint: Checkpoint,
    line: Line,
    direction: Direction,
    span: DateSpan,
  ): Map<string, MonthSummary> {
    const rows = selectMonthSummaries(this.#db, checkpoint.code, line.code, direction, span.from, span.to)
    return new Map(rows.map((row) => [row.month, row]))
  }

  /** The dates that the line could be counted on, up to today, by month. */
  #monthsOf(checkpoint: Checkpoint, line: Line, span: DateSpan): ReadonlyMap<string, readonly string[]> {
    const onSheet = checkpoint.sheet.get(line.code)
    const validities: Validity[] = [checkpoint, line, ...(onSheet ? [onSheet] : [])]
    const first = validities.map((validity) => validity.from).reduce(later, span.from)
    const last = validities.map((validity) => validity.to).reduce(earlier, earlier(span.to, this.#today))
    return datesByMonth(first, last)
  }
}

function settleParts(rows: readonly SeriesRow[], parts: readonly ShiftPart[]): Settled {
  const settled = parts.map((part) => {
    const row = rows.find((candidate) => candidate.date === part.date && candidate.span === part.period)
    return settleShift(row, part.date)
  })
  return settleMonths(settled)
}

const dateLists = new Map<string, ReadonlyMap<string, readonly string[]>>()
const mostDateLists = 16

/** The dates of a span by month; the last few spans are kept, since every line of a report asks for the same. */
function datesByMonth(from: string, to: string): ReadonlyMap<string, readonly string[]> {
  const key = `${from} ${to}`
  let months = dateLists.get(key)
  if (!months) {
    months = from <= to ? Map.groupBy(eachDate(from, to), monthOf) : new Map()
    if (dateLists.size >= mostDateLists) dateLists.clear()
    dateLists.set(key, months)
  }
  return months
}

const later = (a: string, b: string): string => (a > b ? a : b)
const earlier = (a: string, b: string): string => (a < b ? a : b)
