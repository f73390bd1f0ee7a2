import { importHandlers } from '../areas/crossings/import/operations.ts'
import { crossingsHandlers } from '../areas/crossings/operations.ts'
import { countsTableHandlers } from '../areas/crossings/table/operations.ts'
import { declarationsImportHandlers } from '../areas/declarations/import/operations.ts'
import { declarationsHandlers, expectedGoodsHandlers } from '../areas/declarations/operations.ts'
import { declarationsTableHandlers } from '../areas/declarations/table/operations.ts'
import { forecastHandlers } from '../areas/forecast/operations.ts'
import { journalHandlers } from '../areas/journal/operations.ts'
import { notesHandlers } from '../areas/notes/operations.ts'
import { queueHandlers } from '../areas/queues/operations.ts'
import { referenceHandlers } from '../areas/reference/operations.ts'
import { settingsHandlers } from '../areas/reference/settings/operations.ts'
import { tariffHandlers } from '../areas/reference/tariff/operations.ts'
import { tradeSettingsHandlers } from '../areas/reference/trade/settings/operations.ts'
import {
  filterTotalsHandlers,
  reportsHandlers,
  staffingLoadHandlers,
  staffingSectionHandlers,
  tradeReportHandlers,
} from '../areas/reports/operations.ts'
import { busesHandlers } from '../areas/staffing/buses/operations.ts'
import { staffingHandlers, staffingPeopleHandlers } from '../areas/staffing/operations.ts'
import { staffingSettingsHandlers } from '../areas/staffing/settings/operations.ts'

/** Every operation on a book, from all areas. */
export const handlers = {
  ...referenceHandlers,
  ...settingsHandlers,
  ...crossingsHandlers,
  ...countsTableHandlers,
  ...notesHandlers,
  ...importHandlers,
  ...reportsHandlers,
  ...filterTotalsHandlers,
  ...staffingHandlers,
  ...queueHandlers,
  ...staffingLoadHandlers,
  ...staffingSectionHandlers,
  ...staffingPeopleHandlers,
  ...staffingSettingsHandlers,
  ...declarationsHandlers,
  ...declarationsTableHandlers,
  ...declarationsImportHandlers,
  ...expectedGoodsHandlers,
  ...tradeSettingsHandlers,
  ...forecastHandlers,
  ...busesHandlers,
  ...tariffHandlers,
  ...tradeReportHandlers,
  ...journalHandlers,
}

export type BookOperation = keyof typeof handlers
