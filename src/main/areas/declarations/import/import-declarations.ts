import type {
  DeclarationsImport,
  DeclarationsPreview,
} from '../../../../shared/contract/declarations-import.ts'
import type { DeclarationsMapping } from '../../../../shared/trade/declarations-mapping.ts'
import type { CommandContext, QueryContext } from '../../../book/handlers.ts'
import { endJob } from '../../../book/jobs.ts'
import { keptAnswers } from '../change-state.ts'
import { putKnown, putKnownAgain } from '../known-declaration.ts'
import { runDeclarationsImport } from './run-declarations-import.ts'

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
  try {
    return await runDeclarationsImport(context, input, { job, tell: context.tell }, null)
  } finally {
    endJob(job)
  }
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
    const { listed: _, ...tally } = await runDeclarationsImport(
      context,
      input,
      job === undefined ? null : { job, tell },
      dryRun
        ? null
        : ({ stored, before, record, events, progress, accepted }) => {
            const answers = keptAnswers(accepted)
            if (stored) putKnownAgain(batch, stored, before, record, events, progress, answers)
            else putKnown(batch, record, events, progress, answers)
          },
    )
    const written = tally.refusedCells === 0 && !dryRun
    if (!written) batch.discard()
    return { ...tally, written, batch: written && batch.changed > 0 ? batch.number : null }
  } finally {
    if (job !== undefined) endJob(job)
  }
}
