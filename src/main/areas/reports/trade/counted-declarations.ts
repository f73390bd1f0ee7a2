import type { TradeFilter } from '../../../../shared/contract/trade-report.ts'
import type { TradeDirection } from '../../../../shared/trade/trade-words.ts'
import type { Connection } from '../../../book/connection.ts'
import type { DateSpan } from '../report-spans.ts'
import { type Detail, type FullItem, fullItems, type Selection } from './counted-goods.sql.ts'
import type { GoodsGroups } from './goods-groups.ts'

export interface CountedItem {
  /** Empty in a sum, and where none was declared. */
  hsCode: string
  netGrams: number
  /** Pieces in millionths; null where it is not counted. */
  pieces: number | null
  valueMinor: number
}

/** A released declaration with those of its items that a filter leaves. */
export interface Counted {
  declaration: string
  number: string | null
  countedDate: string
  direction: TradeDirection
  checkpoint: string
  partner: string
  transportMode: string
  tradeMode: string
  currency: string | null
  grossGrams: number
  /** null where none of its vehicles was weighed, and where nobody asked. */
  weighbridgeGrams: number | null
  items: CountedItem[]
}

/** Whether a filter leaves some items of a declaration only: then its gross weight says nothing. */
export const isOfGoods = ({ commodityGroup, chapter }: TradeFilter): boolean =>
  commodityGroup !== undefined || chapter !== undefined

/**
 * Every declaration that is counted in a span and has something that the filter leaves, by date; `sums` only of whole ones,
 * and only they have the weighbridge.
 */
export function* countedDeclarations(
  db: Connection,
  goods: GoodsGroups,
  span: DateSpan,
  filter: TradeFilter,
  detail: Detail,
): Generator<Counted> {
  let last: Counted | null = null
  for (const item of fullItems(db, selectionOf(span, filter), detail)) {
    if (last?.declaration !== item[0]) {
      if (last && isLeft(last, filter)) yield last
      last = declarationOf(item)
    }
    addItem(last, item, goods, filter)
  }
  if (last && isLeft(last, filter)) yield last
}

const isLeft = ({ items }: Counted, filter: TradeFilter): boolean => items.length > 0 || !isOfGoods(filter)

/** What is read for a filter; its goods are looked up item by item. */
export function selectionOf({ from, to }: DateSpan, filter: TradeFilter): Selection {
  return {
    ...{ from, to, checkpoint: filter.checkpoint ?? null, direction: filter.direction ?? null },
    ...{ partner: filter.partner ?? null, transportMode: filter.transportMode ?? null },
    tradeMode: filter.tradeMode ?? null,
  }
}

function declarationOf(item: FullItem): Counted {
  const [declaration, countedDate, direction, grossGrams, , , , , currency, ...header] = item
  const [partner, transportMode, tradeMode, number, checkpoint, weighbridgeGrams] = header
  return {
    ...{ declaration, number: number ?? null, countedDate, direction, currency },
    ...{ checkpoint: checkpoint ?? '', partner: partner ?? '' },
    ...{ transportMode: transportMode ?? '', tradeMode: tradeMode ?? '' },
    ...{ grossGrams: grossGrams ?? 0, weighbridgeGrams: weighbridgeGrams ?? null, items: [] },
  }
}

function addItem(to: Counted, item: FullItem, goods: GoodsGroups, filter: TradeFilter): void {
  const [, date, , , hsCode, netGrams, pieces, valueMinor] = item
  const { commodityGroup, chapter } = filter
  if (chapter !== undefined && !hsCode?.startsWith(chapter)) return
  const isOf = () => goods.of(hsCode ?? '', date).some(({ code }) => code === commodityGroup)
  if (commodityGroup !== undefined && !isOf()) return
  to.items.push({ hsCode: hsCode ?? '', netGrams: netGrams ?? 0, pieces, valueMinor: valueMinor ?? 0 })
}
