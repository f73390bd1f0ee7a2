import type { tradeSettingsContract } from '../../../../../shared/contract/trade-settings.ts'
import type { Handlers } from '../../../../book/handlers.ts'
import {
  addCommodityGroup,
  changeCommodityGroup,
  keepGroupNames,
  loadShippedGroups,
  removeCommodityGroup,
} from './change-groups.ts'
import {
  keepExchangeRate,
  keepNumberFormat,
  keepReportingCurrency,
  removeExchangeRate,
  removeNumberFormat,
  removeReportingCurrency,
} from './change-money.ts'
import { keepQualification, removeQualification } from './change-qualifications.ts'
import { readTradeSettings } from './read-trade-settings.ts'

export const tradeSettingsHandlers: Handlers<typeof tradeSettingsContract> = {
  readTradeSettings,
  addCommodityGroup,
  changeCommodityGroup,
  keepGroupNames,
  removeCommodityGroup,
  loadShippedGroups,
  keepQualification,
  removeQualification,
  keepExchangeRate,
  removeExchangeRate,
  keepReportingCurrency,
  removeReportingCurrency,
  keepNumberFormat,
  removeNumberFormat,
}
