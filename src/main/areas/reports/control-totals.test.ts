import { expect, test } from 'vitest'
import type { ControlTotalToRecord } from '../../../shared/contract/crossings.ts'
import type { CrossingsReportInput } from '../../../shared/contract/reports.ts'
import { type TestBook, testBook } from '../../testing/test-book.ts'

const date = '2025-02-03'

async function count(book: TestBook, period: string, value: number, on = date, line = 'domestic') {
  const counts = [{ line, direction: 'entry' as const, date: on, period, value }]
  await book.done('recordCounts', { checkpoint: 'hall', counts })
}

async function type(
  book: TestBook,
  period: string,
  value: number,
  on = date,
  unit: ControlTotalToRecord['unit'] = 'persons',
) {
  const totals = [{ direction: 'entry' as const, unit, date: on, period, value }]
  await book.done('recordCounts', { checkpoint: 'hall', controlTotals: totals })
}

const totalsOf = async (book: TestBook, input: CrossingsReportInput) =>
  (await book.done('readCrossingsReport', input)).controlTotals
const persons = { direction: 'entry', unit: 'persons' }

test('a total typed for one shift is compared with that shift, not with the day', async () => {
  const book = testBook()
  await count(book, 'morning', 120)
  await count(book, 'afternoon', 80)
  await type(book, 'morning', 125)
  const expected = [{ ...persons, typed: 125, sum: 120 }]
  expect({
    day: await totalsOf(book, { kind: 'day', date }),
    month: await totalsOf(book, { kind: 'month', date }),
    shift: await totalsOf(book, { kind: 'shift', date, shift: 'morning', checkpoint: 'hall' }),
    other: await totalsOf(book, { kind: 'shift', date, shift: 'afternoon', checkpoint: 'hall' }),
  }).toEqual({ day: expected, month: expected, shift: expected, other: [] })
})

test('totals of a day and of its shifts are not added: the shifts go first', async () => {
  const book = testBook()
  await count(book, 'morning', 120)
  await count(book, 'day', 300, '2025-02-04')
  await type(book, 'morning', 120)
  await type(book, 'day', 999)
  await type(book, 'day', 301, '2025-02-04')
  await type(book, 'month', 9_999, '2025-02')
  expect(await totalsOf(book, { kind: 'month', date })).toEqual([{ ...persons, typed: 421, sum: 420 }])
})

test('totals of a shift and of its hours are not added: the shift goes first', async () => {
  const book = testBook()
  await count(book, 'morning', 120)
  await count(book, 'morning@10', 50)
  await count(book, 'afternoon@15', 30)
  await type(book, 'morning', 121)
  await type(book, 'morning@10', 50)
  await type(book, 'afternoon@15', 31)
  expect(await totalsOf(book, { kind: 'day', date })).toEqual([{ ...persons, typed: 152, sum: 150 }])
})

test('a total of a month is compared in reports that hold the whole month', async () => {
  const book = testBook()
  await count(book, 'month', 9_000, '2025-02')
  await type(book, 'month', 9_001, '2025-02')
  expect({
    month: await totalsOf(book, { kind: 'month', date }),
    quarter: await totalsOf(book, { kind: 'quarter', date }),
    part: await totalsOf(book, { kind: 'range', date: '2025-02-01', to: '2025-02-27' }),
  }).toEqual({
    month: [{ ...persons, typed: 9_001, sum: 9_000 }],
    quarter: [{ ...persons, typed: 9_001, sum: 9_000 }],
    part: [],
  })
})

test('persons means passengers without crew, vehicles all of them; of-which lines are left out', async () => {
  const book = testBook()
  await count(book, 'day', 100)
  await count(book, 'day', 40, date, 'foreign')
  await count(book, 'day', 30, date, 'diplomats')
  await count(book, 'day', 7, date, 'crew')
  await count(book, 'day', 5, date, 'buses')
  await type(book, 'day', 140)
  await type(book, 'day', 6, date, 'vehicles')
  expect(await totalsOf(book, { kind: 'day', date })).toEqual([
    { ...persons, typed: 140, sum: 140 },
    { direction: 'entry', unit: 'vehicles', typed: 6, sum: 5 },
  ])
})

test('a typed total stands alone where nothing is counted yet', async () => {
  const book = testBook()
  await type(book, 'morning', 125)
  expect(await totalsOf(book, { kind: 'day', date })).toEqual([{ ...persons, typed: 125, sum: null }])
})

test('a shift that is known by its hours is compared with their sum', async () => {
  const book = testBook()
  await count(book, 'morning@10', 50)
  await count(book, 'morning@11', 60)
  await type(book, 'morning', 110)
  expect(await totalsOf(book, { kind: 'day', date })).toEqual([{ ...persons, typed: 110, sum: 110 }])
})
