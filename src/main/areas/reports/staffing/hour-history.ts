import { addDays, weekdayOf } from '../../../../shared/dates.ts'
import type { Span } from '../../../../shared/staffing/spans.ts'
import type { Direction, Unit } from '../../../../shared/words.ts'
import type { Connection } from '../../../book/connection.ts'
import type { Line } from '../../reference/port-model.ts'
import type { Selection } from '../line-figures.ts'
import { type HourSum, hasHours, hourSums } from './arrivals.sql.ts'

/** Eight weeks: recent enough for the season, long enough for a weekday. */
const recentDays = 56
/** Where nothing was counted by hour lately, the year before and its holidays. */
const longAgoDays = 400
/** So many dates of the same weekday make a profile of their own. */
const enoughDates = 4

/** When people come to a checkpoint, by the port's own counts by hour of the weeks before; read when first asked for. */
export class HourHistory {
  readonly #db: Connection
  readonly #checkpoint: string
  readonly #lines: readonly Line[]
  readonly #selection: Selection
  readonly #hasOwn: boolean
  #sums: ReadonlyMap<string, ReadonlyMap<number, number>> | null = null

  /** @param hasOwn whether the period itself has counts by hour */
  constructor(
    db: Connection,
    checkpoint: string,
    lines: readonly Line[],
    selection: Selection,
    hasOwn: boolean,
  ) {
    this.#db = db
    this.#checkpoint = checkpoint
    this.#lines = lines.filter((line) => line.parent === null)
    this.#selection = selection
    this.#hasOwn = hasOwn
  }

  /** Counts by the minute at which an hour begins, on the clock of a span that may go past midnight. */
  hoursWithin(unit: Unit, direction: Direction, span: Span): Map<number, number> {
    this.#sums ??= this.#read()
    const known = this.#sums.get(`${unit} ${direction}`)
    const hours = new Map<number, number>()
    for (let minute = Math.floor(span.from / 60) * 60; minute < span.to; minute += 60) {
      const value = known?.get((minute / 60) % 24)
      if (value !== undefined) hours.set(minute, value)
    }
    return hours
  }

  #read(): Map<string, Map<number, number>> {
    const { from, to } = this.#selection
    const isShort = this.#selection.parts !== null || from === to
    // A longer period whose own hours nobody counted has none to read.
    const last = isShort || this.#hasOwn ? to : addDays(from, -1)
    const recent = this.#rowsOf(addDays(from, -recentDays), last)
    const before = addDays(from, -recentDays - 1)
    const rows = recent.length > 0 ? recent : this.#rowsOf(addDays(from, -longAgoDays), before)
    const units = new Map(this.#lines.map(({ code, unit }) => [code, unit]))
    const sums = new Map<string, Map<number, number>>()
    for (const { line, direction, hour, value } of this.#ofWeekday(rows)) {
      const key = `${units.get(line)} ${direction}`
      const byHour = sums.get(key) ?? new Map<number, number>()
      sums.set(key, byHour)
      byHour.set(hour, (byHour.get(hour) ?? 0) + value)
    }
    return sums
  }

  /** Looks at one line first: where it has no hours, a year of the others is not read in vain. */
  #rowsOf(from: string, to: string): HourSum[] {
    const codes = this.#lines.map(({ code }) => code)
    const [first] = codes
    if (first === undefined || !hasHours(this.#db, this.#checkpoint, first, from, to)) return []
    return hourSums(this.#db, this.#checkpoint, codes, from, to)
  }

  /** Of one shift or day the same weekday's alone, where there are enough of them. */
  #ofWeekday(rows: readonly HourSum[]): readonly HourSum[] {
    const { from, to, parts } = this.#selection
    if (!parts && from !== to) return rows
    const weekday = weekdayOf(from)
    const dates = [...new Set(rows.map(({ date }) => date))].filter((date) => weekdayOf(date) === weekday)
    const same = new Set(dates)
    return dates.length >= enoughDates ? rows.filter(({ date }) => same.has(date)) : rows
  }
}
