import type { CountValue } from '../../../shared/contract/crossings.ts'
import { type Known, settleDay } from '../../../shared/period-rule.ts'
import type { Direction } from '../../../shared/words.ts'
import type { Connection } from '../../book/connection.ts'
import { dayIsClosed, openingOf } from '../reference/calendar.ts'
import type { Checkpoint, PortModel } from '../reference/port-model.ts'
import { partsOfShift, partsOnDate, shiftsBeginningOn } from '../reference/shift-periods.ts'
import { selectKnownOnDates } from './counts.sql.ts'

/** Last year's same weekday. */
export const yearDays = 364

/** A period on its calendar date: what one figure is kept under. */
export interface Kept {
  date: string
  period: string
}

/** The periods of a shift (or of `day`) that began on a date, one or two over midnight; none where there was no such shift. */
export function periodsOf(port: PortModel, checkpoint: Checkpoint, date: string, shift: string): Kept[] {
  if (shift === 'day') return [{ date, period: 'day' }]
  const found = shiftsBeginningOn(checkpoint, date).find((candidate) => candidate.code === shift)
  return found ? partsOfShift(port, found, date).map(({ date, period }) => ({ date, period })) : []
}

/**
 * What a column is compared with: part with part; a shift that is not split with the whole of one that is.
 * A part has nothing to stand beside a whole shift.
 * @param index the part's place among `parts` parts of its own shift
 */
export function comparable(base: readonly Kept[], index: number, parts: number): Kept[] {
  const same = base[index]
  if (base.length === parts && same) return [same]
  return parts === 1 ? [...base] : []
}

/** Reads figures to compare with: those of many lines and dates by one statement. */
export class ComparedFigures {
  readonly #port: PortModel
  readonly #checkpoint: Checkpoint
  readonly #known: ReadonlyMap<string, Map<string, Known>>

  constructor(
    db: Connection,
    port: PortModel,
    checkpoint: Checkpoint,
    lines: readonly string[],
    directions: readonly Direction[],
    kept: readonly Kept[],
  ) {
    this.#port = port
    this.#checkpoint = checkpoint
    const dates = [...new Set(kept.map(({ date }) => date))]
    this.#known = selectKnownOnDates(db, checkpoint.code, lines, directions, dates)
  }

  /** The figure of one period, or of two parts together; null where one of them is not reported. */
  figure(line: string, direction: Direction, kept: readonly Kept[]): CountValue {
    const values = kept.map((each) => this.#single(line, direction, each))
    const [first = null] = values
    if (values.every((value) => typeof value === 'number')) {
      return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0)
    }
    return values.every((value) => value === first) ? first : null
  }

  #single(line: string, direction: Direction, { date, period }: Kept): CountValue {
    const known = this.#known.get(`${line} ${direction} ${date}`)
    const summed = period === 'day' && shiftsBeginningOn(this.#checkpoint, date).length > 0
    if (summed) return this.#day(date, known ?? new Map())
    const own = known?.get(period)
    return own?.own ?? own?.mark ?? null
  }

  /** A day made up of shifts, by the period rule. */
  #day(date: string, known: ReadonlyMap<string, Known>): CountValue {
    const shifts = new Map([...known].filter(([period]) => period !== 'day'))
    const expected = partsOnDate(this.#port, this.#checkpoint, date)
      .filter((part) => openingOf(this.#checkpoint, part).open !== 'no')
      .map((part) => part.period)
    const settled = settleDay(date, known.get('day'), shifts, expected, dayIsClosed(this.#checkpoint, date))
    return settled.value ?? [...settled.marks][0] ?? null
  }
}
