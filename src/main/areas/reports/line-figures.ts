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
import { openingOf } from '../reference/calendar.ts'
import type { Checkpoint, Line, PortModel, Validity } from '../reference/port-model.ts'
import type { ShiftPart } from '../reference/shift-periods.ts'
import { expectedOn, expectedRows } from './expected-periods.ts'
import {
  type SeriesRow,
  type Summary,
  selectMonthSummaries,
  selectPlainDaySums,
  selectSeries,
  selectSummary,
} from './figures.sql.ts'
import type { DateSpan } from './report-spans.ts'

/** What a report is about: dates, or the parts of one shift. */
export type Selection = DateSpan & { parts: readonly ShiftPart[] | null }

/**
 * Reads lines by the period rule. A span, or else a month, in which every expected shift or day has its plain number is
 * added up by SQLite; only the others are settled date by date.
 */
export class LineFigures {
  readonly #db: Connection
  readonly #port: PortModel
  readonly #today: string
  /** Comparisons ask for the same spans again. */
  readonly #settled = new Map<string, Settled>()

  constructor(db: Connection, port: PortModel, today: string) {
    this.#db = db
    this.#port = port
    this.#today = today
  }

  /** The figure of one line in one direction over the selection. */
  settle(checkpoint: Checkpoint, line: Line, direction: Direction, selection: Selection): Settled {
    if (selection.parts) {
      const rows = selectSeries(this.#db, checkpoint.code, line.code, direction, selection.from, selection.to)
      return settleParts(rows, checkpoint, selection.parts)
    }
    const key = `${checkpoint.code} ${line.code} ${direction} ${selection.from} ${selection.to}`
    let settled = this.#settled.get(key)
    if (!settled) {
      settled = this.#settleDates(checkpoint, line, direction, selection)
      this.#settled.set(key, settled)
    }
    return settled
  }

  #settleDates(checkpoint: Checkpoint, line: Line, direction: Direction, span: DateSpan): Settled {
    const months = this.#monthsOf(checkpoint, line, span)
    const { code } = checkpoint
    const whole = selectSummary(this.#db, code, line.code, direction, span.from, span.to)
    const atOnce = this.#settlePlain(checkpoint, whole, [...months.values()])
    if (atOnce) return atOnce
    return settleMonths([...this.byMonth(checkpoint, line, direction, span).values()])
  }

  /** The figure of one line in one direction in each month that a span touches, within the span. */
  byMonth(checkpoint: Checkpoint, line: Line, direction: Direction, span: DateSpan): Map<string, Settled> {
    const months = this.#monthsOf(checkpoint, line, span)
    const summaryOf = this.#monthSummaries(checkpoint, line, direction, span, months.size)
    return new Map(
      [...months].map(([month, dates]) => {
        const summary = summaryOf(month)
        const isWhole = span.from <= firstOfMonth(month) && lastOfMonth(month) <= span.to
        if (isWhole && summary.rows === 1 && summary.monthRows === 1 && summary.value !== null) {
          return [month, settleShift({ own: summary.value, mark: null, hours: null }, month)]
        }
        return [
          month,
          this.#settlePlain(checkpoint, summary, [dates]) ??
            this.#settleMonth(checkpoint, line, direction, month, dates, isWhole),
        ]
      }),
    )
  }

  /** Grouping makes SQLite sort the rows: for few months as many sums are twice as fast. */
  #monthSummaries(
    { code }: Checkpoint,
    line: Line,
    direction: Direction,
    { from, to }: DateSpan,
    months: number,
  ): (month: string) => Summary {
    if (months <= fewMonths) {
      return (month) => {
        const [first, last] = [later(from, firstOfMonth(month)), earlier(to, lastOfMonth(month))]
        return selectSummary(this.#db, code, line.code, direction, first, last)
      }
    }
    const rows = selectMonthSummaries(this.#db, code, line.code, direction, from, to)
    const summaries = new Map(rows.map((row) => [row.month, row]))
    return (month) => summaries.get(month) ?? noRows
  }

  /** Sums of a total by date over a span, in one direction; dates on which nothing is known are left out. */
  daySums(checkpoint: Checkpoint, total: Total, direction: Direction, span: DateSpan): Map<string, number> {
    const lines = [...checkpoint.sheet.values()]
      .map((item) => item.line)
      .filter((line) => line.totals.includes(total))
    const months = (line: Line) => [...this.#monthsOf(checkpoint, line, span).values()]
    const isPlain = (line: Line): boolean => {
      const whole = selectSummary(this.#db, checkpoint.code, line.code, direction, span.from, span.to)
      return this.#settlePlain(checkpoint, whole, months(line)) !== null
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
      for (const dates of months(line)) {
        for (const date of dates) add(date, this.#settleDate(checkpoint, date, byDate.get(date) ?? []).value)
      }
    }
    return sums
  }

  /**
   * Dates whose figures add up without the period rule: every expected period has a plain number of one level, or
   * nothing is stored at all. Null where the rule is needed.
   */
  #settlePlain(
    checkpoint: Checkpoint,
    summary: Summary,
    months: readonly (readonly string[])[],
  ): Settled | null {
    if (summary.rows === 0) {
      const closed = months.every((dates) =>
        dates.every((date) => expectedOn(this.#port, checkpoint, date).closed),
      )
      return settleShift(closed ? { own: null, mark: 'closed', hours: null } : undefined, '')
    }
    if (summary.special > 0 || (summary.dayRows !== 0 && summary.dayRows !== summary.rows)) return null
    const level = summary.dayRows === 0 ? 'shifts' : 'days'
    const expected = months.reduce(
      (rows, dates) => rows + expectedRows(this.#port, checkpoint, dates)[level],
      0,
    )
    return expected === summary.rows ? settleShift({ own: summary.value, mark: null, hours: null }, '') : null
  }

  #settleMonth(
    checkpoint: Checkpoint,
    line: Line,
    direction: Direction,
    month: string,
    dates: readonly string[],
    whole: boolean,
  ): Settled {
    const within = { from: dates[0] ?? month, to: dates.at(-1) ?? month }
    const byDate = Map.groupBy(this.#series(checkpoint, line, direction, within), (row) => row.date)
    const days = dates.map((date) => this.#settleDate(checkpoint, date, byDate.get(date) ?? []))
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

  /** The dates that the line could be counted on, up to today, by month. */
  #monthsOf(checkpoint: Checkpoint, line: Line, span: DateSpan): ReadonlyMap<string, readonly string[]> {
    const onSheet = checkpoint.sheet.get(line.code)
    const validities: Validity[] = [checkpoint, line, ...(onSheet ? [onSheet] : [])]
    const first = validities.map((validity) => validity.from).reduce(later, span.from)
    const last = validities.map((validity) => validity.to).reduce(earlier, earlier(span.to, this.#today))
    return datesByMonth(first, last)
  }
}

const fewMonths = 24

const noRows: Summary = { rows: 0, value: null, special: 0, dayRows: 0, monthRows: 0 }

function settleParts(
  rows: readonly SeriesRow[],
  checkpoint: Checkpoint,
  parts: readonly ShiftPart[],
): Settled {
  const settled = parts.map((part) => {
    const row = rows.find((candidate) => candidate.date === part.date && candidate.span === part.period)
    const closed = row === undefined && openingOf(checkpoint, part).open === 'no'
    return settleShift(closed ? { own: null, mark: 'closed', hours: null } : row, part.date)
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
