import type { filterTotalsContract } from '../../../shared/contract/filter-totals.ts'
import type { reportsContract } from '../../../shared/contract/reports.ts'
import type { Handlers } from '../../book/handlers.ts'
import { readCrossingsReport } from './crossings-report.ts'
import { readFilterTotals } from './filter-totals.ts'
import { writeCrossingsReport } from './write-report.ts'

export const reportsHandlers: Handlers<typeof reportsContract> = { readCrossingsReport, writeCrossingsReport }

export const filterTotalsHandlers: Handlers<typeof filterTotalsContract> = { readFilterTotals }
