import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { CountToRecord } from '../../../shared/contract/crossings.ts'
import type { FilterFigure } from '../../../shared/contract/filter-totals.ts'
import type { CrossingsReport } from '../../../shared/contract/reports.ts'
import { type TestBook, testBook } from '../../testing/test-book.ts'

// Each random book is one of its own.
vi.setConfig({ testTimeout: 60_000 })

const at = { line: 'domestic', direction: 'entry', date: '2025-02-03', period: 'day' } as const
const record = (book: TestBook, counts: CountToRecord[], checkpoint = 'hall') =>
  book.done('recordCounts', { checkpoint, counts })
const unknown = { entries: null, exits: null, total: null }

test('totals follow the period rule where the counts of the table would add up to more', async () => {
  const book = testBook()
  await record(book, [
    { ...at, value: 130 },
    { ...at, period: 'morning', value: 120 },
    { ...at, period: 'morning@10', value: 50 },
    { ...at, line: 'crew', value: 7 },
    { ...at, line: 'buses', direction: 'exit', value: 4 },
    { ...at, line: 'e-gate', value: 60 },
  ])
  await record(book, [{ ...at, line: 'trucks', value: 28 }], 'yard')
  const day = { from: '2025-02-03', to: '2025-02-03' }
  const { span, line, figures } = await book.done('readFilterTotals', { filter: day })
  expect({ span, line, figures }).toEqual({
    span: day,
    line: null,
    figures: [
      { of: 'passengers', unit: 'persons', entries: 130, exits: null, total: 130, incomplete: true },
      { of: 'persons', unit: 'persons', entries: 137, exits: null, total: 137, incomplete: true },
      { of: 'vehicles', unit: 'vehicles', entries: 28, exits: 4, total: 32, incomplete: true },
    ] satisfies FilterFigure[],
  })
})

test('a line says its own figure, and an of-which line that it is a part of others', async () => {
  const book = testBook()
  await record(book, [
    { ...at, value: 130 },
    { ...at, line: 'e-gate', value: 60 },
    { ...at, line: 'e-gate', direction: 'exit', value: 5 },
  ])
  const filter = { line: 'e-gate', from: '2025-02-03', to: '2025-02-03' }
  const both = await book.done('readFilterTotals', { filter })
  const entries = await book.done('readFilterTotals', { filter: { ...filter, direction: 'entry' } })
  const figure = { of: 'line', unit: 'persons', incomplete: false } as const
  expect([both, entries].map(({ line, figures }) => ({ line, figures }))).toEqual([
    {
      line: { code: 'e-gate', names: { en: 'of which by e-gate' }, ofWhich: true },
      figures: [{ ...figure, entries: 60, exits: 5, total: 65 }],
    },
    {
      line: { code: 'e-gate', names: { en: 'of which by e-gate' }, ofWhich: true },
      figures: [{ ...figure, entries: 60, exits: null, total: 60 }],
    },
  ])
})

test('without dates the span is that of the book, with the whole of a month that is known by its row', async () => {
  const book = testBook()
  const empty = await book.done('readFilterTotals', { filter: {} })
  await record(book, [
    { ...at, date: '2025-01', period: 'month', value: 900 },
    { ...at, date: '2025-02', period: 'month', value: 800 },
    { ...at, value: 30 },
  ])
  const spans = await Promise.all(
    [{}, { from: '2025-02-10' }, { to: '2025-01-20' }, { from: '2025-03-01' }].map(
      async (filter) => (await book.done('readFilterTotals', { filter })).span,
    ),
  )
  const whole = await book.done('readFilterTotals', { filter: { line: 'domestic', direction: 'entry' } })
  expect({ empty, spans, figures: whole.figures }).toEqual({
    empty: { span: null, line: null, figures: [] },
    spans: [
      { from: '2025-01-01', to: '2025-02-28' },
      { from: '2025-02-10', to: '2025-02-28' },
      { from: '2025-01-01', to: '2025-01-20' },
      null,
    ],
    figures: [{ of: 'line', unit: 'persons', entries: 1_700, exits: null, total: 1_700, incomplete: false }],
  })
})

test('a span of thousands of years is that of the book', async () => {
  const book = testBook()
  await record(book, [{ ...at, value: 30 }])
  const { span } = await book.done('readFilterTotals', { filter: { from: '0001-01-01', to: '9999-12-31' } })
  expect(span).toEqual({ from: '2025-02-03', to: '2025-02-03' })
})

test('a place or line that the port has not is refused by name', async () => {
  const book = testBook()
  const refusal = async (filter: object) => {
    const answer = await book.call('readFilterTotals', { filter })
    return answer.ok ? null : answer.error
  }
  expect([
    await refusal({ line: 'ghosts' }),
    await refusal({ checkpoint: 'nowhere', to: '2025-01-01' }),
  ]).toEqual([{ code: 'unknown-line', details: { line: 'ghosts' } }, null])
  await record(book, [{ ...at, value: 1 }])
  expect(await refusal({ checkpoint: 'nowhere' })).toEqual({
    code: 'unknown-checkpoint',
    details: { checkpoint: 'nowhere' },
  })
})

/** The report's lines of one unit's total, added up as its reader would. */
function reported(report: CrossingsReport, codes: readonly string[]): Omit<FilterFigure, 'of' | 'unit'> {
  const lines = report.lines.filter(({ code }) => codes.includes(code))
  const of = (direction: string): number | null => {
    const known = lines.filter((line) => line.direction === direction && line.count !== null)
    return known.length === 0 ? null : known.reduce((total, line) => total + (line.count ?? 0), 0)
  }
  const [entries, exits] = [of('entry'), of('exit')]
  return {
    entries,
    exits,
    total: entries === null && exits === null ? null : (entries ?? 0) + (exits ?? 0),
    incomplete: lines.some((line) => line.incomplete || line.state === 'not-reported'),
  }
}

const membersOf = {
  passengers: ['domestic', 'foreign'],
  persons: ['domestic', 'foreign', 'crew'],
  vehicles: ['buses', 'trucks'],
  trains: [],
  containers: [],
} as const

const day = fc.integer({ min: 1, max: 59 }).map((number) => {
  const month = number <= 31 ? 1 : 2
  return `2025-0${month}-${String(month === 1 ? number : number - 31).padStart(2, '0')}`
})
const value = fc.oneof(fc.nat({ max: 900 }), fc.constantFrom('closed' as const, 'not-applicable' as const))
const count = fc
  .tuple(
    fc.constantFrom('domestic', 'foreign', 'crew', 'buses'),
    fc.constantFrom('entry' as const, 'exit' as const),
    fc.oneof(
      fc.tuple(day, fc.constantFrom('day', 'morning', 'afternoon', 'night/1', 'night/2', 'morning@10')),
      fc.tuple(fc.constantFrom('2025-01', '2025-02'), fc.constant('month')),
    ),
    value,
  )
  .map(
    ([line, direction, [date, period], number]): CountToRecord => ({
      line,
      direction,
      date,
      period,
      value: number,
    }),
  )

test('in any book the totals of a span are the figures of its report, of the port and of each checkpoint', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(count, { minLength: 1, maxLength: 60 }),
      fc.array(fc.tuple(day, fc.nat({ max: 50 })), { minLength: 1, maxLength: 10 }),
      fc.tuple(day, day),
      async (hall, yard, [a, b]) => {
        const book = testBook()
        await record(book, unique(hall))
        await record(
          book,
          unique(yard.map(([date, trucks]) => ({ ...at, line: 'trucks', date, value: trucks }))),
          'yard',
        )
        const [from, to] = a < b ? [a, b] : [b, a]
        for (const checkpoint of [undefined, 'hall', 'yard']) {
          const place = checkpoint === undefined ? {} : { checkpoint }
          const report = await book.done('readCrossingsReport', { kind: 'range', date: from, to, ...place })
          const { figures } = await book.done('readFilterTotals', { filter: { from, to, ...place } })
          for (const { of, unit: _unit, ...figure } of figures) {
            if (of === 'line') throw new Error('no line was filtered by')
            expect({ of, ...figure }).toEqual({ of, ...reported(report, membersOf[of]) })
          }
          const flow = (of: string) => {
            const figure = figures.find((each) => each.of === of)
            return figure ? { entries: figure.entries, exits: figure.exits, total: figure.total } : unknown
          }
          expect([flow('passengers'), flow('persons')]).toEqual([report.passengers, report.persons])
        }
        book.close()
      },
    ),
    { numRuns: 25, seed: 5 },
  )
})

/** Each key once: the last value of it. */
function unique(counts: readonly CountToRecord[]): CountToRecord[] {
  return [
    ...new Map(
      counts.map((each) => [`${each.line} ${each.direction} ${each.date} ${each.period}`, each]),
    ).values(),
  ]
}
