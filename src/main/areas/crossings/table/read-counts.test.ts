import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type CountRow,
  type CountsFilter,
  type CountsSort,
  sortColumns,
} from '../../../../shared/contract/counts-table.ts'
import type { CountToRecord } from '../../../../shared/contract/crossings.ts'
import { PortFile } from '../../../../shared/port-file.ts'
import type { Direction } from '../../../../shared/words.ts'
import { type TestBook, testBook } from '../../../testing/test-book.ts'
import { testPort } from '../../../testing/test-port.ts'

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

const dates = [
  ['2024-12-31 hall day buses not-applicable'],
  ['2025-01 hall month domestic 800'],
  ['2025-02 hall month domestic 9000'],
  [
    '2025-02-03 hall day domestic 130',
    '2025-02-03 hall day domestic closed',
    '2025-02-03 hall morning domestic 120',
    '2025-02-03 hall morning@10 domestic 50',
    '2025-02-03 hall afternoon@15 domestic 7',
    '2025-02-03 yard day trucks 28',
  ],
  ['2025-02-04 hall morning crew 11'],
]
const inOrder = dates.flat()

test('counts go by date, either way, within a date as on the sheets, and pages follow without a gap', async () => {
  const book = await filledBook()
  const pages = [await page(book, { limit: 4 }), await page(book, { limit: 4, offset: 4 })]
  expect({
    all: await page(book),
    back: await page(book, { direction: 'descending' }),
    pages: pages.flat(),
    beyond: await page(book, { offset: 10 }),
  }).toEqual({ all: inOrder, back: dates.toReversed().flat(), pages: inOrder.slice(0, 8), beyond: [] })
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

test('shifts of a date go by when they begin on it, and the hours of a night by the clock of the night', async () => {
  const relief = { code: 'relief', names: { en: 'Relief' } }
  const book = testBook(
    PortFile.parse({
      ...testPort,
      midnight: [
        { from: '2020-01-01', rule: 'start-day' },
        { from: '2025-02-12', rule: 'split' },
      ],
      checkpoints: testPort.checkpoints.map((each) => ({
        ...each,
        shifts: [
          ...each.shifts.map((shift) => (shift.code === 'night' ? { ...shift, to: '2025-02-12' } : shift)),
          { ...relief, to: '2025-02-10', starts: '08:30', ends: '10:00' },
          { ...relief, from: '2025-02-11', starts: '20:30', ends: '22:00' },
        ],
      })),
    }),
  )
  const periods = ['relief', 'relief@8', 'morning', 'night', 'night@22', 'night@23', 'night@0', 'night@5']
  const lastNight = ['morning', 'night/2', 'night/2@0']
  const later = ['morning', 'relief', 'relief@20', 'relief@21', 'night@23', 'night@1']
  const counts = (date: string, of: readonly string[]) =>
    of.toSorted().map((period) => ({ line: 'domestic', direction: 'entry' as const, date, period, value: 1 }))
  await book.done('recordCounts', {
    checkpoint: 'hall',
    counts: [
      ...counts('2025-02-10', periods),
      ...counts('2025-02-11', later),
      ...counts('2025-02-13', lastNight),
    ],
  })
  expect((await page(book)).map((row) => row.split(' ')[2])).toEqual([...periods, ...later, ...lastNight])
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

/** The yard comes first, and its sheet has crew before domestic and trucks before buses, unlike that of the hall. */
const twoSheets = PortFile.parse({
  ...testPort,
  checkpoints: testPort.checkpoints
    .map((each) =>
      each.code === 'yard' ? { ...each, sheet: ['trucks', 'buses', 'crew', 'domestic'] } : each,
    )
    .toReversed(),
})

/** The order in which a clerk reads the sheets of that port: persons stand before vehicles. */
const clerks = {
  checkpoint: ['yard', 'hall'],
  period: [
    'month',
    'day',
    'morning',
    'morning@10',
    'morning@14',
    'afternoon',
    'afternoon@15',
    'night/1',
    'night/1@22',
    'night/1@23',
    'night/2',
    'night/2@0',
    'night/2@5',
  ],
  direction: ['entry', 'exit'] as Direction[],
  sheet: {
    yard: ['crew', 'domestic', 'trucks', 'buses'],
    hall: ['domestic', 'foreign', 'diplomats', 'e-gate', 'crew', 'buses'],
  } as Record<string, string[]>,
  /** Of the whole port: the sheets one after the other. */
  line: ['crew', 'domestic', 'trucks', 'buses', 'foreign', 'diplomats', 'e-gate'],
}

/** The order of the table as a person would say it, over all counts of a book. */
function sorted(rows: readonly CountRow[], { column, direction }: CountsSort): CountRow[] {
  const sign = direction === 'ascending' ? 1 : -1
  const chosen = (row: CountRow) =>
    column === 'date' ? 0 : (clerks[column] as string[]).indexOf(row[column])
  const datesSign = column === 'date' ? sign : -1
  return rows.toSorted(
    (a, b) =>
      sign * (chosen(a) - chosen(b)) ||
      datesSign * Number(a.date > b.date) - datesSign * Number(a.date < b.date) ||
      clerks.checkpoint.indexOf(a.checkpoint) - clerks.checkpoint.indexOf(b.checkpoint) ||
      clerks.period.indexOf(a.period) - clerks.period.indexOf(b.period) ||
      clerks.direction.indexOf(a.direction) - clerks.direction.indexOf(b.direction) ||
      (clerks.sheet[a.checkpoint] ?? []).indexOf(a.line) - (clerks.sheet[a.checkpoint] ?? []).indexOf(b.line),
  )
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
  const book = testBook(twoSheets)
  const written: CountToRecord[] = []
  const write = async (checkpoint: string, periods: readonly string[], on: readonly string[]) => {
    const counts = (clerks.sheet[checkpoint] ?? []).flatMap((line, at) =>
      clerks.direction.flatMap((direction, way) =>
        on.flatMap((date, day) =>
          periods
            // Some are missing here and some there.
            .filter((_, period) => (at + 2 * way + day + period) % 5 !== 0)
            .map((period): CountToRecord => ({ line, direction, date, period, value: 0 })),
        ),
      ),
    )
    await book.done('recordCounts', { checkpoint, counts })
    written.push(...counts)
  }
  const months = ['2025-01', '2025-02']
  await write('hall', ['month'], months)
  await write('hall', clerks.period.slice(1), ['2025-02-01', '2025-02-20'])
  await write('hall', ['day', 'morning'], ['2025-02-03', '2025-02-07', '2025-02-21', '2025-02-28'])
  await write('yard', ['month'], months)
  await write('yard', ['day'], ['2025-01-31', '2025-02-01', '2025-02-02', '2025-02-20', '2025-03-01'])
  const all: CountRow[] = []
  for (let offset = 0; offset < written.length; offset += 200) {
    const sort = { column: 'date', direction: 'ascending' } as const
    all.push(...(await book.done('readCounts', { filter: {}, sort, offset, limit: 200 })).rows)
  }
  const keyOf = ({ line, direction, date, period }: CountToRecord | CountRow) =>
    `${line} ${direction} ${date} ${period}`
  expect(all.map(keyOf).sort()).toEqual(written.map(keyOf).sort())

  const date = fc.constantFrom('2025-01-31', '2025-02-01', '2025-02-07', '2025-02-20', '2025-03-01')
  await fc.assert(
    fc.asyncProperty(
      fc.record(
        {
          from: date,
          to: date,
          checkpoint: fc.constantFrom('hall', 'yard', 'nowhere'),
          line: fc.constantFrom('domestic', 'crew', 'trucks', 'e-gate', 'no-such-line'),
          direction: fc.constantFrom('entry', 'exit'),
        },
        { requiredKeys: [] },
      ),
      fc.record({
        column: fc.constantFrom(...sortColumns),
        direction: fc.constantFrom('ascending', 'descending'),
      }),
      fc.nat({ max: 400 }),
      fc.integer({ min: 1, max: 60 }),
      async (filter, sort, offset, limit) => {
        const expected = sorted(
          all.filter((row) => matches(row, filter)),
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
