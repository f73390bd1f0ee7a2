import type { CrossingsReportInput, ReportFile, ReportFormat } from '../../../shared/contract/reports.ts'
import { reportPage } from '../../../shared/report/report-page.ts'
import type { Language } from '../../../shared/words.ts'
import type { QueryContext } from '../../book/handlers.ts'
import { csvText } from '../../book/write-table.ts'
import { readCrossingsReport } from './crossings-report.ts'
import { reportHtml } from './report-html.ts'
import { reportTable } from './report-rows.ts'
import { reportXlsx } from './report-xlsx.ts'

/** A crossings report as the content of a file, made from the same answer that every other output shows. */
export async function writeCrossingsReport(
  context: QueryContext,
  input: { report: CrossingsReportInput; format: ReportFormat; language: Language },
): Promise<ReportFile> {
  const { format, language } = input
  const report = readCrossingsReport(context, input.report)
  switch (format) {
    case 'json':
      return { encoding: 'text', text: `${JSON.stringify(report, null, 2)}\n` }
    case 'csv': {
      const { headings, rows } = reportTable(report, language)
      return { encoding: 'text', text: csvText(headings, rows) }
    }
    case 'html':
      return { encoding: 'text', text: reportHtml(reportPage(report, language), language) }
    case 'xlsx': {
      const bytes = await reportXlsx(report, reportPage(report, language), language)
      return { encoding: 'base64', base64: Buffer.from(bytes).toString('base64') }
    }
  }
}
