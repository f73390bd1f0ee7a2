import { AppError } from '../../../../shared/errors.ts'
import type { PortGroup, PortTrade } from '../../../../shared/trade/port-trade.ts'
import type { Batch } from '../../../book/batch.ts'
import { always } from '../open-dates.ts'
import { shippedCommodityGroups } from '../tariff/shipped-groups.ts'
import { rateRow } from './exchange-rate.ts'

type WrittenGroup = Omit<PortGroup, 'renamed'> & { renamed?: PortGroup['renamed'] }

/**
 * Writes what a port file says of trade into a new book.
 * @param writeNames writes the names of a group
 * @throws AppError port-file-wrong for a qualification of a group that there is not
 */
export function writeTrade(
  batch: Batch,
  trade: PortTrade,
  writeNames: (code: string, group: WrittenGroup) => void,
): void {
  const groups: readonly WrittenGroup[] =
    trade.commodityGroups === 'shipped' ? shippedCommodityGroups() : trade.commodityGroups
  for (const [position, group] of groups.entries()) {
    writeGroup(batch, group, position)
    writeNames(group.code, group)
  }
  for (const [index, { commodityGroup, direction, from, to, note }] of trade.qualifications.entries()) {
    if (!groups.some(({ code }) => code === commodityGroup)) {
      const field = `trade.qualifications.${index}.commodityGroup`
      throw new AppError('port-file-wrong', { field, message: `no group ${commodityGroup}` })
    }
    batch.put('qualification', [commodityGroup, direction, from ?? always.from], {
      to_date: to ?? always.to,
      note: note ?? null,
    })
  }
  for (const { from, masks, description } of trade.declarationNumbers) {
    batch.put('declaration_number_format', [from ?? always.from], {
      masks: JSON.stringify(masks),
      description: JSON.stringify(description),
    })
  }
  for (const { from, currency } of trade.reportingCurrency) {
    batch.put('reporting_currency', [from ?? always.from], { currency })
  }
  for (const { currency, reporting, from, rate } of trade.rates) {
    batch.put('exchange_rate', [currency, reporting, from], rateRow(rate))
  }
}

function writeGroup(batch: Batch, group: WrittenGroup, position: number): void {
  batch.put('commodity_group', [group.code], {
    parent: group.parent ?? null,
    position,
    measure: group.measure,
    restricted: JSON.stringify([...new Set(group.restricted)].toSorted()),
    from_date: group.from ?? always.from,
    to_date: group.to ?? always.to,
  })
  for (const { prefix, from, to } of group.prefixes) {
    batch.put('group_prefix', [group.code, prefix, from ?? always.from], { to_date: to ?? always.to })
  }
}
