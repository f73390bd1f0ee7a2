import type { ImportResult } from '../../../../shared/contract/crossings.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { MappingFile } from '../../../../shared/mapping-file.ts'
import { controlledTotal } from '../../../../shared/words.ts'
import type { CommandContext } from '../../../book/handlers.ts'
import { today } from '../../reference/describe-port.ts'
import { portModel } from '../../reference/port-model.ts'
import { CountRules, type Moment } from '../count-rules.ts'
import { assertOfWhichFits, hasOfWhichLines } from '../of-which-rule.ts'
import { countRow, keepParts } from '../record-counts.ts'
import { planImport } from './import-plan.ts'
import { ImportTally } from './import-tally.ts'
import { newPlaceOf, Places } from './places.ts'
import { DateReader } from './read-cells.ts'
import { type CellRefusal, type RowFigures, readRow } from './read-row.ts'
import { type FileRow, readRows } from './read-rows.ts'
import { SeenKeys } from './seen-keys.ts'

export interface ImportInput {
  file: string
  mapping: MappingFile
  unknownPlaces?: 'refuse' | 'create' | undefined
  dryRun: boolean
}

/**
 * Reads a file's counts and control totals into the book as one batch; an empty cell leaves the book as it is. One refused cell, and nothing is written:
 * the answer then names every cell that was refused.
 * @throws AppError where the file as a whole cannot be read by this mapping
 */
export async function importCounts(context: CommandContext, input: ImportInput): Promise<ImportResult> {
  const { db, batch } = context
  const create = (input.unknownPlaces ?? input.mapping.unknownPlaces) === 'create'
  const places = new Places(db, batch, input.mapping, create ? newPlaceOf(input.mapping) : null)
  const seen = new SeenKeys(db)
  try {
    const tally = await importRows(context, input, places, seen)
    if (tally.refusedCells > 0 || input.dryRun) batch.discard()
    const written = tally.refusedCells === 0 && !input.dryRun
    return {
      rows: tally.rows,
      counts: tally.counts,
      ...tally.outcomes,
      controlTotals: tally.controlTotals,
      disagreeing: tally.disagreeing,
      repeated: tally.repeated,
      refused: tally.refused,
      refusedCells: tally.refusedCells,
      createdCheckpoints: [...places.created],
      written,
      batch: written && batch.changed > 0 ? batch.number : null,
    }
  } finally {
    seen.forget()
  }
}

async function importRows(
  context: CommandContext,
  input: ImportInput,
  places: Places,
  seen: SeenKeys,
): Promise<ImportTally> {
  const tally = new ImportTally()
  try {
    await takeRows(context, input, places, seen, tally)
  } catch (error) {
    // A row at which the file cannot be read any further.
    if (!(error instanceof AppError) || typeof error.details.row !== 'number') throw error
    tally.refuse(error.details.row, '', error)
  }
  return tally
}

async function takeRows(
  context: CommandContext,
  input: ImportInput,
  places: Places,
  seen: SeenKeys,
  tally: ImportTally,
): Promise<void> {
  const { mapping } = input
  const rows = readRows(input.file, mapping)
  const first = await rows.next()
  if (first.done) throw new AppError('file-empty', { file: input.file })
  const plan = planImport(mapping, first.value.cells)
  const dates = new DateReader(mapping.date.pattern)
  const writer = new RowWriter(context, tally, seen, plan.measure === null)
  const take = (row: FileRow): void => {
    tally.rows += 1
    const figures = readRow(plan, dates, places, row.cells)
    for (const { column, error } of figures.refused) tally.refuse(row.number, column, error)
    if ('counts' in figures) writer.write(row.number, figures, plan.date.name)
  }
  if (!mapping.headings) take(first.value)
  for await (const row of rows) take(row)
  if (tally.rows === 0) throw new AppError('file-empty', { file: input.file })
  writer.finish()
}

/** Writes rows that could be read, and refuses what the book's rules do not allow. */
class RowWriter {
  readonly #context: CommandContext
  readonly #tally: ImportTally
  readonly #seen: SeenKeys
  readonly #wide: boolean
  #rules: CountRules
  #port
  /** Rows whose *of which* figures did not fit when they were read: a later row may mend that. */
  readonly #unfitting: { row: number; figures: RowFigures; moment: Moment }[] = []

  /** @param wide true where a row has all lines of its moment, so that they can be held against its own total */
  constructor(context: CommandContext, tally: ImportTally, seen: SeenKeys, wide: boolean) {
    this.#context = context
    this.#wide = wide
    this.#tally = tally
    this.#seen = seen
    this.#port = portModel(context.db)
    this.#rules = this.#rulesFor()
  }

  write(row: number, figures: RowFigures, dateColumn: string): void {
    if (!this.#port.checkpoints.has(figures.checkpoint)) {
      this.#port = portModel(this.#context.db)
      this.#rules = this.#rulesFor()
    }
    const moment = { checkpoint: figures.checkpoint, date: figures.date, period: figures.period }
    const takesNumber =
      figures.controlTotals.length > 0 || figures.counts.some(({ value }) => typeof value === 'number')
    if (!this.#allowed(row, dateColumn, () => this.#rules.checkMoment(moment, takesNumber))) return
    for (const count of figures.counts) {
      // An empty cell is nothing to refuse: wide files have the lines of every place.
      if (count.value === null) continue
      if (
        this.#allowed(row, count.column, () => this.#rules.checkLine(moment, count.line, figures.direction))
      ) {
        this.#writeCount(row, figures, count)
      }
    }
    for (const total of figures.controlTotals) {
      if (
        this.#allowed(row, total.column, () => this.#rules.checkUnit(moment, total.unit, figures.direction))
      ) {
        this.#writeControlTotal(row, figures, total)
      }
    }
    this.#checkOfWhich(row, figures, moment)
  }

  /** Refuses what still does not fit now that every row is in. */
  finish(): void {
    for (const { row, figures, moment } of this.#unfitting) {
      const refusal = this.#ofWhichRefusal(figures, moment)
      if (refusal) this.#tally.refuse(row, refusal.column, refusal.error)
    }
  }

  #writeCount(row: number, figures: RowFigures, { line, column, value }: RowFigures['counts'][number]): void {
    const { batch } = this.#context
    const after = countRow({ value, source: figures.source ?? undefined, provisional: figures.provisional })
    if (!after) return
    const key = [figures.checkpoint, line, figures.direction, figures.date, figures.period]
    const before = this.#seen.note(key.join(' '), row, value)
    if (before) {
      this.#again(row, column, value, before)
      return
    }
    this.#tally.addCount(batch.put('count', key, after, keepParts))
  }

  #writeControlTotal(
    row: number,
    figures: RowFigures,
    { column, unit, value }: RowFigures['controlTotals'][number],
  ): void {
    const key = [figures.checkpoint, figures.direction, unit, figures.date, figures.period]
    const before = this.#seen.note(`total ${key.join(' ')}`, row, value)
    if (before) {
      this.#again(row, column, value, before)
      return
    }
    this.#tally.addControlTotal(this.#context.batch.put('control_total', key, { value }))
    let sum = 0
    for (const count of figures.counts) {
      const adds = this.#port.lines.get(count.line)?.totals.includes(controlledTotal[unit])
      if (adds && typeof count.value === 'number') sum += count.value
    }
    if (this.#wide && sum !== value) this.#tally.noteDisagreeing(row, value, sum)
  }

  #again(
    row: number,
    column: string,
    value: string | number | null,
    before: { row: number; value: unknown },
  ): void {
    if (before.value === value) this.#tally.noteRepeated(row, before.row, column)
    else {
      const details = {
        firstRow: before.row,
        firstValue: String(before.value ?? ''),
        value: String(value ?? ''),
      }
      this.#tally.refuse(row, column, new AppError('key-twice', details))
    }
  }

  #checkOfWhich(row: number, figures: RowFigures, moment: Moment): void {
    const refusal = this.#ofWhichRefusal(figures, moment)
    if (!refusal) return
    if (this.#unfitting.length < 10_000) this.#unfitting.push({ row, figures, moment })
    else this.#tally.refuse(row, refusal.column, refusal.error)
  }

  #ofWhichRefusal(figures: RowFigures, moment: Moment): CellRefusal | null {
    const checkpoint = this.#port.checkpoints.get(moment.checkpoint)
    if (!checkpoint || !hasOfWhichLines(checkpoint)) return null
    try {
      assertOfWhichFits(this.#context.db, checkpoint, moment, figures.direction)
      return null
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const own = figures.counts.find(({ line }) => line === error.details.line) ?? figures.counts[0]
      return { column: own?.column ?? '', error }
    }
  }

  #allowed(row: number, column: string, check: () => void): boolean {
    try {
      check()
      return true
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      this.#tally.refuse(row, column, error)
      return false
    }
  }

  #rulesFor(): CountRules {
    return new CountRules(this.#context.db, this.#port, today(this.#port, this.#context.now))
  }
}
