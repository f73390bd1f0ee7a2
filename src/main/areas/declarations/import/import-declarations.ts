import type {
  DeclarationsImport,
  DeclarationsPreview,
  PreviewLine,
  PreviewList,
} from '../../../../shared/contract/declarations-import.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { DeclarationsMapping } from '../../../../shared/trade/declarations-mapping.ts'
import type { CommandContext, QueryContext } from '../../../book/handlers.ts'
import { endJob } from '../../../book/jobs.ts'
import { keepPreview, keptPreview, letGoOfPreview } from '../../../import/kept-previews.ts'
import { keptAnswers } from '../change-state.ts'
import { putKnown, putKnownAgain } from '../known-declaration.ts'
import { PreviewLists } from './preview-lists.sql.ts'
import { type ImportInto, runDeclarationsImport } from './run-declarations-import.ts'

interface FromFile {
  file: string
  mapping: DeclarationsMapping
}

/**
 * Judges every row of a file as the import would, and writes nothing.
 * @throws AppError where the file as a whole cannot be read by this mapping, and cancelled
 */
export async function previewDeclarations(
  context: QueryContext,
  { job, ...input }: FromFile & { job: string },
): Promise<DeclarationsPreview> {
  letGoOfPreview(job)
  const lists = new PreviewLists()
  try {
    const preview = await runDeclarationsImport(context, input, { job, tell: context.tell }, { lists })
    keepPreview(job, lists)
    return preview
  } catch (error) {
    lists.close()
    throw error
  } finally {
    endJob(job)
  }
}

/** @throws AppError preview-gone */
export function readPreviewLines(
  _: QueryContext,
  { job, list, offset, limit }: { job: string; list: PreviewList; offset: number; limit: number },
): { rows: PreviewLine[] } {
  const lists = keptPreview(job)
  if (!(lists instanceof PreviewLists)) throw new AppError('preview-gone')
  return { rows: lists.page(list, offset, limit) }
}

/**
 * Reads a file's declarations into the book as one batch. One refused cell, and nothing is written.
 * @throws AppError where the file as a whole cannot be read by this mapping, and cancelled
 */
export async function importDeclarations(
  context: CommandContext,
  { job, dryRun, ...input }: FromFile & { dryRun: boolean; job?: string | undefined },
): Promise<DeclarationsImport> {
  const { batch, tell } = context
  try {
    const write: ImportInto['write'] = ({ stored, before, record, events, progress, accepted }) => {
      const answers = keptAnswers(accepted)
      if (stored) putKnownAgain(batch, stored, before, record, events, progress, answers)
      else putKnown(batch, record, events, progress, answers)
    }
    const running = job === undefined ? null : { job, tell }
    const tally = await runDeclarationsImport(context, input, running, dryRun ? {} : { write })
    const written = tally.refusedCells === 0 && !dryRun
    if (!written) batch.discard()
    return { ...tally, written, batch: written && batch.changed > 0 ? batch.number : null }
  } finally {
    if (job !== undefined) endJob(job)
  }
}
