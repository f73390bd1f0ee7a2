import type { CrossingsReportInput } from '../../../shared/contract/reports.ts'
import type { Language } from '../../../shared/words.ts'
import type { QueryContext } from '../../book/handlers.ts'
import { csvText } from '../../book/write-table.ts'
import { readCrossingsReport } from './crossings-report.ts'
import { reportTable } from './report-rows.ts'

/** A crossings report as the text of a file, made from the same answer that every other output shows. */
export function writeCrossingsReport(
  context: QueryContext,
  input: { report: CrossingsReportInput; format: 'json' | 'csv'; language: Language },
): { text: string } {
  const report = readCrossingsReport(context, input.report)
  if (input.format === 'json') return { text: `${JSON.stringify(report, null, 2)}\n` }
  const { headings, rows } = reportTable(report, input.language)
  return { text: csvText(headings, rows) }
}
