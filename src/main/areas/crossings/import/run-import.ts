import { AppError } from '../../../../shared/errors.ts'
import type { MappingFile } from '../../../../shared/mapping-file.ts'
import type { FileRow, FileRows } from '../../../import/file-row.ts'
import { firstRows } from '../../../import/first-rows.ts'
import { type ImportJob, Progress, rowsBetweenLooks } from '../../../import/progress.ts'
import { DateReader } from '../../../import/read-dates.ts'
import { openRows } from '../../../import/read-rows.ts'
import { today } from '../../reference/describe-port.ts'
import { planImport } from './import-plan.ts'
import type { ImportTally } from './import-tally.ts'
import type { ImportTarget } from './import-target.ts'
import { Places } from './places.ts'
import { isLeftOut, readRow } from './read-row.ts'
import { RowTaker } from './row-taker.ts'
import { SeenKeys } from './seen-keys.ts'

export interface FileToImport {
  file: string
  mapping: MappingFile
  unknownPlaces?: 'refuse' | 'create' | undefined
}

/** What a run found beside what its tally counts. */
export interface RunFacts {
  createdCheckpoints: string[]
  hiddenRows: number
}

/**
 * Reads a whole file into a target: the book, or a comparison with it.
 * @throws AppError where the file as a whole cannot be read by this mapping, and cancelled
 */
export async function runImport(
  target: ImportTarget,
  now: number,
  input: FileToImport,
  tally: ImportTally,
  job: ImportJob | null,
): Promise<RunFacts> {
  const createAll = (input.unknownPlaces ?? input.mapping.unknownPlaces) === 'create'
  const places = new Places(target, input.mapping, createAll)
  const seen = new SeenKeys()
  const source = await openRows(input.file, input.mapping)
  try {
    const port = target.port()
    await takeRows(source, input, tally, places, job, (wide) => {
      return new RowTaker(target, tally, seen, wide, today(port, now))
    })
  } catch (error) {
    // A row at which the file cannot be read any further.
    if (!(error instanceof AppError) || typeof error.details.row !== 'number') throw error
    tally.refuse(error.details.row, { column: '', error, kind: null })
  } finally {
    seen.forget()
  }
  return { createdCheckpoints: [...places.created], hiddenRows: source.hidden() }
}

async function takeRows(
  source: FileRows,
  { file, mapping }: FileToImport,
  tally: ImportTally,
  places: Places,
  job: ImportJob | null,
  takerFor: (wide: boolean) => RowTaker,
): Promise<void> {
  const progress = new Progress(source, job)
  const first = await firstRows(source, mapping.headings, file)
  const plan = planImport(mapping, first.headings)
  const dates = new DateReader(mapping.date.pattern, source.padded)
  const taker = takerFor(plan.measure === null)
  const take = (row: FileRow): void => {
    tally.rows += 1
    if (source.padded) while (row.cells.length < plan.width) row.cells.push('')
    tally.recorder?.begin(row)
    if (isLeftOut(plan, row)) tally.leftOut += 1
    else {
      const figures = readRow(plan, dates, places, row)
      for (const refusal of figures.refused) tally.refuse(row.number, refusal)
      if ('counts' in figures) taker.take(row.number, figures, plan.date.name)
    }
    tally.recorder?.end()
  }
  if (first.data) take(first.data)
  for await (const row of source.rows) {
    take(row)
    if (tally.rows % rowsBetweenLooks === 0) progress.look(tally.rows)
  }
  if (tally.rows === 0) throw new AppError('file-empty', { file })
  taker.finish()
  progress.look(tally.rows)
}
