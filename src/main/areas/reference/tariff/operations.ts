import type { tariffContract } from '../../../../shared/contract/tariff.ts'
import type { Handlers } from '../../../book/handlers.ts'
import { listTariffs } from './editions.ts'
import { findTariffCodes } from './find-tariff-codes.ts'
import { guessTariff } from './import/guess-tariff.ts'
import { importTariff, previewTariff, removeTariff } from './import/import-tariff.ts'
import { readGoodsHabits } from './read-goods-habits.ts'
import { readTariffCode } from './read-tariff-code.ts'

export const tariffHandlers: Handlers<typeof tariffContract> = {
  findTariffCodes,
  readTariffCode,
  readGoodsHabits,
  listTariffs,
  guessTariff,
  previewTariff,
  importTariff,
  removeTariff,
}
