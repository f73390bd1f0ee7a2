import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type CountRow,
  type CountsFilter,
  type CountsSort,
  sortColumns,
} from '../../../../shared/contract/counts-table.ts'
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

test('the number of counts of a date and before it says where the date stands in the table', async () => {
  const book = await filledBook()
  const find = (date: string, filter: CountsFilter = {}, direction: CountsSort['direction'] = 'ascending') =>
    book.done('findDateInCounts', { filter, direction, date })
  expect({
    there: await find('2025-02-03'),
    back: await find('2025-02-03', {}, 'descending'),
    between: await find('2025-01-15'),
    beyond: await find('2026-01-01'),
    filtered: await find('2025-02-03', { direction: 'exit' }),
  }).toEqual({
    there: { offset: 3, rows: 6 },
    back: { offset: 1, rows: 6 },
    between: { offset: 2, rows: 0 },
    beyond: { offset: 10, rows: 0 },
    filtered: { offset: 0, rows: 1 },
  })
})

/** Places and lines as they stand in the test port and on its sheets. */
const portOrder = {
  checkpoint: ['hall', 'yard'],
  line: ['domestic', 'foreign', 'diplomats', 'e-gate', 'crew', 'buses', 'trucks'],
  direction: ['entry', 'exit'],
}

/** The order of the table as a person would say it, over all counts of a book. */
function sorted(rows: readonly CountRow[], { column, direction }: CountsSort): CountRow[] {
  const byKey = (['checkpoint', 'line', 'direction'] as const).map(
    (key) => (row: CountRow) => String(portOrder[key].indexOf(row[key])),
  )
  const byCode = (['date', 'checkpoint', 'line', 'direction', 'period'] as const).map(
    (key) => (row: CountRow) => row[key],
  )
  const keys =
    column === 'date'
      ? byCode
      : [
          (row: CountRow) => String(portOrder[column].indexOf(row[column])),
          ...byKey,
          (row: CountRow) => row.date,
          (row: CountRow) => row.period,
        ]
  const ascending = rows.toSorted((a, b) => {
    for (const key of keys) {
      if (key(a) !== key(b)) return key(a) < key(b) ? -1 : 1
    }
    return 0
  })
  return direction === 'ascending' ? ascending : ascending.reverse()
}

const matches = (row: CountRow, filter: CountsFilter): boolean => {
  const from = row.period === 'month' ? filter.from?.slice(0, 7) : filter.from
  return (
    (from === undefined || row.date >= from) &&
    (filter.to === undefined || row.date <= filter.to) &&
    (['checkpoint', 'line', 'direction'] as const).every(
      (column) => filter[column] === undefined || row[column] === filter[column],
    )
  )
}

test('every page of every sort and filter is the part of the whole table that it should be', async () => {
  const book = testBook()
  for (const [checkpoint, lines] of [
    ['hall', ['domestic', 'foreign', 'crew', 'buses']],
    ['yard', ['trucks', 'crew']],
  ] as const) {
    const counts: CountToRecord[] = lines.flatMap((line, at) =>
      (['entry', 'exit'] as const).flatMap((direction, way) => [
        ...Array.from({ length: 5 + at * 3 + way }, (_, day) => ({
          line,
          direction,
          date: `2025-02-${String(1 + day * (1 + at)).padStart(2, '0')}`,
          period: 'day',
          value: day,
        })).filter(({ date }) => date <= '2025-02-28'),
        { line, direction, date: '2025-02', period: 'month', value: 9_000 },
      ]),
    )
    await book.done('recordCounts', { checkpoint, counts })
  }
  const whole = { filter: {}, offset: 0, limit: 200 }
  const all = await book.done('readCounts', {
    ...whole,
    sort: { column: 'date', direction: 'ascending' },
  })
  const date = fc.constantFrom('2025-01-31', '2025-02-01', '2025-02-07', '2025-02-20', '2025-03-01')
  await fc.assert(
    fc.asyncProperty(
      fc.record(
        {
          from: date,
          to: date,
          checkpoint: fc.constantFrom('hall', 'yard', 'nowhere'),
          line: fc.constantFrom('domestic', 'crew', 'trucks', 'e-gate'),
          direction: fc.constantFrom('entry', 'exit'),
        },
        { requiredKeys: [] },
      ),
      fc.record({
        column: fc.constantFrom(...sortColumns),
        direction: fc.constantFrom('ascending', 'descending'),
      }),
      fc.nat({ max: 90 }),
      fc.integer({ min: 1, max: 60 }),
      async (filter, sort, offset, limit) => {
        const expected = sorted(
          all.rows.filter((row) => matches(row, filter)),
          sort,
        )
        expect({
          rows: (await book.done('readCounts', { filter, sort, offset, limit })).rows,
          number: (await book.done('numberOfCounts', { filter })).rows,
        }).toEqual({ rows: expected.slice(offset, offset + limit), number: expected.length })
      },
    ),
    { numRuns: 300, seed: 11 },
  )
})
