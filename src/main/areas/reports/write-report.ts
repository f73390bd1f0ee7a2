import type {
  CrossingsReport,
  CrossingsReportInput,
  ReportFile,
  ReportFormat,
} from '../../../shared/contract/reports.ts'
import type { StaffingSections } from '../../../shared/contract/staffing-section.ts'
import { reportPage } from '../../../shared/report/report-page.ts'
import type { Language } from '../../../shared/words.ts'
import type { QueryContext } from '../../book/handlers.ts'
import { csvText } from '../../book/write-table.ts'
import { readCrossingsReport } from './crossings-report.ts'
import { reportHtml } from './report-html.ts'
import { reportTable } from './report-rows.ts'
import { reportXlsx } from './report-xlsx.ts'
import { readStaffingSections } from './staffing/staffing-sections.ts'

/** A report as the content of a file, made from the same answers that every other output shows. */
export async function writeCrossingsReport(
  context: QueryContext,
  input: { report: CrossingsReportInput; format: ReportFormat; language: Language },
): Promise<ReportFile> {
  const { format, language } = input
  const report = readCrossingsReport(context, input.report)
  const staffing = readStaffingSections(context, input.report)
  switch (format) {
    case 'json':
      return { encoding: 'text', text: `${JSON.stringify(withStaffing(report, staffing), null, 2)}\n` }
    case 'csv': {
      const { headings, rows } = reportTable(report, staffing, language)
      return { encoding: 'text', text: csvText(headings, rows) }
    }
    case 'html':
      return { encoding: 'text', text: reportHtml(reportPage(report, staffing, language), language) }
    case 'xlsx': {
      const bytes = await reportXlsx(report, reportPage(report, staffing, language), language)
      return { encoding: 'base64', base64: Buffer.from(bytes).toString('base64') }
    }
  }
}

/** A book without channels has nothing to say of staffing. */
function withStaffing(
  report: CrossingsReport,
  { checkpoints }: StaffingSections,
): CrossingsReport & { staffing?: StaffingSections['checkpoints'] } {
  return checkpoints.length === 0 ? report : { ...report, staffing: checkpoints }
}
