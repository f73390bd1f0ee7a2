import type { filterTotalsContract } from '../../../shared/contract/filter-totals.ts'
import type { reportsContract } from '../../../shared/contract/reports.ts'
import type { staffingLoadContract } from '../../../shared/contract/staffing-load.ts'
import type { staffingSectionContract } from '../../../shared/contract/staffing-section.ts'
import type { tradeReportContract } from '../../../shared/contract/trade-report.ts'
import type { Handlers } from '../../book/handlers.ts'
import { readCrossingsReport } from './crossings-report.ts'
import { readFilterTotals } from './filter-totals.ts'
import { readShiftPlan } from './staffing/shift-plan.ts'
import { readBoardArrivals, readStaffingReport } from './staffing/staffing-report.ts'
import { readStaffingSections } from './staffing/staffing-sections.ts'
import { readCountedPart, writeCountedPart } from './trade/counted-file.ts'
import { readCountedDeclarations } from './trade/counted-page.ts'
import { readTradeReport } from './trade/roll-up.ts'
import { readTradeStatement } from './trade/statement.ts'
import { writeTradeReport } from './trade/write-trade-report.ts'
import { writeCrossingsReport } from './write-report.ts'

export const reportsHandlers: Handlers<typeof reportsContract> = { readCrossingsReport, writeCrossingsReport }

export const filterTotalsHandlers: Handlers<typeof filterTotalsContract> = { readFilterTotals }

export const staffingLoadHandlers: Handlers<typeof staffingLoadContract> = {
  readStaffingReport,
  readBoardArrivals,
}

export const staffingSectionHandlers: Handlers<typeof staffingSectionContract> = {
  readStaffingSections,
  readShiftPlan,
}

export const tradeReportHandlers: Handlers<typeof tradeReportContract> = {
  readTradeReport,
  writeTradeReport,
  readCountedDeclarations,
  readCountedPart,
  writeCountedPart,
  readTradeStatement,
}
