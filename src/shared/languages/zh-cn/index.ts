import type { Texts } from '../en/index.ts'
import { app } from './app.ts'
import { board } from './board.ts'
import { buses } from './buses.ts'
import { crossings } from './crossings.ts'
import { daySheet } from './day-sheet.ts'
import { declarations } from './declarations.ts'
import { declarationsImport } from './declarations-import.ts'
import { errors } from './errors.ts'
import { importing } from './import.ts'
import { need } from './need.ts'
import { reports } from './reports.ts'
import { rows } from './rows.ts'
import { settings } from './settings.ts'
import { staffing } from './staffing.ts'
import { staffingReport } from './staffing-report.ts'
import { trade } from './trade.ts'
import { tradeReport } from './trade-report.ts'
import { words } from './words.ts'

export const zhCN: Texts = {
  ...app,
  ...words,
  ...daySheet,
  ...declarations,
  ...declarationsImport,
  ...board,
  ...buses,
  ...crossings,
  ...importing,
  ...need,
  ...reports,
  ...rows,
  ...settings,
  ...staffing,
  ...staffingReport,
  ...errors,
  ...trade,
  ...tradeReport,
}
