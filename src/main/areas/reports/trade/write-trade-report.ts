import { type CellStyle, writeXlsx } from 'hucre/xlsx'
import type { InputOf, OutputOf } from '../../../../shared/contract/index.ts'
import type { TradeReport, TradeReportInput } from '../../../../shared/contract/trade-report.ts'
import { texts } from '../../../../shared/languages/index.ts'
import { tradePage } from '../../../../shared/report/trade-page.ts'
import type { Language } from '../../../../shared/words.ts'
import type { QueryContext } from '../../../book/handlers.ts'
import { csvText } from '../../../book/write-table.ts'
import {
  bold,
  count,
  dateOf,
  heading,
  ratio,
  right,
  rightHeading,
  type SheetLine,
  sheetName,
  sheetOf,
  text,
  tonnes,
} from '../report-xlsx.ts'
import { readTradeReport } from './roll-up.ts'
import { readTradeStatement } from './statement.ts'
import { tradeReportHtml } from './trade-report-html.ts'
import { type FlatCell, type FlatColumn, tradeTable } from './trade-table.ts'

/** @throws AppError unknown-checkpoint, unknown-commodity-group, invalid-input */
export async function writeTradeReport(
  context: QueryContext,
  input: Omit<InputOf<'writeTradeReport'>, 'report'> & { report: TradeReportInput },
): Promise<OutputOf<'writeTradeReport'>> {
  const { format, language } = input
  const report = readTradeReport(context, input.report)
  const { kind, date, to, filter } = input.report
  const statement = () => readTradeStatement(context, { kind, date, to, checkpoint: filter.checkpoint }).texts
  if (format === 'json') {
    return { encoding: 'text', text: `${JSON.stringify({ ...report, statement: statement() }, null, 2)}\n` }
  }
  if (format === 'html') {
    const page = tradePage(report, language)
    return { encoding: 'text', text: tradeReportHtml(page, statement()[language], language) }
  }
  if (format === 'csv') return { encoding: 'text', text: csvOf(report, language) }
  const bytes = await workbook(report, statement()[language], language)
  return { encoding: 'base64', base64: Buffer.from(bytes).toString('base64') }
}

/** A flat table has no head of its own: what is counted stands beside every number. */
function csvOf(report: TradeReport, language: Language): string {
  const { columns, rows } = tradeTable(report, language)
  const { page, statement } = texts[language].tradeReport
  const headings = [...columns.map(({ name }) => name), page.file.columns.basis]
  const mark = report.sample ? [[texts[language].foot.sample, ...columns.map(() => null)]] : []
  return csvText(headings, [...mark, ...rows.map((row) => [...row, statement.basis])])
}

/** The lines of the whole first: title, period, basis, head; they stay while one scrolls. */
function workbook(report: TradeReport, statement: string, language: Language): Promise<Uint8Array> {
  const page = tradePage(report, language)
  const { columns, rows } = tradeTable(report, language)
  const lines: SheetLine[] = [
    [text(page.title, bold), text(page.sample)],
    [text(page.period, bold), text(page.place)],
    [text([texts[language].tradeReport.statement.basis, ...page.notes].join(' '))],
    columns.map(({ name, kind }) => text(name, kind === 'text' ? heading : rightHeading)),
    ...rows.map((row) => row.map((cell, index) => cellOf(cell, columns[index]))),
    [],
    [text(statement)],
    ...page.foot.map((each) => [text(each)]),
  ]
  const widths = columns.map(({ kind }, index) => (index === 1 ? 40 : kind === 'money' ? 20 : 15))
  const { dimensions } = texts[language].tradeReport.page
  return writeXlsx({ sheets: [sheetOf(sheetName(dimensions[report.by], new Set()), lines, widths)] })
}

const styles: Partial<Record<FlatColumn['kind'], CellStyle>> = {
  tonnes,
  count,
  money: { numFmt: '#,##0.00' },
  change: ratio,
}

function cellOf(cell: FlatCell, column: FlatColumn | undefined): SheetLine[number] {
  if (column?.kind === 'text' || cell === null) return text(cell === null ? null : String(cell))
  if (typeof cell === 'string') return column?.kind === 'date' ? dateOf(cell) : text(cell, right)
  const style = column && styles[column.kind]
  return { value: cell, ...(style && { style }) }
}
