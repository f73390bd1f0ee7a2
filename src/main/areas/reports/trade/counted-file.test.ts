import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { CountedPlace } from '../../../../shared/contract/trade-report.ts'
import { texts } from '../../../../shared/languages/index.ts'
import { released } from '../../../testing/declare.ts'
import { item, tradingBook } from '../../../testing/trading-book.ts'
import { readCountedPart } from './counted-file.ts'

const year = { kind: 'year', date: '2025-06-01' } as const

test('the file of what is behind a number has what is listed, and adds up to the number', async () => {
  const book = await tradingBook()
  const { basis } = texts.en.tradeReport.statement
  const ofGoods = { ...year, filter: { commodityGroup: 'vehicles' } }
  const linesOf = async (input: typeof year | typeof ofGoods): Promise<string[][]> => {
    const { text, next } = await book.done('writeCountedPart', { ...input, language: 'en', after: null })
    expect(next).toBeNull()
    return parse(text, { bom: true })
  }
  const listed = await book.done('readCountedDeclarations', year)
  const numbers = listed.rows.map(({ number }) => number)
  const { headings, rows } = await book.done('readCountedPart', { ...year, language: 'en', after: null })
  expect([await linesOf(year), await linesOf(ofGoods), headings, rows[0]?.slice(4, 9)]).toEqual([
    [
      [
        'Number',
        'Counted on',
        'Direction',
        'Partner',
        'Gross, t',
        'Weighbridge, t',
        'Net, t',
        'Number of pieces',
        'Value',
        'Currency',
        'Basis',
      ],
      [numbers[0], '2025-02-03', 'Export', 'Russia', '60', 'not weighed', '54', '28', '54000', 'CNY', basis],
      [numbers[1], '2025-02-03', 'Import', 'Kazakhstan', '25', '26', '23', '', '23000', 'USD', basis],
    ],
    [
      [
        'Number',
        'Counted on',
        'Direction',
        'Partner',
        'Net, t',
        'Number of pieces',
        'Value',
        'Currency',
        'Basis',
      ],
      [numbers[0], '2025-02-03', 'Export', 'Russia', '50', '28', '50000', 'CNY', basis],
    ],
    [
      'Number',
      'Counted on',
      'Direction',
      'Partner',
      'Gross, t',
      'Weighbridge, t',
      'Net, t',
      'Number of pieces',
      'Value',
      'Currency',
      'Basis',
    ],
    [60, 'not weighed', 54, 28, 54_000],
  ])
})

test('written in parts, every declaration stands in the file once, in the order of the list', async () => {
  const book = await tradingBook()
  for (const date of ['2025-02-03', '2025-02-04', '2025-03-01']) {
    await released(book, { date, items: [item('080810', 2)], direction: 'export', vehicles: [] })
    await released(book, { date, items: [item('030389', 1)], vehicles: [] })
  }
  const { rows } = await book.done('readCountedDeclarations', year)
  for (const most of [1, 2, 3, rows.length, rows.length + 1]) {
    const written: unknown[] = []
    let after: CountedPlace | null = null
    do {
      const part: ReturnType<typeof readCountedPart> = readCountedPart(
        { db: book.writer.db, now: 0, tell: () => undefined },
        { ...year, filter: {}, language: 'en', after },
        most,
      )
      written.push(...part.rows.map(([number]) => number))
      after = part.next
    } while (after !== null)
    expect(written).toEqual(rows.map(({ number }) => number))
  }
})
