import type { Receipt } from '../../../../../shared/contract/operation.ts'
import { AppError } from '../../../../../shared/errors.ts'
import type { TradeDirection } from '../../../../../shared/trade/trade-words.ts'
import { type CommandContext, receiptOf } from '../../../../book/handlers.ts'
import { always, keptSpan, type OpenSpan } from '../../open-dates.ts'
import { checkSpan, present } from '../../settings/setting-rules.ts'
import { groupModel } from '../commodity-groups.ts'
import { groupOf } from './change-groups.ts'

/** @throws AppError unknown-commodity-group, setting-gone, ends-before-begins, qualifications-overlap */
export function keepQualification(
  { db, batch }: CommandContext,
  input: OpenSpan & {
    commodityGroup: string
    direction: TradeDirection
    replaces?: string | null | undefined
    note: string | null
  },
): Receipt {
  const { code } = groupOf(db, input.commodityGroup)
  const { direction } = input
  const span = keptSpan(input)
  checkSpan(span)
  const replaced = input.replaces === undefined ? null : (input.replaces ?? always.from)
  if (replaced !== null) {
    present(batch.row('qualification', [code, direction, replaced]))
    if (replaced !== span.from) batch.remove('qualification', [code, direction, replaced])
  }
  const overlapping = groupModel(db).qualifications.find(
    (other) =>
      other.commodityGroup === code &&
      other.direction === direction &&
      other.from !== replaced &&
      other.from <= span.to &&
      span.from <= other.to,
  )
  if (overlapping) throw new AppError('qualifications-overlap', { commodityGroup: code, direction })
  batch.put('qualification', [code, direction, span.from], { to_date: span.to, note: input.note })
  return receiptOf(batch)
}

/** @throws AppError setting-gone */
export function removeQualification(
  { batch }: CommandContext,
  input: { commodityGroup: string; direction: TradeDirection; from: string | null },
): Receipt {
  const key = [input.commodityGroup, input.direction, input.from ?? always.from]
  present(batch.row('qualification', key))
  batch.remove('qualification', key)
  return receiptOf(batch)
}
