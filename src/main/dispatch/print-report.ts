import { contract, type OutputOf } from '../../shared/contract/index.ts'
import { ReportFile } from '../../shared/contract/reports.ts'
import type { Answer } from '../../shared/errors.ts'
import { printPage } from '../browser/print-page.ts'

/** Makes a page of HTML a PDF. @throws AppError */
export type PrintPage = (html: string) => Promise<Uint8Array>

/** What writes the page that is printed. */
const writers = {
  printCrossingsReport: 'writeCrossingsReport',
  printTradeReport: 'writeTradeReport',
} as const

type Printing = keyof typeof writers

export const isPrinting = (operation: string): operation is Printing => Object.hasOwn(writers, operation)

/**
 * Prints a report: its page is read from the book like every other, and made a PDF in the host's own process, so that
 * no reader waits for a browser.
 */
export async function printReport(
  book: { call(operation: string, input: unknown): Promise<Answer<unknown>> },
  operation: Printing,
  input: unknown,
  print: PrintPage = printPage,
): Promise<Answer<OutputOf<Printing>>> {
  const wanted = contract[operation].input.parse(input)
  const page = await book.call(writers[operation], { ...wanted, format: 'html' })
  if (!page.ok) return page
  const file = ReportFile.parse(page.output)
  if (file.encoding !== 'text') throw new Error('a page that is no text')
  return { ok: true, output: { base64: Buffer.from(await print(file.text)).toString('base64') } }
}
