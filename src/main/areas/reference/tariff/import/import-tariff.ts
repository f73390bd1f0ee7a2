import type { Receipt } from '../../../../../shared/contract/operation.ts'
import type { TariffImport, TariffPreview } from '../../../../../shared/contract/tariff.ts'
import { AppError } from '../../../../../shared/errors.ts'
import { type CommandContext, type QueryContext, receiptOf } from '../../../../book/handlers.ts'
import { endJob } from '../../../../book/jobs.ts'
import type { Row } from '../../../../book/journal.ts'
import * as sql from '../tariff.sql.ts'
import { indexTariffs } from './index-tariffs.ts'
import { type JudgedTariff, judgeTariff, type TariffToImport } from './run-tariff-import.ts'

/** What the journal calls a tariff: a note with the hash of its file; the lines themselves are not journalled. */
const entity = 'tariff_edition'

/**
 * Judges every row of a file as the import would, and writes nothing.
 * @throws AppError where the file as a whole cannot be read by this mapping, and cancelled
 */
export async function previewTariff(
  { db, tell }: QueryContext,
  { job, ...input }: TariffToImport & { job: string },
): Promise<TariffPreview> {
  try {
    return (await judgeTariff(db, input, { job, tell })).outcome
  } finally {
    endJob(job)
  }
}

/**
 * Reads a tariff into the book, in the place of one of the same first date. One refused cell, and nothing is written.
 * @throws AppError where the file as a whole cannot be read by this mapping, and cancelled
 */
export async function importTariff(
  context: CommandContext,
  { job, dryRun, ...input }: TariffToImport & { dryRun: boolean; job?: string | undefined },
): Promise<TariffImport> {
  const { db, batch, tell } = context
  try {
    const judged = await judgeTariff(db, input, job === undefined ? null : { job, tell })
    const { outcome } = judged
    const written = outcome.refusedCells === 0 && !dryRun
    if (written && !isKeptAlready(outcome)) write(context, judged)
    return { ...outcome, written, batch: batch.changed > 0 ? batch.number : null }
  } finally {
    if (job !== undefined) endJob(job)
  }
}

/** @throws AppError tariff-gone */
export function removeTariff({ db, batch }: CommandContext, input: { from: string }): Receipt {
  const edition = sql.selectEditions(db).find(({ from }) => from === input.from)
  if (!edition) throw new AppError('tariff-gone', { date: input.from })
  sql.deleteEdition(db, edition.id)
  indexTariffs(db)
  batch.note(entity, [edition.from], noteOf(edition), null)
  return receiptOf(batch)
}

function isKeptAlready({ replaces, new: fresh, changed, gone, languages }: TariffPreview): boolean {
  const sameLanguages = [...(replaces?.languages ?? [])].sort().join() === [...languages].sort().join()
  return replaces !== null && fresh + changed + gone === 0 && sameLanguages
}

function write({ db, batch, now }: CommandContext, { outcome, lines, fileName, hash }: JudgedTariff): void {
  const editions = sql.selectEditions(db)
  const before = editions.find(({ from }) => from === outcome.from)
  if (before) sql.deleteEdition(db, before.id)
  const edition: sql.StoredEdition = {
    id: Math.max(0, ...editions.map(({ id }) => id)) + 1,
    from: outcome.from,
    file: fileName,
    hash,
    languages: JSON.stringify(outcome.languages),
    lines: lines.length,
    importedAt: now,
  }
  sql.insertEdition(db, edition)
  for (const [index, { row: _, texts, leaf, ...line }] of lines.entries()) {
    const id = edition.id * sql.linesOfEdition + index
    const names = JSON.stringify(texts)
    sql.insertLine(db, { id, edition: edition.id, ...line, names, leaf: leaf ? 1 : 0 })
  }
  indexTariffs(db)
  batch.note(entity, [edition.from], before ? noteOf(before) : null, noteOf(edition))
}

function noteOf({ file, hash, languages, lines }: sql.StoredEdition): Row {
  return { file_name: file, file_hash: hash, languages, lines }
}
