import type { InputOf } from '../../../../shared/contract/index.ts'
import type { ExportFormat } from '../../../../shared/contract/reports.ts'
import type { CountedDeclarations, TradeReport } from '../../../../shared/contract/trade-report.ts'
import type { ErrorReport } from '../../../../shared/errors.ts'
import { texts } from '../../../../shared/languages/index.ts'
import { nameIn } from '../../../../shared/languages/names.ts'
import { fill } from '../../../../shared/report/fill.ts'
import { type Behind, behindPage } from '../../../../shared/report/trade-page.ts'
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
  const name = fill(page.file.name, {
    port: nameIn(report.port.names, language),
    period: filePeriod(report.period),
    by: page.dimensions[report.by],
  })
  return `${name.replace(/[\\/:*?"<>|]/g, ' ')}.${format}`
}

/** Port, period and the number whose declarations it has: `Jeminay 2023 Both: Motor vehicles`. */
export function behindFileName(
  report: TradeReport,
  behind: Behind,
  counted: CountedDeclarations,
  language: Language,
): string {
  const { title } = behindPage(report, behind, counted, language)
  return `${nameIn(report.port.names, language)} ${filePeriod(counted.period)} ${title}`
}

/** A whole year by its number, else dates. */
function filePeriod({ from, to }: { from: string; to: string }): string {
  const year = from.slice(0, 4)
  if (from === `${year}-01-01` && to === `${year}-12-31`) return year
  return from === to ? from : `${from}–${to}`
}
