import { expect, test } from 'vitest'
import type { CountsFilter } from '../../../../shared/contract/counts-table.ts'
import type { CountToRecord } from '../../../../shared/contract/crossings.ts'
import { type TestBook, testBook } from '../../../testing/test-book.ts'

async function filledBook(): Promise<TestBook> {
  const book = testBook()
  const at = { line: 'domestic', direction: 'entry', date: '2025-02-03' } as const
  const counts: CountToRecord[] = [
    { ...at, period: 'morning', value: 120, source: 'Border inspection', provisional: true },
    { ...at, period: 'morning@10', value: 50 },
    { ...at, period: 'afternoon@15', value: 7 },
    { ...at, period: 'day', value: 130 },
    { ...at, period: 'day', value: 'closed', direction: 'exit' },
    { ...at, period: 'month', value: 9_000, date: '2025-02' },
    { ...at, period: 'month', value: 800, date: '2025-01' },
    { ...at, line: 'crew', period: 'morning', value: 11, date: '2025-02-04' },
    { ...at, line: 'buses', period: 'day', value: 'not-applicable', date: '2024-12-31' },
  ]
  await book.done('recordCounts', { checkpoint: 'hall', counts })
  await book.done('recordCounts', {
    checkpoint: 'yard',
    counts: [{ ...at, line: 'trucks', period: 'day', value: 28 }],
  })
  return book
}

const page = async (
  book: TestBook,
  input: {
    filter?: CountsFilter
    direction?: 'ascending' | 'descending'
    offset?: number
    limit?: number
  } = {},
) => {
  const { rows } = await book.done('readCounts', {
    filter: input.filter ?? {},
    sort: { column: 'date', direction: input.direction ?? 'ascending' },
    offset: input.offset ?? 0,
    limit: input.limit ?? 200,
  })
  return rows.map(
    (row) => `${row.date} ${row.checkpoint} ${row.period} ${row.line} ${row.value ?? row.state}`,
  )
}

const inOrder = [
  '2024-12-31 hall day buses not-applicable',
  '2025-01 hall month domestic 800',
  '2025-02 hall month domestic 9000',
  '2025-02-03 hall afternoon@15 domestic 7',
  '2025-02-03 hall day domestic 130',
  '2025-02-03 hall morning domestic 120',
  '2025-02-03 hall morning@10 domestic 50',
  '2025-02-03 hall day domestic closed',
  '2025-02-03 yard day trucks 28',
  '2025-02-04 hall morning crew 11',
]

test('counts go by date, either way, and pages follow each other without a gap', async () => {
  const book = await filledBook()
  const pages = [await page(book, { limit: 4 }), await page(book, { limit: 4, offset: 4 })]
  expect({
    all: await page(book),
    back: await page(book, { direction: 'descending' }),
    pages: pages.flat(),
    beyond: await page(book, { offset: 10 }),
  }).toEqual({ all: inOrder, back: inOrder.toReversed(), pages: inOrder.slice(0, 8), beyond: [] })
})

test('a filter finds its dates with the month rows of their months, its place, line and direction', async () => {
  const book = await filledBook()
  const having = (...words: string[]) => inOrder.filter((row) => words.some((word) => row.includes(word)))
  expect({
    dates: await page(book, { filter: { from: '2025-02-04', to: '2025-12-31' } }),
    until: await page(book, { filter: { to: '2025-01-31' } }),
    place: await page(book, { filter: { checkpoint: 'yard' } }),
    line: await page(book, { filter: { line: 'domestic', direction: 'exit' } }),
  }).toEqual({
    dates: having('2025-02 ', 'crew'),
    until: having('2024-12-31', '2025-01 '),
    place: having('yard'),
    line: having('closed'),
  })
})

test('a row has the names of its date and says what it is', async () => {
  const book = await filledBook()
  const { rows } = await book.done('readCounts', {
    filter: { from: '2025-02-03', to: '2025-02-03' },
    sort: { column: 'date', direction: 'ascending' },
    offset: 3,
    limit: 1,
  })
  expect(rows).toEqual([
    {
      date: '2025-02-03',
      checkpoint: 'hall',
      checkpointNames: { en: 'Passenger hall' },
      period: 'morning',
      shiftNames: { en: 'Morning' },
      direction: 'entry',
      line: 'domestic',
      lineNames: { en: 'Domestic' },
      ofWhich: false,
      unit: 'persons',
      value: 120,
      state: 'number',
      source: 'Border inspection',
      provisional: true,
    },
  ])
})

test('the number of counts is that of the rows which the filter finds', async () => {
  const book = await filledBook()
  const rows = async (filter: CountsFilter) => (await book.done('numberOfCounts', { filter })).rows
  expect({
    all: await rows({}),
    day: await rows({ from: '2025-02-03', to: '2025-02-03' }),
    exits: await rows({ direction: 'exit' }),
  }).toEqual({ all: 10, day: 7, exits: 1 })
})
