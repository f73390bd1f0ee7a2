import type {
  CrossingsReport,
  CrossingsReportInput,
  ReportFile,
  ReportFormat,
  ReportPart,
} from '../../../shared/contract/reports.ts'
import type { StaffingSections } from '../../../shared/contract/staffing-section.ts'
import { AppError } from '../../../shared/errors.ts'
import { texts } from '../../../shared/languages/index.ts'
import { planPage } from '../../../shared/report/plan-page.ts'
import { reportPage } from '../../../shared/report/report-page.ts'
import { staffingTablePage } from '../../../shared/report/staffing-table.ts'
import type { Language } from '../../../shared/words.ts'
import type { QueryContext } from '../../book/handlers.ts'
import { csvText } from '../../book/write-table.ts'
import { wholeDay } from '../staffing/shift-place.ts'
import { readCrossingsReport } from './crossings-report.ts'
import { reportHtml } from './report-html.ts'
import { reportTable } from './report-rows.ts'
import { reportXlsx, staffingXlsx } from './report-xlsx.ts'
import { planHtml } from './staffing/plan-html.ts'
import { planTable } from './staffing/plan-table.ts'
import { planXlsx } from './staffing/plan-xlsx.ts'
import { readShiftPlan } from './staffing/shift-plan.ts'
import { staffingTableHtml } from './staffing/staffing-html.ts'
import { readStaffingSections } from './staffing/staffing-sections.ts'
import { staffingTableRows } from './staffing/staffing-table-rows.ts'

/** A report as the content of a file, made from the same answers that every other output shows. */
export async function writeCrossingsReport(
  context: QueryContext,
  input: {
    report: CrossingsReportInput
    part?: ReportPart | undefined
    format: ReportFormat
    language: Language
  },
): Promise<ReportFile> {
  const { format, language } = input
  if (input.part === 'plan') return writePlan(context, input.report, format, language)
  const report = readCrossingsReport(context, input.report)
  const staffing = readStaffingSections(context, input.report)
  if (input.part === 'staffing') return writeStaffing(report, staffing, format, language)
  switch (format) {
    case 'json':
      return { encoding: 'text', text: `${JSON.stringify(withStaffing(report, staffing), null, 2)}\n` }
    case 'csv': {
      const { headings, rows } = reportTable(report, staffing, language)
      return { encoding: 'text', text: csvText(headings, rows) }
    }
    case 'html':
      return { encoding: 'text', text: reportHtml(reportPage(report, staffing, language), language) }
    case 'xlsx':
      return workbook(await reportXlsx(report, reportPage(report, staffing, language), language))
  }
}

/** The staffing of the period alone, with its tables by channel, date and hour. */
async function writeStaffing(
  report: CrossingsReport,
  staffing: StaffingSections,
  format: ReportFormat,
  language: Language,
): Promise<ReportFile> {
  const page = () => staffingTablePage(report, reportPage(report, staffing, language), staffing, language)
  switch (format) {
    case 'json': {
      const { period, port, shift, sample, journal, checkpoint } = report
      const head = { period, port, shift, sample, journal, checkpoint }
      const text = JSON.stringify({ ...head, staffing: staffing.checkpoints }, null, 2)
      return { encoding: 'text', text: `${text}\n` }
    }
    case 'csv': {
      const rows = staffingTableRows(staffing, language)
      const headings = Object.values(texts[language].report.columns)
      const mark = report.sample ? [[texts[language].foot.sample, ...headings.slice(1).map(() => null)]] : []
      return { encoding: 'text', text: csvText(headings, [...mark, ...rows]) }
    }
    case 'html':
      return { encoding: 'text', text: staffingTableHtml(page(), language) }
    case 'xlsx':
      return workbook(await staffingXlsx(page()))
  }
}

/** The plan of the shift, or of the whole day, of one checkpoint. */
async function writePlan(
  context: QueryContext,
  { kind, date, checkpoint, shift = kind === 'day' ? wholeDay : undefined }: CrossingsReportInput,
  format: ReportFormat,
  language: Language,
): Promise<ReportFile> {
  if (kind !== 'shift' && kind !== 'day') throw new AppError('invalid-input', { field: 'kind' })
  if (checkpoint === undefined) throw new AppError('invalid-input', { field: 'checkpoint' })
  if (shift === undefined) throw new AppError('invalid-input', { field: 'shift' })
  const plan = readShiftPlan(context, { checkpoint, date, shift })
  switch (format) {
    case 'json':
      return { encoding: 'text', text: `${JSON.stringify(plan, null, 2)}\n` }
    case 'csv': {
      const { headings, rows } = planTable(plan, language)
      const mark = plan.sample ? [[texts[language].foot.sample, ...headings.slice(1).map(() => null)]] : []
      return { encoding: 'text', text: csvText(headings, [...mark, ...rows]) }
    }
    case 'html':
      return { encoding: 'text', text: planHtml(planPage(plan, language), language) }
    case 'xlsx':
      return workbook(await planXlsx(plan, language))
  }
}

const workbook = (bytes: Uint8Array): ReportFile => ({
  encoding: 'base64',
  base64: Buffer.from(bytes).toString('base64'),
})

/** A book without channels has nothing to say of staffing. */
function withStaffing(
  report: CrossingsReport,
  { checkpoints }: StaffingSections,
): CrossingsReport & { staffing?: StaffingSections['checkpoints'] } {
  return checkpoints.length === 0 ? report : { ...report, staffing: checkpoints }
}
