import { isDate, isMonth, isWorkingDate, monthOf } from '../../../shared/dates.ts'
import { AppError } from '../../../shared/errors.ts'
import { type Period, parsePeriod } from '../../../shared/periods.ts'
import { controlledTotal, type Direction, type Unit } from '../../../shared/words.ts'
import type { Connection } from '../../book/connection.ts'
import { monthIsClosed, openingOf } from '../reference/calendar.ts'
import { type Checkpoint, holdsOn, type PortModel } from '../reference/port-model.ts'
import { locatePeriod } from '../reference/shift-periods.ts'
import { assertNotSigned } from '../reference/shift-state.ts'

/** Where and when a figure was counted. */
export interface Moment {
  checkpoint: string
  date: string
  period: string
}

const mostMomentsKept = 20_000

/** What may be counted where and when; answers are kept for the length of one command, since imports ask again and again. */
export class CountRules {
  readonly #db: Connection
  readonly #port: PortModel
  readonly #today: string
  readonly #moments = new Map<string, { closed: boolean }>()

  constructor(db: Connection, port: PortModel, today: string) {
    this.#db = db
    this.#port = port
    this.#today = today
  }

  /**
   * Refuses a figure at a moment that this checkpoint does not have, that lies ahead, or whose shift is signed.
   * @param takesNumber false for a mark or an emptied cell, which a closed checkpoint takes too
   * @throws AppError unknown-checkpoint, period-not-possible, date-impossible, checkpoint-not-in-service, unknown-shift,
   *   date-ahead, shift-signed, closed-by-calendar
   */
  checkMoment(moment: Moment, takesNumber: boolean): void {
    const key = `${moment.checkpoint} ${moment.date} ${moment.period}`
    let known = this.#moments.get(key)
    if (!known) {
      known = this.#settleMoment(moment)
      if (this.#moments.size >= mostMomentsKept) this.#moments.clear()
      this.#moments.set(key, known)
    }
    if (takesNumber && known.closed) throw new AppError('closed-by-calendar', { ...moment })
  }

  /**
   * Refuses a line or direction that is not on the checkpoint's sheet on that date.
   * @throws AppError unknown-line, line-not-on-sheet, direction-not-counted
   */
  checkLine(moment: Moment, line: string, direction: Direction): void {
    const checkpoint = this.#checkpoint(moment.checkpoint)
    const onSheet = checkpoint.sheet.get(line)
    if (!onSheet) {
      const code = this.#port.lines.has(line) ? 'line-not-on-sheet' : 'unknown-line'
      throw new AppError(code, { checkpoint: checkpoint.code, line })
    }
    if (!holdsOn(onSheet, moment.date) || !holdsOn(onSheet.line, moment.date)) {
      throw new AppError('line-not-on-sheet', { checkpoint: checkpoint.code, line, date: moment.date })
    }
    this.#checkDirection(checkpoint, direction)
  }

  /**
   * Refuses a control total of a unit that the checkpoint does not count.
   * @throws AppError unit-not-counted, direction-not-counted
   */
  checkUnit(moment: Moment, unit: Unit, direction: Direction): void {
    const checkpoint = this.#checkpoint(moment.checkpoint)
    const total = controlledTotal[unit]
    const counted = checkpoint.sheet.values().some(({ line }) => line.totals.includes(total))
    if (!counted) throw new AppError('unit-not-counted', { checkpoint: checkpoint.code, unit })
    this.#checkDirection(checkpoint, direction)
  }

  #checkDirection(checkpoint: Checkpoint, direction: Direction): void {
    if (checkpoint.directions.includes(direction)) return
    throw new AppError('direction-not-counted', { checkpoint: checkpoint.code, direction })
  }

  #checkpoint(code: string): Checkpoint {
    const checkpoint = this.#port.checkpoints.get(code)
    if (!checkpoint) throw new AppError('unknown-checkpoint', { checkpoint: code })
    return checkpoint
  }

  #settleMoment(moment: Moment): { closed: boolean } {
    const checkpoint = this.#checkpoint(moment.checkpoint)
    const { date } = moment
    const period = parsePeriod(moment.period)
    if (!period) throw new AppError('period-not-possible', { ...moment })
    if (period.level === 'month' ? !isMonth(date) : !isDate(date)) {
      throw new AppError(isDate(date) || isMonth(date) ? 'period-not-possible' : 'date-impossible', {
        ...moment,
      })
    }
    if (!isWorkingDate(date)) throw new AppError('date-impossible', { ...moment })
    const present = period.level === 'month' ? monthOf(this.#today) : this.#today
    if (date > present) throw new AppError('date-ahead', { date, today: this.#today })
    if (!holdsOn(checkpoint, date)) throw new AppError('checkpoint-not-in-service', { ...moment })
    const closed = this.#closed(checkpoint, date, period)
    assertNotSigned(this.#db, checkpoint.code, date, period)
    return { closed }
  }

  #closed(checkpoint: Checkpoint, date: string, period: Period): boolean {
    if (period.level === 'month') return monthIsClosed(checkpoint, date)
    const span = locatePeriod(this.#port, checkpoint, date, period)
    if (span) return openingOf(checkpoint, span).open === 'no'
    if (period.level === 'day')
      throw new AppError('period-not-possible', { checkpoint: checkpoint.code, date })
    const known = checkpoint.shifts.some((shift) => shift.code === period.shift)
    throw new AppError(known ? 'period-not-possible' : 'unknown-shift', {
      checkpoint: checkpoint.code,
      date,
      shift: period.shift,
    })
  }
}
