import type { InputOf } from '../../../../shared/contract/index.ts'
import type { ExportFormat } from '../../../../shared/contract/reports.ts'
import type { TradeReport } from '../../../../shared/contract/trade-report.ts'
import type { ErrorReport } from '../../../../shared/errors.ts'
import { texts } from '../../../../shared/languages/index.ts'
import { nameIn } from '../../../../shared/languages/names.ts'
import { fill } from '../../../../shared/report/fill.ts'
import type { Language } from '../../../../shared/words.ts'
import { call } from '../../../lib/client.ts'
import { saveContent } from '../export-report.ts'

/** Writes a trade report and offers it as a download. @returns why not, or null */
export async function exportTrade(
  report: InputOf<'writeTradeReport'>['report'],
  format: ExportFormat,
  language: Language,
  file: string,
): Promise<ErrorReport | null> {
  return saveContent(format, file, async () => {
    if (format === 'pdf') {
      const printed = await call('printTradeReport', { report, language })
      return printed.ok ? { encoding: 'base64', base64: printed.output.base64 } : printed.error
    }
    const written = await call('writeTradeReport', { report, format, language })
    return written.ok ? written.output : written.error
  })
}

/** Port, period and what it is rolled up by: `Jeminay 2023 trade By month.xlsx`. */
export function tradeFileName(report: TradeReport, format: ExportFormat, language: Language): string {
  const { page } = texts[language].tradeReport
  const { from, to } = report.period
  const name = fill(page.file.name, {
    port: nameIn(report.port.names, language),
    period: isWholeYear(report) ? from.slice(0, 4) : from === to ? from : `${from}–${to}`,
    by: page.dimensions[report.by],
  })
  return `${name.replace(/[\\/:*?"<>|]/g, ' ')}.${format}`
}

const isWholeYear = ({ period: { from, to } }: TradeReport): boolean =>
  from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`
