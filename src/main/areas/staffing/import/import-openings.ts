import type { OpeningsImport } from '../../../../shared/contract/staffing.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { OpeningsMappingFile } from '../../../../shared/openings-mapping-file.ts'
import type { CommandContext } from '../../../book/handlers.ts'
import type { FileRow } from '../../../import/file-row.ts'
import { firstRows } from '../../../import/first-rows.ts'
import { DateReader } from '../../../import/read-dates.ts'
import { openRows } from '../../../import/read-rows.ts'
import { mostListed, refusalOf } from '../../../import/refusal.ts'
import { portModel } from '../../reference/port-model.ts'
import { checkpointOf } from '../../reference/settings/setting-rules.ts'
import type { RuleContext } from '../opening-rules.ts'
import { openingsOfChannel } from '../openings.sql.ts'
import { shiftsOfBoard, wholeDay } from '../shift-place.ts'
import { putOpening, ruleContext } from '../write-openings.ts'
import {
  CellError,
  minutesInShift,
  type OpeningRow,
  planOpenings,
  readOpeningRow,
  within,
} from './read-opening-row.ts'

/**
 * Reads a file's openings into the book as one batch. An opening is known by its channel, plan, shift and start: what
 * stands there already is the same or changed. One refused row, and nothing is written.
 * @throws AppError where the file as a whole cannot be read by this mapping
 */
export async function importOpenings(
  context: CommandContext,
  input: { file: string; mapping: OpeningsMappingFile; dryRun: boolean },
): Promise<OpeningsImport> {
  const { file, mapping } = input
  const tally = {
    rows: 0,
    openings: 0,
    new: 0,
    same: 0,
    changed: 0,
    refused: [] as OpeningsImport['refused'],
    refusedCells: 0,
    leftOut: 0,
  }
  const refuse = (row: number, column: string, error: AppError): void => {
    tally.refusedCells += 1
    if (tally.refused.length < mostListed) tally.refused.push(refusalOf(row, column, error))
  }
  const source = await openRows(file, mapping)
  const contexts = new Map<string, RuleContext>()
  const taken = new Set<string>()
  try {
    const first = await firstRows(source, mapping.headings, file)
    const plan = planOpenings(mapping, first.headings)
    const dates = new DateReader(mapping.date.pattern, source.padded)
    const take = (row: FileRow): void => {
      tally.rows += 1
      if (source.padded) while (row.cells.length < plan.width) row.cells.push('')
      try {
        const read = readOpeningRow(plan, dates, row)
        if (!read) tally.leftOut += 1
        else {
          const outcome = takeOpening(context, contexts, taken, read)
          tally.openings += 1
          tally[outcome] += 1
        }
      } catch (error) {
        if (error instanceof CellError) refuse(row.number, error.column, error.error)
        else if (error instanceof AppError) refuse(row.number, '', error)
        else throw error
      }
    }
    if (first.data) take(first.data)
    for await (const row of source.rows) take(row)
  } catch (error) {
    // A row at which the file cannot be read any further.
    if (!(error instanceof AppError) || typeof error.details.row !== 'number') throw error
    refuse(error.details.row, '', error)
  }
  if (tally.rows === 0) throw new AppError('file-empty', { file })
  const { batch } = context
  const written = tally.refusedCells === 0 && !input.dryRun
  if (!written) batch.discard()
  return {
    ...tally,
    hiddenRows: source.hidden(),
    written,
    batch: written && batch.changed > 0 ? batch.number : null,
  }
}

function takeOpening(
  context: CommandContext,
  contexts: Map<string, RuleContext>,
  taken: Set<string>,
  row: OpeningRow,
): 'new' | 'same' | 'changed' {
  const { checkpoint, date } = row
  const shift = row.shift ?? shiftAt(context, row)
  const key = `${checkpoint} ${date} ${shift}`
  let rules = contexts.get(key)
  if (!rules) {
    rules = ruleContext(context, { checkpoint, date, shift })
    contexts.set(key, rules)
  }
  const { channel, plan, direction, headCount } = row
  const wanted = { channel, plan, direction, headCount, ...minutesInShift(row, rules.shift) }
  const name = `${key} ${channel} ${plan} ${wanted.startsMinute}`
  if (taken.has(name)) throw new AppError('key-twice', { channel, date })
  taken.add(name)
  const stored = openingsOfChannel(context.db, channel, plan, date, date).find(
    (each) => each.shift === shift && each.startsMinute === wanted.startsMinute,
  )
  return putOpening(context, rules, stored ?? null, wanted)
}

/** The shift of a date in whose hours an opening begins. @throws AppError unknown-checkpoint, unknown-shift */
function shiftAt({ db }: CommandContext, { checkpoint: code, date, starts }: OpeningRow): string {
  const checkpoint = checkpointOf(portModel(db), code)
  const found = shiftsOfBoard(checkpoint, { date, shift: wholeDay }).find(({ span }) => {
    const minute = within(starts, span)
    return span.from <= minute && minute < span.to
  })
  if (!found) throw new AppError('unknown-shift', { checkpoint: code, date })
  return found.shift
}
