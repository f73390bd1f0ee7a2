import type { z } from 'zod'
import { busesContract } from './buses.ts'
import { channelsNeededContract } from './channels-needed.ts'
import { countsTableContract } from './counts-table.ts'
import { crossingsContract } from './crossings.ts'
import { declarationsContract } from './declarations.ts'
import { declarationsImportContract } from './declarations-import.ts'
import { declarationsTableContract } from './declarations-table.ts'
import { deskContract } from './desk.ts'
import { expectedGoodsContract } from './expected-goods.ts'
import { filterTotalsContract } from './filter-totals.ts'
import { forecastContract } from './forecast.ts'
import { importContract } from './import.ts'
import { journalContract } from './journal.ts'
import { notesContract } from './notes.ts'
import { referenceContract } from './reference.ts'
import { printingContract, reportsContract } from './reports.ts'
import { settingsContract } from './settings.ts'
import { staffingContract } from './staffing.ts'
import { staffingLoadContract } from './staffing-load.ts'
import { staffingPeopleContract } from './staffing-people.ts'
import { staffingSectionContract } from './staffing-section.ts'
import { staffingSettingsContract } from './staffing-settings.ts'
import { tariffContract } from './tariff.ts'
import { tradePrintingContract, tradeReportContract } from './trade-report.ts'
import { tradeSettingsContract } from './trade-settings.ts'
import { windowSettingsContract } from './window-settings.ts'

/** Every operation of Portbook by name: the only way into a book, for the window, the command line and tests. */
export const contract = {
  ...deskContract,
  ...windowSettingsContract,
  ...referenceContract,
  ...settingsContract,
  ...crossingsContract,
  ...countsTableContract,
  ...notesContract,
  ...importContract,
  ...reportsContract,
  ...printingContract,
  ...filterTotalsContract,
  ...staffingContract,
  ...channelsNeededContract,
  ...staffingLoadContract,
  ...staffingSectionContract,
  ...staffingPeopleContract,
  ...staffingSettingsContract,
  ...declarationsContract,
  ...declarationsTableContract,
  ...declarationsImportContract,
  ...expectedGoodsContract,
  ...tradeSettingsContract,
  ...forecastContract,
  ...busesContract,
  ...tariffContract,
  ...tradeReportContract,
  ...tradePrintingContract,
  ...journalContract,
}

export type Contract = typeof contract
export type OperationName = keyof Contract
export type QueryName = {
  [Name in OperationName]: Contract[Name]['kind'] extends 'query' ? Name : never
}[OperationName]
export type CommandName = Exclude<OperationName, QueryName>
export type InputOf<Name extends OperationName> = z.input<Contract[Name]['input']>
export type OutputOf<Name extends OperationName> = z.output<Contract[Name]['output']>
