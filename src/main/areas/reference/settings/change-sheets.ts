import type { InputOf } from '../../../../shared/contract/index.ts'
import { AppError } from '../../../../shared/errors.ts'
import { keptSpan } from '../open-dates.ts'
import { lineOf } from './change-lines.ts'
import { figuresOnSheet } from './figures.ts'
import {
  checkpointOf,
  checkSpan,
  present,
  refuseRemoving,
  type SettingContext,
  sameMembers,
} from './setting-rules.ts'
import { nextSheetPosition } from './settings.sql.ts'

/** @throws AppError unknown-checkpoint, unknown-line, ends-before-begins, figures-outside */
export function keepSheetLine({ db, batch, port }: SettingContext, input: InputOf<'keepSheetLine'>): void {
  const checkpoint = checkpointOf(port, input.checkpoint)
  const line = lineOf(port, input.line)
  const span = keptSpan(input)
  checkSpan(span, figuresOnSheet(db, checkpoint, line.code))
  const key = [checkpoint.code, line.code]
  const position = batch.row('sheet_line', key)?.position ?? nextSheetPosition(db, checkpoint.code)
  batch.put('sheet_line', key, { position, from_date: span.from, to_date: span.to })
}

/** @throws AppError unknown-checkpoint, setting-gone, has-figures, sheet-empty */
export function removeSheetLine(
  { db, batch, port }: SettingContext,
  input: InputOf<'removeSheetLine'>,
): void {
  const checkpoint = checkpointOf(port, input.checkpoint)
  present(checkpoint.sheet.get(input.line))
  refuseRemoving(figuresOnSheet(db, checkpoint, input.line))
  if (checkpoint.sheet.size === 1) throw new AppError('sheet-empty', { checkpoint: checkpoint.code })
  batch.remove('sheet_line', [checkpoint.code, input.line])
}

/** @throws AppError unknown-checkpoint, order-incomplete */
export function orderSheet({ batch, port }: SettingContext, input: InputOf<'orderSheet'>): void {
  const { code, sheet } = checkpointOf(port, input.checkpoint)
  if (!sameMembers(input.lines, [...sheet.keys()])) throw new AppError('order-incomplete')
  for (const [position, line] of input.lines.entries()) {
    batch.put('sheet_line', [code, line], { ...batch.row('sheet_line', [code, line]), position })
  }
}
