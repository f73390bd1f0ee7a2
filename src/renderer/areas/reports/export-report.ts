import type {
  CrossingsReport,
  CrossingsReportInput,
  ExportFormat,
  ReportFile,
  ReportPart,
} from '../../../shared/contract/reports.ts'
import type { ShiftPlan } from '../../../shared/contract/staffing-section.ts'
import type { ErrorReport } from '../../../shared/errors.ts'
import { texts } from '../../../shared/languages/index.ts'
import { nameIn } from '../../../shared/languages/names.ts'
import { fill } from '../../../shared/report/fill.ts'
import { filePeriod } from '../../../shared/report/period-text.ts'
import type { Language } from '../../../shared/words.ts'
import { call } from '../../lib/client.ts'
import { download } from '../../lib/download.ts'

const types: Record<ExportFormat, string> = {
  csv: 'text/csv;charset=utf-8',
  html: 'text/html;charset=utf-8',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** Writes a report and offers it as a download. @returns why not, or null */
export function exportReport(
  report: CrossingsReportInput,
  part: ReportPart | undefined,
  format: ExportFormat,
  language: Language,
  file: string,
): Promise<ErrorReport | null> {
  return saveContent(format, file, async () => {
    if (format === 'pdf') {
      const printed = await call('printCrossingsReport', { report, part, language })
      return printed.ok ? { encoding: 'base64', base64: printed.output.base64 } : printed.error
    }
    const written = await call('writeCrossingsReport', { report, part, format, language })
    return written.ok ? written.output : written.error
  })
}

/** Offers as a download what is written. @returns why not, or null */
export async function saveContent(
  format: ExportFormat,
  file: string,
  write: () => Promise<ReportFile | ErrorReport>,
): Promise<ErrorReport | null> {
  try {
    const content = await write()
    if ('code' in content) return content
    const part = content.encoding === 'text' ? content.text : bytesOf(content.base64)
    download(new Blob([part], { type: types[format] }), file)
    return null
  } catch {
    return { code: 'host-gone', details: {} }
  }
}

/** Port, period and place: `Jeminay 2024-08-31 Passenger hall.csv`. */
export function fileNameOf(
  report: CrossingsReport,
  part: ReportPart | undefined,
  format: ExportFormat,
  language: Language,
): string {
  const { report: words, staffingReport } = texts[language]
  const place = report.checkpoint ? nameIn(report.checkpoint.names, language) : words.port
  const name = fill(part === 'staffing' ? staffingReport.table.fileName : words.fileName, {
    port: nameIn(report.port.names, language),
    period: filePeriod(report, language),
    place,
  })
  return plainName(name, format)
}

/** Port, date, shift and place of a plan: `Jeminay Channel plan 2024-08-31 Morning Passenger hall.xlsx`. */
export function planFileName(plan: ShiftPlan, format: ExportFormat, language: Language): string {
  const words = texts[language].staffingReport.plan
  const { names } = plan.shift
  const name = fill(words.fileName, {
    port: nameIn(plan.port.names, language),
    period: names === null ? plan.date : `${plan.date} ${nameIn(names, language)}`,
    place: nameIn(plan.checkpoint.names, language),
  })
  return plainName(name, format)
}

/** Without what a file's name cannot hold. */
const plainName = (name: string, format: ExportFormat): string =>
  `${name.replace(/[\\/:*?"<>|]/g, ' ')}.${format}`

function bytesOf(base64: string): BlobPart {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}
