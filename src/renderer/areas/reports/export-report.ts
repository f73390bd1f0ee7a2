import type { InputOf } from '../../../shared/contract/index.ts'
import type { CrossingsReport, ReportFile } from '../../../shared/contract/reports.ts'
import type { ErrorReport } from '../../../shared/errors.ts'
import { nameIn, texts } from '../../../shared/languages/index.ts'
import { fill } from '../../../shared/report/fill.ts'
import type { Language } from '../../../shared/words.ts'
import { call } from '../../lib/client.ts'
import { download } from '../../lib/download.ts'

export const exportFormats = ['xlsx', 'csv', 'html'] as const
export type ExportFormat = (typeof exportFormats)[number]

const types: Record<ExportFormat, string> = {
  csv: 'text/csv;charset=utf-8',
  html: 'text/html;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** Writes a report and offers it as a download. @returns why not, or null */
export async function exportReport(
  input: InputOf<'writeCrossingsReport'> & { format: ExportFormat },
  file: string,
): Promise<ErrorReport | null> {
  try {
    const answer = await call('writeCrossingsReport', input)
    if (!answer.ok) return answer.error
    download(new Blob([contentOf(answer.output)], { type: types[input.format] }), file)
    return null
  } catch {
    return { code: 'host-gone', details: {} }
  }
}

/** Port, period and place, without what a file's name cannot hold: `Jeminay 2024-08-31 Passenger hall.csv`. */
export function fileNameOf(report: CrossingsReport, format: ExportFormat, language: Language): string {
  const words = texts[language].report
  const { from, to, kind } = report.period
  const place = report.checkpoint ? nameIn(report.checkpoint.names, language) : words.port
  const shift = report.shift ? ` ${nameIn(report.shift.names, language)}` : ''
  const name = fill(words.fileName, {
    port: nameIn(report.port.names, language),
    period: kind === 'shift' || from === to ? `${from}${shift}` : `${from}–${to}`,
    place,
  })
  return `${name.replace(/[\\/:*?"<>|]/g, ' ')}.${format}`
}

function contentOf(file: ReportFile): BlobPart {
  if (file.encoding === 'text') return file.text
  return Uint8Array.from(atob(file.base64), (character) => character.charCodeAt(0))
}
