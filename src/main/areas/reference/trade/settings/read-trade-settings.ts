import type { TradeSettings } from '../../../../../shared/contract/trade-settings.ts'
import { exactText } from '../../../../../shared/trade/exact.ts'
import type { Names } from '../../../../../shared/words.ts'
import type { Connection } from '../../../../book/connection.ts'
import type { QueryContext } from '../../../../book/handlers.ts'
import { always, openSpan } from '../../open-dates.ts'
import { portModel } from '../../port-model.ts'
import { datedNames } from '../../settings/read-settings.ts'
import { groupModel } from '../commodity-groups.ts'
import * as sql from '../trade.sql.ts'
import { prefixesOfGroup } from './trade-settings.sql.ts'

export function readTradeSettings({ db }: QueryContext): TradeSettings {
  return tradeSettingsOf(db)
}

/** Every setting of trade as the book has it. */
export function tradeSettingsOf(db: Connection): TradeSettings {
  const port = portModel(db)
  const { groups, qualifications } = groupModel(db)
  const open = (from: string): string | null => (from === always.from ? null : from)
  return {
    groups: [...groups.values()].map((group) => ({
      commodityGroup: group.code,
      names: datedNames(port, 'commodity-group', group.code),
      parent: group.parent,
      measure: group.measure,
      restricted: [...group.restricted],
      ...openSpan(group),
      prefixes: prefixesOfGroup(db, group.code).map((entry) => ({
        prefix: entry.prefix,
        ...openSpan(entry),
      })),
    })),
    qualifications: qualifications.map(({ commodityGroup, direction, from, to, note }) => ({
      commodityGroup,
      direction,
      ...openSpan({ from, to }),
      note,
    })),
    rates: sql.selectRates(db).map(({ rate, scale, ...row }) => ({ ...row, rate: exactText(rate, scale) })),
    numberFormats: sql.selectNumberFormats(db).map(({ from, masks, description }) => ({
      from: open(from),
      masks: JSON.parse(masks) as string[],
      description: JSON.parse(description) as Names,
    })),
    reportingCurrencies: sql
      .selectReportingCurrencies(db)
      .map(({ from, currency }) => ({ from: open(from), currency })),
  }
}
