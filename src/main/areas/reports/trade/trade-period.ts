import type { InputOf } from '../../../../shared/contract/index.ts'
import type { TradeFilter } from '../../../../shared/contract/trade-report.ts'
import { firstOfMonth } from '../../../../shared/dates.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { QueryContext } from '../../../book/handlers.ts'
import { today } from '../../reference/describe-port.ts'
import { portModel } from '../../reference/port-model.ts'
import { checkpointOf } from '../../reference/settings/setting-rules.ts'
import { groupModel } from '../../reference/trade/commodity-groups.ts'
import { spanOf } from '../report-period.ts'
import { type DateSpan, lastYearSpan, previousSpan } from '../report-spans.ts'
import { firstCounted } from './counted-goods.sql.ts'

type Period = Pick<InputOf<'readTradeReport'>, 'kind' | 'date' | 'to'>

export interface TradePeriod {
  span: DateSpan
  /** The last date that can have any: today, where the period is not over. */
  until: string
  goesOn: boolean
}

/** @throws AppError invalid-input, unknown-checkpoint, unknown-commodity-group */
export function tradePeriod({ db, now }: QueryContext, period: Period, filter: TradeFilter): TradePeriod {
  const port = portModel(db)
  if (filter.checkpoint !== undefined) checkpointOf(port, filter.checkpoint)
  const { commodityGroup } = filter
  if (commodityGroup !== undefined && !groupModel(db).groups.has(commodityGroup)) {
    throw new AppError('unknown-commodity-group', { commodityGroup })
  }
  const span = spanOf(period)
  const present = today(port, now)
  const goesOn = span.to > present && span.from <= present
  return { span, until: goesOn ? present : span.to, goesOn }
}

/** The dates that a period is compared with: one that goes on, with the same days of last year. */
export function baseSpan(
  { kind }: Period,
  { span, until, goesOn }: TradePeriod,
  name: 'previous' | 'lastYear',
): DateSpan {
  if (name === 'previous') return previousSpan(kind, span)
  if (!goesOn) return lastYearSpan(kind, span)
  return lastYearSpan(kind === 'week' ? kind : 'range', { from: span.from, to: until })
}

/** Whether the book knows what was before: from the month of its first released declaration on. */
export function isKnown({ db }: QueryContext, base: DateSpan, checkpoint: string | undefined): boolean {
  const first = firstCounted(db, checkpoint ?? null)
  return first !== undefined && base.from >= firstOfMonth(first)
}
