import { minutesInDay, monthOf } from '../../../../shared/dates.ts'
import {
  type Known,
  type Mark,
  type Settled,
  settleDay,
  settledValue,
  settleMonth,
} from '../../../../shared/period-rule.ts'
import { type Direction, directions } from '../../../../shared/words.ts'
import type { Connection } from '../../../book/connection.ts'
import { selectKnownOnDates } from '../../crossings/counts.sql.ts'
import { openingOf } from '../../reference/calendar.ts'
import { type Checkpoint, holdsOn, type PortModel } from '../../reference/port-model.ts'
import { partsOnDate } from '../../reference/shift-periods.ts'

/** Figures of some lines of a count sheet by day, by the rule for periods; read by one statement. */
export class SheetFigures {
  readonly #port: PortModel
  readonly #checkpoint: Checkpoint
  readonly #dates: readonly string[]
  readonly #known: ReadonlyMap<string, Map<string, Known>>

  /** @param dates of one month */
  constructor(
    db: Connection,
    port: PortModel,
    checkpoint: Checkpoint,
    lines: readonly string[],
    dates: readonly string[],
  ) {
    this.#port = port
    this.#checkpoint = checkpoint
    this.#dates = dates
    const months = new Set(dates.map(monthOf))
    this.#known = selectKnownOnDates(db, checkpoint.code, lines, directions, [...dates, ...months])
  }

  day(line: string, direction: Direction, date: string): Settled {
    const known = this.#known.get(`${line} ${direction} ${date}`) ?? new Map<string, Known>()
    const shifts = new Map([...known].filter(([period]) => period !== 'day'))
    const expected = partsOnDate(this.#port, this.#checkpoint, date)
      .filter((part) => openingOf(this.#checkpoint, part).open !== 'no')
      .map((part) => part.period)
    const closed = openingOf(this.#checkpoint, { date, from: 0, to: minutesInDay }).open === 'no'
    return settleDay(date, known.get('day'), shifts, expected, closed)
  }

  /** Whether the line is counted on a date. */
  counts(line: string, date: string): boolean {
    const onSheet = this.#checkpoint.sheet.get(line)
    return (
      onSheet !== undefined &&
      holdsOn(this.#checkpoint, date) &&
      holdsOn(onSheet, date) &&
      holdsOn(onSheet.line, date)
    )
  }

  /** All dates together, those to come left out; a figure of the whole month stands where the days do not say everything. */
  month(line: string, direction: Direction, today: string): Settled {
    const dates = this.#dates.filter((date) => date <= today && this.counts(line, date))
    const month = monthOf(this.#dates[0] ?? today)
    const days = dates.map((date) => this.day(line, direction, date))
    return settleMonth(month, this.#known.get(`${line} ${direction} ${month}`)?.get('month'), days, true)
  }
}

/** How a settled figure reads in one word. */
export function stateOfSheet(settled: Settled): 'number' | 'incomplete' | 'not-reported' | Mark {
  if (settled.value !== null) return settled.complete ? 'number' : 'incomplete'
  const value = settledValue(settled)
  return typeof value === 'string' ? value : 'not-reported'
}
