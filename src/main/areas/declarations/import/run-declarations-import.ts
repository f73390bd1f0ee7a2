import type { DeclarationsPreview } from '../../../../shared/contract/declarations-import.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { DeclarationsMapping } from '../../../../shared/trade/declarations-mapping.ts'
import type { QueryContext } from '../../../book/handlers.ts'
import type { FileRow } from '../../../import/file-row.ts'
import { firstRows } from '../../../import/first-rows.ts'
import { type ImportJob, Progress, rowsBetweenLooks } from '../../../import/progress.ts'
import { isRagged } from '../../../import/ragged-rows.ts'
import { openRows } from '../../../import/read-rows.ts'
import { mostListed, refusalOf } from '../../../import/refusal.ts'
import { today } from '../../reference/describe-port.ts'
import { portModel } from '../../reference/port-model.ts'
import { planDeclarations } from './declarations-plan.ts'
import { DeclarationGatherer, type GatheredDeclaration } from './gather-declarations.ts'
import { DeclarationJudge, type JudgedDeclaration } from './judge-declaration.ts'
import type { PreviewLists } from './preview-lists.sql.ts'

export interface ImportInto {
  write?: (declaration: NonNullable<JudgedDeclaration['write']>) => void
  lists?: Pick<PreviewLists, 'add'>
}

/**
 * Reads a file from its first row to its last and judges each declaration when its rows are together.
 * @param into where to write what is to be written, until the first cell is refused, and where to list what was found
 * @throws AppError where the file as a whole cannot be read by this mapping, and cancelled
 */
export async function runDeclarationsImport(
  { db, now }: QueryContext,
  { file, mapping }: { file: string; mapping: DeclarationsMapping },
  job: ImportJob | null,
  into: ImportInto,
): Promise<DeclarationsPreview> {
  const tally = newTally()
  const refuse = (row: number, column: string, error: AppError): void => {
    tally.refusedCells += 1
    if (tally.refused.length < mostListed) tally.refused.push(refusalOf(row, column, error))
    into.lists?.add('refused', refusalOf(row, column, error))
  }
  const warn = (row: number, column: string, error: AppError): void => {
    tally.warningCells += 1
    if (tally.warnings.length < mostListed) tally.warnings.push(refusalOf(row, column, error))
    into.lists?.add('warnings', refusalOf(row, column, error))
  }
  const told = {
    refuse,
    warn,
    unchecked: () => {
      tally.uncheckedItems += 1
    },
  }
  const source = await openRows(file, mapping)
  const progress = new Progress(source, job)
  try {
    const first = await firstRows(source, mapping.headings, file)
    const port = portModel(db)
    const plan = planDeclarations(mapping, first.headings, source.padded, port)
    const gatherer = new DeclarationGatherer(plan, told)
    const judge = new DeclarationJudge(db, plan, today(port, now))
    const finish = (done: GatheredDeclaration | null): void => {
      if (done) take(tally, done, judge.judge(done, told), into)
    }
    const takeRow = (row: FileRow): void => {
      tally.rows += 1
      if (source.padded) while (row.cells.length < plan.width) row.cells.push('')
      if (isRagged(row.cells, plan.width)) refuse(row.number, '', new AppError('row-ragged'))
      else finish(gatherer.take(row))
    }
    if (first.data) takeRow(first.data)
    for await (const row of source.rows) {
      takeRow(row)
      if (tally.rows % rowsBetweenLooks === 0) progress.look(tally.rows)
    }
    finish(gatherer.finish())
    progress.look(tally.rows)
  } catch (error) {
    // A row at which the file cannot be read any further.
    if (!(error instanceof AppError) || typeof error.details.row !== 'number') throw error
    refuse(error.details.row, '', error)
  }
  if (tally.rows === 0) throw new AppError('file-empty', { file })
  tally.hiddenRows = source.hidden()
  return tally
}

function newTally(): DeclarationsPreview {
  return {
    ...{ rows: 0, declarations: 0, items: 0, vehicles: 0, new: 0, same: 0, changed: 0 },
    ...{ refused: [], refusedCells: 0, warnings: [], warningCells: 0 },
    ...{ uncheckedItems: 0, hiddenRows: 0 },
  }
}

function take(
  tally: DeclarationsPreview,
  { row, header, items, vehicles }: GatheredDeclaration,
  { outcome, changes, write }: JudgedDeclaration,
  into: ImportInto,
): void {
  tally.declarations += 1
  tally.items += items.length
  tally.vehicles += vehicles.length
  if (outcome !== 'refused') {
    tally[outcome] += 1
    const number = (header.number ?? null) as string | null
    into.lists?.add(outcome, { row, number, items: items.length, changes })
  }
  if (write && tally.refusedCells === 0) into.write?.(write)
}
