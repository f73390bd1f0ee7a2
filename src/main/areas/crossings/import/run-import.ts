import { AppError } from '../../../../shared/errors.ts'
import { headingRowsOf, type MappingFile } from '../../../../shared/mapping-file.ts'
import { assertGoesOn, type JobNews } from '../../../book/jobs.ts'
import { today } from '../../reference/describe-port.ts'
import type { FileRow, FileRows } from './file-row.ts'
import { joinHeadings } from './headings.ts'
import { planImport } from './import-plan.ts'
import type { ImportTally } from './import-tally.ts'
import type { ImportTarget } from './import-target.ts'
import { Places } from './places.ts'
import { DateReader } from './read-cells.ts'
import { isLeftOut, readRow } from './read-row.ts'
import { openRows } from './read-rows.ts'
import { RowTaker } from './row-taker.ts'
import { SeenKeys } from './seen-keys.ts'

export interface FileToImport {
  file: string
  mapping: MappingFile
  unknownPlaces?: 'refuse' | 'create' | undefined
}

/** Whom to tell how far it is, and who may cancel it. */
export interface ImportJob {
  job: string
  tell: (news: JobNews) => void
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
  const seen = new SeenKeys(target.db)
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
  const first = await firstRows(source, mapping, file)
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

/** The headings, or where the file has none its first row, which is data. */
async function firstRows(
  { rows }: FileRows,
  mapping: MappingFile,
  file: string,
): Promise<{ headings: string[]; data: FileRow | null }> {
  const next = async (): Promise<FileRow> => {
    const row = await rows.next()
    if (row.done) throw new AppError('file-empty', { file })
    return row.value
  }
  const first = await next()
  const number = headingRowsOf(mapping.headings)
  if (number === 0) return { headings: first.cells, data: first }
  return { headings: number === 2 ? joinHeadings(first, await next()) : first.cells, data: null }
}

const rowsBetweenLooks = 256
const leastMsBetweenNews = 100

/** Looks now and then whether the job is to stop, and tells how far it is. */
class Progress {
  readonly #source: FileRows
  readonly #job: ImportJob | null
  #told = 0

  constructor(source: FileRows, job: ImportJob | null) {
    this.#source = source
    this.#job = job
    if (job) assertGoesOn(job.job)
  }

  look(rows: number): void {
    if (!this.#job) return
    assertGoesOn(this.#job.job)
    const now = performance.now()
    if (now - this.#told < leastMsBetweenNews) return
    this.#told = now
    this.#job.tell({ job: this.#job.job, rows, share: this.#source.share() })
  }
}
