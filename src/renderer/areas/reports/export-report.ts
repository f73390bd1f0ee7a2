import type {
  CrossingsReport,
  CrossingsReportInput,
  ExportFormat,
  ReportPart,
} from '../../../shared/contract/reports.ts'
import type { ErrorReport } from '../../../shared/errors.ts'
import { nameIn, texts } from '../../../shared/languages/index.ts'
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
export async function exportReport(
  report: CrossingsReportInput,
  part: ReportPart | undefined,
  format: ExportFormat,
  language: Language,
  file: string,
): Promise<ErrorReport | null> {
  try {
    const content = await contentIn(report, part, format, language)
    if ('code' in content) return content
    download(new Blob([content.part], { type: types[format] }), file)
    return null
  } catch {
    return { code: 'host-gone', details: {} }
  }
}

/** Port, period and place, without what a file's name cannot hold: `Jeminay 2024-08-31 Passenger hall.csv`. */
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
  return `${name.replace(/[\\/:*?"<>|]/g, ' ')}.${format}`
}

/** The file's content, or why there is none. */
async function contentIn(
  report: CrossingsReportInput,
  part: ReportPart | undefined,
  format: ExportFormat,
  language: Language,
): Promise<{ part: BlobPart } | ErrorReport> {
  if (format === 'pdf') {
    const printed = await call('printCrossingsReport', { report, part, language })
    return printed.ok ? { part: bytesOf(printed.output.base64) } : printed.error
  }
  const written = await call('writeCrossingsReport', { report, part, format, language })
  if (!written.ok) return written.error
  return { part: written.output.encoding === 'text' ? written.output.text : bytesOf(written.output.base64) }
}

function bytesOf(base64: string): BlobPart {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}
