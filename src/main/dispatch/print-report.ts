import { printingContract, reportsContract } from '../../shared/contract/reports.ts'
import type { Answer } from '../../shared/errors.ts'
import { printPage } from '../browser/print-page.ts'

/** Makes a page of HTML a PDF. @throws AppError */
export type PrintPage = (html: string) => Promise<Uint8Array>

/**
 * Prints a report: its page is read from the book like every other, and made a PDF in the host's own process, so that
 * no reader waits for a browser.
 */
export async function printReport(
  book: { call(operation: string, input: unknown): Promise<Answer<unknown>> },
  input: unknown,
  print: PrintPage = printPage,
): Promise<Answer<unknown>> {
  const { report, part, language } = printingContract.printCrossingsReport.input.parse(input)
  const page = await book.call('writeCrossingsReport', { report, part, language, format: 'html' })
  if (!page.ok) return page
  const { output } = reportsContract.writeCrossingsReport
  const file = output.parse(page.output)
  if (file.encoding !== 'text') throw new Error('a page that is no text')
  return { ok: true, output: { base64: Buffer.from(await print(file.text)).toString('base64') } }
}
