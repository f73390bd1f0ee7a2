import { describe, expect, test } from 'vitest'
import type { CountToRecord } from '../../../shared/contract/crossings.ts'
import type { CrossingsReport, CrossingsReportInput } from '../../../shared/contract/reports.ts'
import { type TestBook, testBook } from '../../testing/test-book.ts'
import { testPort } from '../../testing/test-port.ts'

const date = '2025-02-03'
type Direction = CountToRecord['direction']

const record = (
  book: TestBook,
  checkpoint: string,
  ...counts: [line: string, direction: Direction, period: string, value: number, on?: string][]
) =>
  book.done('recordCounts', {
    checkpoint,
    counts: counts.map(([line, direction, period, value, on]) => ({
      line,
      direction,
      date: on ?? date,
      period,
      value,
    })),
  })
const report = (book: TestBook, input: CrossingsReportInput) => book.done('readCrossingsReport', input)

/** Lines with a number as `code direction count`. */
const numbers = ({ lines }: Pick<CrossingsReport, 'lines'>): string[] =>
  lines.flatMap(({ code, direction, count }) => (count === null ? [] : [`${code} ${direction} ${count}`]))

describe('the totals of a report', () => {
  test('have passengers without crew and persons with crew; of-which lines add to neither', async () => {
    const book = testBook()
    await record(
      book,
      'hall',
      ['domestic', 'entry', 'day', 100],
      ['foreign', 'entry', 'day', 40],
      ['diplomats', 'entry', 'day', 3],
      ['e-gate', 'entry', 'day', 90],
      ['crew', 'entry', 'day', 7],
      ['domestic', 'exit', 'day', 60],
      ['crew', 'exit', 'day', 0],
      ['buses', 'entry', 'day', 5],
    )
    const { passengers, persons } = await report(book, { kind: 'day', date, checkpoint: 'hall' })
    expect({ passengers, persons }).toEqual({
      passengers: { entries: 140, exits: 60, total: 200 },
      persons: { entries: 147, exits: 60, total: 207 },
    })
  })

  test('are unknown, not zero, where nothing is reported', async () => {
    const { passengers, persons } = await report(testBook(), { kind: 'day', date })
    const unknown = { entries: null, exits: null, total: null }
    expect({ passengers, persons }).toEqual({ passengers: unknown, persons: unknown })
  })

  test('of the whole port are the sums of its checkpoints, line by line', async () => {
    const book = testBook()
    await record(book, 'hall', ['domestic', 'entry', 'day', 100], ['crew', 'entry', 'day', 7])
    await record(book, 'yard', ['crew', 'entry', 'day', 30], ['trucks', 'entry', 'day', 28])
    const whole = await report(book, { kind: 'day', date })
    expect({
      numbers: numbers(whole),
      persons: whole.persons,
      parts: whole.byCheckpoint?.map((part) => ({
        code: part.code,
        numbers: numbers(part),
        persons: part.persons,
      })),
    }).toEqual({
      numbers: ['domestic entry 100', 'crew entry 37', 'trucks entry 28'],
      persons: { entries: 137, exits: null, total: 137 },
      parts: [
        {
          code: 'hall',
          numbers: ['domestic entry 100', 'crew entry 7'],
          persons: { entries: 107, exits: null, total: 107 },
        },
        {
          code: 'yard',
          numbers: ['trucks entry 28', 'crew entry 30'],
          persons: { entries: 30, exits: null, total: 30 },
        },
      ],
    })
  })

  test('of the whole port are incomplete while one checkpoint has not reported the line', async () => {
    const book = testBook()
    await record(book, 'yard', ['crew', 'entry', 'day', 30])
    const whole = await report(book, { kind: 'day', date })
    const crew = whole.lines.find(({ code, direction }) => code === 'crew' && direction === 'entry')
    expect(crew).toMatchObject({ count: 30, state: 'number', incomplete: true })
  })
})

describe('a shift over midnight', () => {
  test('is reported whole as a shift, and in two parts by calendar date', async () => {
    const book = testBook()
    await record(
      book,
      'hall',
      ['domestic', 'entry', 'night/1', 5],
      ['domestic', 'entry', 'night/2', 6, '2025-02-04'],
      ['domestic', 'entry', 'morning', 100],
      ['domestic', 'entry', 'morning', 200, '2025-02-04'],
    )
    const entries = async (input: CrossingsReportInput) =>
      (await report(book, { checkpoint: 'hall', ...input })).passengers.entries
    expect({
      shift: await entries({ kind: 'shift', date, shift: 'night' }),
      firstDay: await entries({ kind: 'day', date }),
      secondDay: await entries({ kind: 'day', date: '2025-02-04' }),
      both: await entries({ kind: 'range', date, to: '2025-02-04' }),
    }).toEqual({ shift: 11, firstDay: 105, secondDay: 206, both: 311 })
  })

  test('is incomplete while only its part before midnight is known', async () => {
    const book = testBook()
    await record(book, 'hall', ['domestic', 'entry', 'night/1', 5])
    const { lines } = await report(book, { kind: 'shift', date, shift: 'night', checkpoint: 'hall' })
    expect(lines[0]).toMatchObject({ code: 'domestic', count: 5, incomplete: true })
  })
})

describe('a shift that the calendar closes', () => {
  const states = async (book: TestBook, on: string) => {
    const { lines, passengers } = await report(book, {
      kind: 'shift',
      date: on,
      shift: 'morning',
      checkpoint: 'hall',
    })
    const said = new Set(lines.map(({ count, state, incomplete }) => `${count} ${state} ${incomplete}`))
    return { said: [...said], passengers: passengers.total }
  }

  test('is reported as closed, one that it closes in part as not reported', async () => {
    const book = testBook()
    expect([await states(book, '2025-05-01'), await states(book, '2025-05-02')]).toEqual([
      { said: ['null closed false'], passengers: null },
      { said: ['null not-reported false'], passengers: null },
    ])
  })

  test('makes nothing incomplete of what is compared with it', async () => {
    const book = testBook()
    await record(book, 'hall', ['domestic', 'entry', 'morning', 12, '2025-05-08'])
    const { compared } = await report(book, {
      kind: 'shift',
      date: '2025-05-08',
      shift: 'morning',
      checkpoint: 'hall',
    })
    const domestic = compared.find(({ code, direction }) => code === 'domestic' && direction === 'entry')
    expect(domestic?.bases.find(({ base }) => base === 'sameWeekdayLastWeek')).toEqual({
      base: 'sameWeekdayLastWeek',
      value: null,
      state: 'closed',
      incomplete: false,
      change: null,
    })
  })
})

describe('the peak', () => {
  test('of a day is its busiest hour over all lines and checkpoints', async () => {
    const book = testBook()
    await record(
      book,
      'hall',
      ['domestic', 'entry', 'morning@10', 50],
      ['domestic', 'exit', 'morning@11', 30],
      ['foreign', 'entry', 'morning@11', 40],
      ['crew', 'entry', 'morning@10', 90],
    )
    expect((await report(book, { kind: 'day', date })).peak).toEqual({ date, hour: 11, passengers: 70 })
  })

  test('of a night may lie after midnight, and belongs to that night only', async () => {
    const book = testBook()
    await record(
      book,
      'hall',
      ['domestic', 'entry', 'night/1@23', 4],
      ['domestic', 'entry', 'night/2@0', 9, '2025-02-04'],
      ['domestic', 'entry', 'night/1@23', 99, '2025-02-04'],
    )
    const night = await report(book, { kind: 'shift', date, shift: 'night', checkpoint: 'hall' })
    expect(night.peak).toEqual({ date: '2025-02-04', hour: 0, passengers: 9 })
  })

  test('of the port is unknown while a checkpoint with passengers has no hours', async () => {
    const [first] = testPort.checkpoints
    if (!first) throw new Error('a port without a hall')
    const second = { ...first, code: 'second-hall', names: { en: 'Second hall' }, renamed: [] }
    const book = testBook({ ...testPort, checkpoints: [...testPort.checkpoints, second] })
    await record(book, 'hall', ['domestic', 'entry', 'morning@10', 50])
    await record(book, 'second-hall', ['domestic', 'entry', 'day', 0])
    const quiet = await report(book, { kind: 'day', date })
    await record(book, 'second-hall', ['domestic', 'entry', 'day', 400])
    const port = await report(book, { kind: 'day', date })
    const hall = await report(book, { kind: 'day', date, checkpoint: 'hall' })
    const hour = { date, hour: 10, passengers: 50 }
    expect([quiet.peak, port.peak, hall.peak]).toEqual([hour, null, hour])
  })

  test('of a longer period is its busiest day', async () => {
    const book = testBook()
    await record(
      book,
      'hall',
      ['domestic', 'entry', 'day', 100],
      ['domestic', 'entry', 'morning', 60, '2025-02-04'],
      ['foreign', 'exit', 'day', 50, '2025-02-04'],
    )
    expect((await report(book, { kind: 'month', date })).peak).toEqual({
      date: '2025-02-04',
      hour: null,
      passengers: 110,
    })
  })

  test('is unknown where only the month is known', async () => {
    const book = testBook()
    await record(book, 'hall', ['domestic', 'entry', 'month', 9_000, '2025-02'])
    expect((await report(book, { kind: 'month', date })).peak).toBeNull()
  })
})

test('over a rename the newest name is printed, with a footnote of the one before and the date', async () => {
  const { port, lines, renamed } = await report(testBook(), {
    kind: 'year',
    date,
    checkpoint: 'hall',
  })
  expect({ port: port.names, foreign: lines.find(({ code }) => code === 'foreign')?.names, renamed }).toEqual(
    {
      port: { en: 'New Test Port', 'zh-CN': '新测试口岸' },
      foreign: { en: 'Foreign nationals' },
      renamed: [
        {
          code: 'testport',
          before: { en: 'Test Port', 'zh-CN': '测试口岸' },
          after: { en: 'New Test Port', 'zh-CN': '新测试口岸' },
          from: '2025-06-01',
        },
        {
          code: 'hall',
          before: { en: 'Passenger hall' },
          after: { en: 'Joint inspection hall' },
          from: '2025-06-01',
        },
        {
          code: 'foreign',
          before: { en: 'Foreign' },
          after: { en: 'Foreign nationals' },
          from: '2025-03-15',
        },
      ],
    },
  )
})

test.each([
  ['a range without an end', { kind: 'range', date }, { field: 'to' }],
  ['a range that ends before it begins', { kind: 'range', date, to: '2025-02-02' }, { field: 'to' }],
  ['a day with an end', { kind: 'day', date, to: date }, { field: 'to' }],
  ['a shift without its checkpoint', { kind: 'shift', date, shift: 'morning' }, { field: 'checkpoint' }],
  ['a shift without its code', { kind: 'shift', date, checkpoint: 'hall' }, { field: 'shift' }],
] as [string, CrossingsReportInput, object][])('%s is refused', async (_, input, details) => {
  expect(await testBook().call('readCrossingsReport', input)).toEqual({
    ok: false,
    error: { code: 'invalid-input', details },
  })
})

test.each(['0202-02-03', '9999-12-31'])('a report of %s, which no port has, is refused', async (asked) => {
  const book = testBook()
  const answers = [
    await book.call('readCrossingsReport', { kind: 'week', date: asked }),
    await book.call('readDaySheet', { checkpoint: 'hall', date: asked, shift: 'night' }),
    await book.call('describePort', { date: asked }),
  ]
  const refused = {
    ok: false,
    error: { code: 'invalid-input', details: { field: 'date', message: 'a year from 1900 to 2999' } },
  }
  expect(answers).toEqual([refused, refused, refused])
})
