import type { InputOf, OutputOf } from '../../../../shared/contract/index.ts'
import type { CountedDeclaration, TradeFilter } from '../../../../shared/contract/trade-report.ts'
import { tradeBasis } from '../../../../shared/contract/trade-section.ts'
import type { QueryContext } from '../../../book/handlers.ts'
import { reportingCurrencyOn } from '../../reference/trade/reporting-currency.ts'
import { type Counted, countedDeclarations, isOfGoods } from './counted-declarations.ts'
import { countryNames } from './country-names.ts'
import { GoodsGroups } from './goods-groups.ts'
import { tradePeriod } from './trade-period.ts'
import { unitsOf } from './trade-section.ts'
import { Rates, TradeSum } from './trade-sum.ts'

/** @throws AppError unknown-checkpoint, unknown-commodity-group, invalid-input */
export function readCountedDeclarations(
  context: QueryContext,
  input: Pick<InputOf<'readCountedDeclarations'>, 'kind' | 'date' | 'to'> & {
    filter: TradeFilter
    offset: number
    limit: number
  },
): OutputOf<'readCountedDeclarations'> {
  const { db } = context
  const { span } = tradePeriod(context, input, input.filter)
  const rates = new Rates(db, reportingCurrencyOn(db, span.to))
  const sum = new TradeSum()
  const isWhole = !isOfGoods(input.filter)
  const rows: CountedDeclaration[] = []
  let place = 0
  for (const counted of countedDeclarations(
    db,
    new GoodsGroups(db),
    span,
    input.filter,
    isWhole ? 'sums' : 'items',
  )) {
    for (const item of counted.items) sum.add(counted, item, rates)
    if (place >= input.offset && place < input.offset + input.limit) rows.push(rowOf(counted, isWhole))
    place += 1
  }
  return {
    basis: tradeBasis,
    weight: isWhole ? 'gross' : 'net',
    period: span,
    total: sum.figure(isWhole, rates.reporting),
    rows,
  }
}

/** A declaration as it is listed; of some of its goods there is no gross weight. */
export function rowOf(counted: Counted, isWhole: boolean): CountedDeclaration {
  const { items, partner, grossGrams, weighbridgeGrams } = counted
  const { declaration, number, countedDate, direction, checkpoint, currency } = counted
  const pieces = items.flatMap((item) => (item.pieces === null ? [] : [item.pieces]))
  const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0)
  return {
    ...{ declaration, number, countedDate, direction, checkpoint, currency },
    partner: partner === '' ? null : partner,
    partnerNames: countryNames(partner),
    grossGrams: isWhole ? grossGrams : null,
    weighbridgeGrams: isWhole ? weighbridgeGrams : null,
    netGrams: sum(items.map(({ netGrams }) => netGrams)),
    units: unitsOf(pieces.length > 0 ? sum(pieces) : null),
    valueMinor: sum(items.map(({ valueMinor }) => valueMinor)),
  }
}
