import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { TariffPreview } from '../../../../../shared/contract/tariff.ts'
import { AppError } from '../../../../../shared/errors.ts'
import type { TariffMapping } from '../../../../../shared/tariff/tariff-mapping.ts'
import { languages } from '../../../../../shared/words.ts'
import type { Connection } from '../../../../book/connection.ts'
import type { FileRow } from '../../../../import/file-row.ts'
import { firstRows } from '../../../../import/first-rows.ts'
import { type ImportJob, Progress, rowsBetweenLooks } from '../../../../import/progress.ts'
import { openRows } from '../../../../import/read-rows.ts'
import { mostListed, refusalOf } from '../../../../import/refusal.ts'
import { editionOf } from '../editions.ts'
import { selectEditionOn, selectEditions } from '../tariff.sql.ts'
import { compareLines } from './compare-lines.ts'
import { type PlacedLine, placeLines } from './line-set.ts'
import { readTariffRow, type TariffLine } from './read-tariff-row.ts'
import { planTariff } from './tariff-plan.ts'

export interface TariffToImport {
  file: string
  mapping: TariffMapping
  from?: string | undefined
}

/** A file read and judged; `lines` are what the book would hold. */
export interface JudgedTariff {
  outcome: TariffPreview
  lines: PlacedLine[]
  fileName: string
  hash: string
}

const mostNamed = 100

/**
 * Reads and judges a whole file, and writes nothing.
 * @throws AppError where the file as a whole cannot be read by this mapping, and cancelled
 */
export async function judgeTariff(
  db: Connection,
  { file, mapping, from: wanted }: TariffToImport,
  job: ImportJob | null,
): Promise<JudgedTariff> {
  const read = new ReadTariff()
  const columns = await read.take(file, mapping, job)
  const placed = placeLines(read.lines, columns)
  for (const { row, column, error } of placed.refused) read.refuse(row, column, error)
  const from = wanted ?? mapping.holdsFrom ?? '0001-01-01'
  const before = selectEditionOn(db, from)
  const replaced = selectEditions(db).find((edition) => edition.from === from)
  const inFile = languages.filter((language) => mapping.texts[language] !== undefined)
  return {
    lines: placed.lines,
    fileName: basename(file),
    hash: await hashOf(file),
    outcome: {
      rows: read.rows,
      lines: placed.lines.length,
      ...compareLines(db, before ?? null, placed.lines),
      levels: levelsOf(placed.lines),
      languages: inFile,
      skipped: read.skipped,
      skippedRows: read.skippedRows,
      unknownUnits: [...read.unknownUnits].map(([word, rows]) => ({ word, rows })),
      refused: read.refused,
      refusedCells: read.refusedCells,
      hiddenRows: read.hiddenRows,
      from,
      replaces: replaced ? editionOf(replaced) : null,
    },
  }
}

/** What was read of a file, row by row. */
class ReadTariff {
  rows = 0
  hiddenRows = 0
  skippedRows = 0
  refusedCells = 0
  readonly lines: TariffLine[] = []
  readonly skipped: TariffPreview['skipped'] = []
  readonly refused: TariffPreview['refused'] = []
  readonly unknownUnits = new Map<string, number>()

  /** Reads all rows. Answers the names of the columns that later refusals are about. */
  async take(
    file: string,
    mapping: TariffMapping,
    job: ImportJob | null,
  ): Promise<{ code: string; parent: string }> {
    const source = await openRows(file, mapping)
    const progress = new Progress(source, job)
    const names = { code: '', parent: '' }
    try {
      const first = await firstRows(source, mapping.headings, file)
      const plan = planTariff(mapping, first.headings, source.padded)
      Object.assign(names, { code: plan.code.name, parent: plan.parent?.name ?? '' })
      const take = (row: FileRow): void => {
        this.rows += 1
        if (source.padded) while (row.cells.length < plan.width) row.cells.push('')
        const read = readTariffRow(plan, row)
        if (read.kind === 'skipped') this.#skip(row.number, read.text)
        else if (read.kind === 'refused') {
          for (const { column, error } of read.refused) this.refuse(row.number, column, error)
        } else {
          this.lines.push(read.line)
          for (const word of read.unknownUnits)
            this.unknownUnits.set(word, (this.unknownUnits.get(word) ?? 0) + 1)
        }
      }
      if (first.data) take(first.data)
      for await (const row of source.rows) {
        take(row)
        if (this.rows % rowsBetweenLooks === 0) progress.look(this.rows)
      }
      if (this.rows === 0) throw new AppError('file-empty', { file })
      if (this.lines.length === 0 && this.refusedCells === 0) throw new AppError('tariff-empty', { file })
      progress.look(this.rows)
    } catch (error) {
      // A row at which the file cannot be read any further.
      if (!(error instanceof AppError) || typeof error.details.row !== 'number') throw error
      this.refuse(error.details.row, '', error)
    }
    this.hiddenRows = source.hidden()
    return names
  }

  refuse(row: number, column: string, error: AppError): void {
    this.refusedCells += 1
    if (this.refused.length < mostListed) this.refused.push(refusalOf(row, column, error))
  }

  #skip(row: number, text: string): void {
    this.skippedRows += 1
    if (this.skipped.length < mostNamed) this.skipped.push({ row, text })
  }
}

function levelsOf(lines: readonly PlacedLine[]): TariffPreview['levels'] {
  const byDigits = Map.groupBy(lines, ({ code }) => code.length)
  return [...byDigits]
    .map(([digits, same]) => ({ digits, lines: same.length }))
    .sort((a, b) => a.digits - b.digits)
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const bytes of createReadStream(file)) hash.update(bytes as Buffer)
  return hash.digest('hex')
}
