import { expect, test } from 'vitest'
import { tradingBook } from '../testing/trading-book.ts'
import { printReport } from './print-report.ts'

test('what is printed is the page that the book writes, of crossings and of trade', async () => {
  const book = await tradingBook()
  const period = { kind: 'month', date: '2025-02-03' } as const
  const language = 'zh-CN' as const
  const trade = { ...period, by: 'chapter', base: 'previous' } as const
  const asIs = async (html: string) => Buffer.from(html)
  const printed = [
    await printReport(book, 'printCrossingsReport', { report: period, language }, asIs),
    await printReport(book, 'printTradeReport', { report: trade, language }, asIs),
  ].map((answer) => (answer.ok ? Buffer.from(answer.output.base64, 'base64').toString() : answer.error))
  const written = [
    await book.done('writeCrossingsReport', { report: period, format: 'html', language }),
    await book.done('writeTradeReport', { report: trade, format: 'html', language }),
  ].map((file) => file.encoding === 'text' && file.text)
  expect(printed).toEqual(written)
  const nowhere = { ...trade, filter: { checkpoint: 'nowhere' } }
  expect(await printReport(book, 'printTradeReport', { report: nowhere, language }, asIs)).toMatchObject({
    ok: false,
    error: { code: 'unknown-checkpoint' },
  })
})
