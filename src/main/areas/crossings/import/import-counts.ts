import type { ImportResult } from '../../../../shared/contract/import.ts'
import type { CommandContext } from '../../../book/handlers.ts'
import { endJob } from '../../../book/jobs.ts'
import { ImportTally } from './import-tally.ts'
import { BookTarget } from './import-target.ts'
import { type FileToImport, runImport } from './run-import.ts'

export interface ImportInput extends FileToImport {
  dryRun: boolean
  job?: string | undefined
}

/**
 * Reads a file's counts and control totals into the book as one batch; an empty cell leaves the book as it is. One refused cell, and nothing is written:
 * the answer then names every cell that was refused.
 * @throws AppError where the file as a whole cannot be read by this mapping, and cancelled
 */
export async function importCounts(context: CommandContext, input: ImportInput): Promise<ImportResult> {
  const { db, batch, now, tell } = context
  const { job } = input
  const tally = new ImportTally()
  try {
    const target = new BookTarget(db, batch)
    const facts = await runImport(target, now, input, tally, job === undefined ? null : { job, tell })
    const written = tally.refusedCells === 0 && !input.dryRun
    if (!written) batch.discard()
    return { ...tallied(tally, facts), written, batch: written && batch.changed > 0 ? batch.number : null }
  } finally {
    if (job !== undefined) endJob(job)
  }
}

/** What an import and its preview answer alike. */
export function tallied(
  tally: ImportTally,
  facts: { createdCheckpoints: string[]; hiddenRows: number },
): Omit<ImportResult, 'written' | 'batch'> {
  return {
    rows: tally.rows,
    counts: tally.counts,
    ...tally.outcomes,
    controlTotals: tally.controlTotals,
    disagreeing: tally.disagreeing,
    repeated: tally.repeated,
    refused: tally.refused,
    refusedCells: tally.refusedCells,
    leftOut: tally.leftOut,
    ...facts,
  }
}
