import type { TradeSettings } from '../../../../../shared/contract/trade-settings.ts'
import type { PortTrade } from '../../../../../shared/trade/port-trade.ts'
import { always, type OpenSpan } from '../../open-dates.ts'

/** The settings of trade in the form of a port file; undefined where there are none. */
export function tradeFileOf(settings: TradeSettings): PortTrade | undefined {
  if (Object.values(settings).every((list) => list.length === 0)) return undefined
  return {
    commodityGroups: settings.groups.map((group) => {
      const [first, ...later] = group.names
      return {
        code: group.commodityGroup,
        names: first?.names ?? {},
        renamed: later.map(({ from, names }) => ({ from: from ?? always.from, names })),
        ...(group.parent !== null && { parent: group.parent }),
        measure: group.measure,
        restricted: group.restricted,
        prefixes: group.prefixes.map((entry) => ({ prefix: entry.prefix, ...dates(entry) })),
        ...dates(group),
      }
    }),
    qualifications: settings.qualifications.map(({ commodityGroup, direction, note, ...span }) => ({
      commodityGroup,
      direction,
      ...dates(span),
      ...(note !== null && { note }),
    })),
    declarationNumbers: settings.numberFormats.map(({ from, masks, description }) => ({
      ...(from !== null && { from }),
      masks,
      description,
    })),
    reportingCurrency: settings.reportingCurrencies.map(({ from, currency }) => ({
      ...(from !== null && { from }),
      currency,
    })),
    rates: settings.rates,
  }
}

function dates({ from, to }: OpenSpan): { from?: string; to?: string } {
  return { ...(from !== null && { from }), ...(to !== null && { to }) }
}
