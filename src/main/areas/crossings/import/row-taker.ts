import { AppError } from '../../../../shared/errors.ts'
import { controlledTotal, type Direction } from '../../../../shared/words.ts'
import type { PortModel } from '../../reference/port-model.ts'
import { CountRules, type Moment } from '../count-rules.ts'
import { selectCount } from '../counts.sql.ts'
import { assertOfWhichFits, hasOfWhichLines } from '../of-which-rule.ts'
import { countRow } from '../record-counts.ts'
import type { ImportTally } from './import-tally.ts'
import type { ImportTarget } from './import-target.ts'
import type { CellRefusal, RowCount, RowFigures, RowTotal } from './read-row.ts'
import type { SeenKeys } from './seen-keys.ts'

const mostUnfitting = 10_000

/** Takes rows that could be read into the target, and refuses what the book's rules do not allow. */
export class RowTaker {
  readonly #target: ImportTarget
  readonly #tally: ImportTally
  readonly #seen: SeenKeys
  readonly #wide: boolean
  readonly #today: string
  #port: PortModel
  #rules: CountRules
  /** Rows whose *of which* figures did not fit when they were read: a later row may mend that. */
  readonly #unfitting: { row: number; figures: RowFigures; moment: Moment; direction: Direction }[] = []

  /**
   * @param wide true where a row has all lines of its moment, so that they can be held against its own total
   * @param today the port's local date
   */
  constructor(target: ImportTarget, tally: ImportTally, seen: SeenKeys, wide: boolean, today: string) {
    this.#target = target
    this.#tally = tally
    this.#seen = seen
    this.#wide = wide
    this.#today = today
    this.#port = target.port()
    this.#rules = new CountRules(target.db, this.#port, today)
  }

  take(row: number, figures: RowFigures, dateColumn: string): void {
    this.#tally.recorder?.moment(figures)
    if (!this.#port.checkpoints.has(figures.checkpoint)) {
      this.#port = this.#target.port()
      this.#rules = new CountRules(this.#target.db, this.#port, this.#today)
    }
    const moment = { checkpoint: figures.checkpoint, date: figures.date, period: figures.period }
    const takesNumber =
      figures.controlTotals.length > 0 || figures.counts.some(({ value }) => typeof value === 'number')
    if (!this.#allowed(row, dateColumn, () => this.#rules.checkMoment(moment, takesNumber))) return
    for (const count of figures.counts) {
      // An empty cell is nothing to refuse: wide files have the lines of every place.
      if (count.value === null) continue
      if (
        this.#allowed(row, count.column, () => this.#rules.checkLine(moment, count.line, count.direction))
      ) {
        this.#takeCount(row, figures, count)
      }
    }
    for (const total of figures.controlTotals) {
      if (
        this.#allowed(row, total.column, () => this.#rules.checkUnit(moment, total.unit, total.direction))
      ) {
        this.#takeControlTotal(row, figures, total)
      }
    }
    this.#checkOfWhich(row, figures, moment)
  }

  /** Refuses what still does not fit now that every row is in. */
  finish(): void {
    for (const { row, figures, moment, direction } of this.#unfitting) {
      const refusal = this.#ofWhichRefusal(figures, moment, direction)
      if (refusal) this.#tally.refuse(row, refusal)
    }
  }

  #takeCount(row: number, figures: RowFigures, count: RowCount): void {
    const { value, line, direction } = count
    const after = countRow({ value, source: figures.source ?? undefined, provisional: figures.provisional })
    if (!after) return
    const key = [figures.checkpoint, line, direction, figures.date, figures.period]
    const before = this.#seen.note(key.join(' '), row, value)
    if (before) this.#again(row, count, before)
    else this.#tally.addCount(count, this.#target.putCount(key, after))
  }

  #takeControlTotal(row: number, figures: RowFigures, total: RowTotal): void {
    const { unit, direction, value } = total
    const key = [figures.checkpoint, direction, unit, figures.date, figures.period]
    const before = this.#seen.note(`total ${key.join(' ')}`, row, value)
    if (before) {
      this.#again(row, total, before)
      return
    }
    this.#tally.addControlTotal(total, this.#target.putControlTotal(key, { value }))
    if (!this.#wide) return
    let sum = 0
    for (const count of figures.counts) {
      const adds = this.#port.lines.get(count.line)?.totals.includes(controlledTotal[unit])
      if (adds && count.direction === direction && typeof count.value === 'number') sum += count.value
    }
    if (sum !== value) this.#tally.noteDisagreeing(row, value, sum)
  }

  #again(row: number, figure: RowCount | RowTotal, before: { row: number; value: unknown }): void {
    if (before.value === figure.value) {
      this.#tally.noteRepeated(row, before.row, figure)
      return
    }
    const details = {
      firstRow: before.row,
      firstValue: String(before.value ?? ''),
      value: String(figure.value ?? ''),
    }
    this.#tally.refuse(row, {
      column: figure.column,
      error: new AppError('key-twice', details),
      kind: null,
    })
  }

  #checkOfWhich(row: number, figures: RowFigures, moment: Moment): void {
    const checkpoint = this.#port.checkpoints.get(moment.checkpoint)
    if (!checkpoint || !hasOfWhichLines(checkpoint)) return
    for (const direction of directionsOf(figures)) {
      const refusal = this.#ofWhichRefusal(figures, moment, direction)
      if (!refusal) continue
      if (this.#unfitting.length < mostUnfitting) this.#unfitting.push({ row, figures, moment, direction })
      else this.#tally.refuse(row, refusal)
    }
  }

  #ofWhichRefusal(figures: RowFigures, moment: Moment, direction: Direction): CellRefusal | null {
    const checkpoint = this.#port.checkpoints.get(moment.checkpoint)
    if (!checkpoint) return null
    try {
      assertOfWhichFits(this.#target.db, checkpoint, moment, direction, (line) =>
        this.#figure(moment, line, direction),
      )
      return null
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const counts = figures.counts.filter((count) => count.direction === direction)
      const own = counts.find(({ line }) => line === error.details.line) ?? counts[0]
      return { column: own?.column ?? '', error, kind: null }
    }
  }

  /** What the book would say of a line after the rows so far: this file's figure, else the book's own. */
  #figure(
    { checkpoint, date, period }: Moment,
    line: string,
    direction: Direction,
  ): { value: number | null } | undefined {
    const seen = this.#seen.find([checkpoint, line, direction, date, period].join(' '))
    if (seen) return { value: typeof seen.value === 'number' ? seen.value : null }
    return selectCount(this.#target.db, checkpoint, line, direction, date, period)
  }

  #allowed(row: number, column: string, check: () => void): boolean {
    try {
      check()
      return true
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      this.#tally.refuse(row, { column, error, kind: error.code === 'unknown-shift' ? 'periods' : null })
      return false
    }
  }
}

function directionsOf({ counts }: RowFigures): Set<Direction> {
  return new Set(counts.map(({ direction }) => direction))
}
