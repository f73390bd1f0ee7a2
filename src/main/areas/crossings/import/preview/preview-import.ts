import type {
  ImportPreview,
  PreviewRow,
  RowOutcome,
  UnknownWord,
} from '../../../../../shared/contract/import.ts'
import { AppError } from '../../../../../shared/errors.ts'
import { directionWords, wordKey } from '../../../../../shared/import/heading-words.ts'
import type { QueryContext } from '../../../../book/handlers.ts'
import { cancelJob, endJob } from '../../../../book/jobs.ts'
import { keepPreview, keptPreview, letGoOfPreview } from '../../../../import/kept-previews.ts'
import { portModel } from '../../../reference/port-model.ts'
import { CompareTarget } from '../compare-target.ts'
import { knownWords, nearest } from '../guess/known-words.ts'
import { tallied } from '../import-counts.ts'
import { ImportTally } from '../import-tally.ts'
import { type FileToImport, runImport } from '../run-import.ts'
import { PreviewRecorder } from './preview-recorder.ts'
import { ScratchRows } from './scratch-rows.sql.ts'

/**
 * Judges every row of a file as the import would, and writes nothing.
 * @throws AppError where the file as a whole cannot be read by this mapping, and cancelled
 */
export async function previewImport(
  context: QueryContext,
  input: FileToImport & { job: string },
): Promise<ImportPreview> {
  const { db, now, tell } = context
  const { job } = input
  letGoOfPreview(job)
  const scratch = new ScratchRows()
  try {
    const recorder = new PreviewRecorder(scratch)
    const tally = new ImportTally(recorder)
    const facts = await runImport(new CompareTarget(db), now, input, tally, { job, tell })
    scratch.finish()
    keepPreview(job, scratch)
    return {
      ...tallied(tally, facts),
      rowsBy: scratch.outcomes(),
      unknown: unknownWords(context, recorder),
    }
  } catch (error) {
    scratch.close()
    throw error
  } finally {
    endJob(job)
  }
}

/** @throws AppError preview-gone */
export function readPreviewRows(
  _: QueryContext,
  input: { job: string; filter: RowOutcome | 'all'; offset: number; limit: number },
): { rows: PreviewRow[] } {
  const scratch = keptPreview(input.job)
  if (!(scratch instanceof ScratchRows)) throw new AppError('preview-gone')
  const rows = scratch.page(input.filter, input.offset, input.limit)
  return {
    rows: rows.map(({ row, outcome, text }) => ({
      row,
      outcome,
      ...(JSON.parse(text) as Omit<PreviewRow, 'row' | 'outcome'>),
    })),
  }
}

export function closePreview(_: QueryContext, { job }: { job: string }): Record<string, never> {
  letGoOfPreview(job)
  return {}
}

/** Reaches what runs in this very thread; dispatch sends it to the thread that has the job. */
export function cancelImport(_: QueryContext, { job }: { job: string }): Record<string, never> {
  cancelJob(job)
  return {}
}

function unknownWords({ db }: QueryContext, { unknown }: PreviewRecorder): ImportPreview['unknown'] {
  const known = knownWords(portModel(db))
  const list = (
    words: ReadonlyMap<string, number>,
    suggest: (word: string) => string | null,
  ): UnknownWord[] => [...words].map(([word, rows]) => ({ word, rows, suggestion: suggest(word) }))
  return {
    places: list(unknown.places, (word) => nearest(known.checkpoints, word)),
    directions: list(unknown.directions, (word) => directionWords.get(wordKey(word)) ?? null),
    periods: list(unknown.periods, (word) => nearest(known.shifts, word)),
    lines: list(unknown.lines, (word) => nearest(known.lines, word)),
  }
}
