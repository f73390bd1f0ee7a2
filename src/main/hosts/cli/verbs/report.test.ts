import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { tradingBook } from '../../../testing/trading-book.ts'
import { report } from './report.ts'

test('the trade of a period is told with the numbers of the query, rolled up as asked', async () => {
  const book = await tradingBook()
  const asked = { kind: 'month', date: '2025-02-03', by: 'partner', base: 'lastYear' } as const
  const query = await book.done('readTradeReport', asked)
  book.close()
  const told = (options: object) => report({ book: book.path, ...asked, part: 'trade', ...options })
  const json = await told({})
  const csv = await told({ format: 'csv' })
  const lines: string[][] = parse(csv.text ?? '', { bom: true })
  expect([
    { ...(json.data as object), statement: null },
    lines.filter(([code]) => code === 'total').map((line) => line.slice(2, 6)),
  ]).toEqual([
    { ...query, statement: null },
    [
      ['Import', '25', '23', '26'],
      ['Export', '60', '54', 'not weighed'],
      ['Both', '85', '77', '26'],
    ],
  ])
  await expect(told({ kind: 'shift' })).rejects.toThrow('trade is counted by day')
  await expect(told({ by: 'weather' })).rejects.toThrow('--by is one of group, chapter')
  await expect(told({ part: undefined })).rejects.toThrow('--by is of --part trade only')
})
