import { describe, expect, test } from 'vitest'
import type { CountToRecord } from '../../../shared/contract/crossings.ts'
import { addDays, dateAt } from '../../../shared/dates.ts'
import { PortFile } from '../../../shared/port-file.ts'
import { allRows } from '../../testing/all-rows.ts'
import { signShift } from '../../testing/sign-shift.ts'
import { type TestBook, testBook } from '../../testing/test-book.ts'
import { testPort } from '../../testing/test-port.ts'

const today = dateAt(Date.now(), 'Asia/Shanghai')
const ahead = addDays(today, 1)

/** The test port with a hall in service for 2025 only, a line that ended, and one way only in the yard. */
const port = PortFile.parse({
  ...testPort,
  lines: testPort.lines.map((line) => (line.code === 'crew' ? { ...line, to: '2025-03-31' } : line)),
  checkpoints: testPort.checkpoints.map((checkpoint) =>
    checkpoint.code === 'hall'
      ? { ...checkpoint, from: '2025-01-01' }
      : { ...checkpoint, directions: ['exit'], to: '2025-12-31' },
  ),
})

const good: CountToRecord = {
  line: 'domestic',
  direction: 'entry',
  date: '2025-02-03',
  period: 'morning',
  value: 120,
}
const record = (book: TestBook, checkpoint: string, ...counts: CountToRecord[]) =>
  book.call('recordCounts', { checkpoint, counts })

test('a year before 1900 is a slip of the finger, and refused', async () => {
  const answer = await record(testBook(), 'hall', { ...good, date: '0202-02-03' })
  expect(answer).toMatchObject({ ok: false, error: { code: 'date-impossible' } })
})

describe('a count is refused, and the block it came in with it', () => {
  const at = { checkpoint: 'hall', date: '2025-02-03' }
  const refusals: [string, string, Partial<CountToRecord>, { code: string; details: object }][] = [
    [
      'at a checkpoint that the port does not have',
      'gate',
      {},
      { code: 'unknown-checkpoint', details: { checkpoint: 'gate' } },
    ],
    [
      'in a shift that the checkpoint does not have',
      'hall',
      { period: 'evening' },
      { code: 'unknown-shift', details: { ...at, shift: 'evening' } },
    ],
    [
      'in a part that the shift does not have',
      'hall',
      { period: 'morning/1' },
      { code: 'period-not-possible', details: { ...at, shift: 'morning' } },
    ],
    [
      'in a whole night that is counted in two parts',
      'hall',
      { period: 'night' },
      { code: 'period-not-possible', details: { ...at, shift: 'night' } },
    ],
    [
      'in an hour outside its shift',
      'hall',
      { period: 'morning@15' },
      { code: 'period-not-possible', details: { ...at, shift: 'morning' } },
    ],
    [
      'of a day under a month',
      'hall',
      { date: '2025-02', period: 'day' },
      { code: 'period-not-possible', details: { checkpoint: 'hall', date: '2025-02', period: 'day' } },
    ],
    [
      'of a month under a day',
      'hall',
      { period: 'month' },
      { code: 'period-not-possible', details: { ...at, period: 'month' } },
    ],
    [
      'on a date ahead',
      'hall',
      { date: ahead, period: 'day' },
      { code: 'date-ahead', details: { date: ahead, today } },
    ],
    [
      'before the checkpoint was in service',
      'hall',
      { date: '2024-12-31', period: 'day' },
      {
        code: 'checkpoint-not-in-service',
        details: { checkpoint: 'hall', date: '2024-12-31', period: 'day' },
      },
    ],
    [
      'where the calendar closes the whole period',
      'hall',
      { date: '2025-05-01', value: 0 },
      {
        code: 'closed-by-calendar',
        details: { checkpoint: 'hall', date: '2025-05-01', period: 'morning' },
      },
    ],
    [
      'in a shift that is signed',
      'hall',
      { period: 'afternoon' },
      { code: 'shift-signed', details: { ...at, shift: 'afternoon' } },
    ],
    [
      'on a line that the book does not have',
      'hall',
      { line: 'pilgrims' },
      { code: 'unknown-line', details: { checkpoint: 'hall', line: 'pilgrims' } },
    ],
    [
      'on a line of another checkpoint',
      'hall',
      { line: 'trucks' },
      { code: 'line-not-on-sheet', details: { checkpoint: 'hall', line: 'trucks' } },
    ],
    [
      'on a line that has ended',
      'hall',
      { line: 'crew', date: '2025-04-01' },
      { code: 'line-not-on-sheet', details: { checkpoint: 'hall', line: 'crew', date: '2025-04-01' } },
    ],
    [
      'in a direction that is not counted there',
      'yard',
      { line: 'trucks', period: 'day' },
      { code: 'direction-not-counted', details: { checkpoint: 'yard', direction: 'entry' } },
    ],
    [
      'on an of-which line above its parent',
      'hall',
      { line: 'diplomats', value: 41 },
      {
        code: 'of-which-exceeds-parent',
        details: {
          ...at,
          period: 'morning',
          line: 'diplomats',
          direction: 'entry',
          value: 41,
          parent: 'foreign',
          parentValue: 40,
        },
      },
    ],
  ]
  test.each(refusals)('%s', async (_, checkpoint, change, error) => {
    const book = testBook(port)
    await book.done('recordCounts', { checkpoint: 'hall', counts: [{ ...good, line: 'foreign', value: 40 }] })
    signShift(book, 'hall', '2025-02-03', 'afternoon')
    const before = allRows(book.writer.db)
    const block =
      checkpoint === 'hall'
        ? [{ ...good, date: '2025-02-04' }]
        : [{ ...good, line: 'trucks', period: 'day', direction: 'exit' as const }]
    const answer = await record(book, checkpoint, ...block, { ...good, ...change })
    expect({ answer, after: allRows(book.writer.db) }).toEqual({
      answer: { ok: false, error },
      after: before,
    })
  })

  test.each([
    ['a fraction', { value: 1.5 }],
    ['a negative number', { value: -1 }],
    ['a number above 9,999,999', { value: 10_000_000 }],
    ['a date that does not exist', { date: '2025-02-29' }],
    ['a word for a number', { value: 'many' as 'closed' }],
    ['a period that is none', { period: 'night/3' }],
  ])('that is %s never reaches the rules', async (_, change) => {
    const answer = await record(testBook(port), 'hall', { ...good, ...change })
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
  })
})

describe('a count is taken', () => {
  const taken: [string, string, Partial<CountToRecord>][] = [
    ['up to 9,999,999', 'hall', { value: 9_999_999 }],
    ['today', 'hall', { date: today, period: 'day' }],
    ['of the month that has begun', 'hall', { date: today.slice(0, 7), period: 'month' }],
    ['of the hour that ends with its shift', 'hall', { period: 'morning@14' }],
    ['after midnight on the next date', 'hall', { period: 'night/2' }],
    ['where the calendar closes a part of the shift', 'hall', { date: '2025-05-02' }],
    ['as closed where the calendar closes all of it', 'hall', { date: '2025-05-01', value: 'closed' }],
    ['on the last day of a line', 'hall', { line: 'crew', date: '2025-03-31' }],
    ['of the month in which a line ends', 'hall', { line: 'crew', date: '2025-03', period: 'month' }],
    ['by day at a checkpoint without shifts', 'yard', { line: 'trucks', direction: 'exit', period: 'day' }],
  ]
  test.each(taken)('%s', async (_, checkpoint, change) => {
    const book = testBook(port)
    const count = { ...good, ...change }
    const receipt = await book.done('recordCounts', { checkpoint, counts: [count] })
    const rows = book.writer.db.prepare('SELECT * FROM count').all()
    const row = {
      checkpoint,
      line: count.line,
      direction: count.direction,
      date: count.date,
      period: count.period,
    }
    const figure =
      typeof count.value === 'number'
        ? { value: count.value, mark: null }
        : { value: null, mark: count.value }
    expect({ changed: receipt.changed, rows }).toEqual({
      changed: 1,
      rows: [{ ...row, ...figure, source: null, provisional: null, parts: null }],
    })
  })
})
