import { expect, test } from 'vitest'
import { type TestBook, testBook } from '../../testing/test-book.ts'

async function record(
  book: TestBook,
  ...counts: [date: string, period: string, value: number][]
): Promise<void> {
  await book.done('recordCounts', {
    checkpoint: 'hall',
    counts: counts.map(([date, period, value]) => ({
      line: 'domestic',
      direction: 'entry',
      date,
      period,
      value,
    })),
  })
}

const monday = '2025-02-03'

/** The bases of a sheet, with what the line and the sum say there in the entry columns. */
async function compared(book: TestBook, shift: string) {
  const sheet = await book.done('readDaySheet', { checkpoint: 'hall', date: monday, shift })
  const [group] = sheet.groups
  const entries = sheet.columns.flatMap((column, at) => (column.direction === 'entry' ? [at] : []))
  return {
    bases: sheet.bases.map(({ base, date, shift }) => `${base} ${date} ${shift}`),
    line: entries.map((at) => group?.lines[0]?.bases[at]),
    sum: entries.map((at) => group?.sums[0]?.bases[at]),
  }
}

test('a shift is compared with the one before, both parts of a night together, and with its weekday a week and a year before', async () => {
  const book = testBook()
  await record(
    book,
    ['2025-02-02', 'night/1', 4],
    [monday, 'night/2', 6],
    ['2025-01-27', 'morning', 80],
    ['2024-02-05', 'morning', 20],
  )
  expect(await compared(book, 'morning')).toEqual({
    bases: ['shiftBefore 2025-02-02 night', 'weekBefore 2025-01-27 morning', 'yearBefore 2024-02-05 morning'],
    line: [[10, 80, 20]],
    sum: [[10, 80, 20]],
  })
})

test('half a night is not taken for the whole of it', async () => {
  const book = testBook()
  await record(book, ['2025-02-02', 'night/1', 4])
  expect((await compared(book, 'morning')).line).toEqual([[null, null, null]])
})

test('a night is compared part with part, and with no shift that is not split', async () => {
  const book = testBook()
  await record(book, [monday, 'afternoon', 9], ['2025-01-27', 'night/1', 4], ['2025-01-28', 'night/2', 6])
  expect(await compared(book, 'night')).toEqual({
    bases: ['weekBefore 2025-01-27 night', 'yearBefore 2024-02-05 night'],
    line: [
      [4, null],
      [6, null],
    ],
    sum: [
      [4, null],
      [6, null],
    ],
  })
})

test('a day made of shifts is compared with days by the period rule', async () => {
  const book = testBook()
  await record(book, ['2025-02-02', 'morning', 4], ['2025-02-02', 'afternoon', 6], ['2025-01-27', 'day', 80])
  expect(await compared(book, 'day')).toEqual({
    bases: ['shiftBefore 2025-02-02 day', 'weekBefore 2025-01-27 day', 'yearBefore 2024-02-05 day'],
    line: [[10, 80, null]],
    sum: [[10, 80, null]],
  })
})

test('the context of a cell is the shift before, a week and 364 days before, and twelve dates', async () => {
  const book = testBook()
  await record(
    book,
    ['2025-02-02', 'night/1', 4],
    [monday, 'night/2', 6],
    ['2025-01-22', 'morning', 1],
    ['2025-01-27', 'morning', 80],
    ['2025-02-02', 'morning', 70],
    ['2024-02-05', 'morning', 18],
  )
  const context = await book.done('readCellContext', {
    checkpoint: 'hall',
    line: 'domestic',
    direction: 'entry',
    date: monday,
    period: 'morning',
  })
  expect({ ...context, recent: context.recent.map(({ value }) => value) }).toEqual({
    shiftBefore: { date: '2025-02-02', shift: 'night', value: 10 },
    weekBefore: { date: '2025-01-27', shift: 'morning', value: 80 },
    yearBefore: { date: '2024-02-05', shift: 'morning', value: 18 },
    recent: [1, null, null, null, null, 80, null, null, null, null, null, 70],
  })
  expect([context.recent[0]?.date, context.recent[11]?.date]).toEqual(['2025-01-22', '2025-02-02'])
})

test('the context of the part after midnight is that of the parts after midnight', async () => {
  const book = testBook()
  await record(
    book,
    ['2025-02-03', 'night/2', 6],
    ['2025-01-28', 'night/2', 7],
    ['2025-01-28', 'night/1', 99],
  )
  const context = await book.done('readCellContext', {
    checkpoint: 'hall',
    line: 'domestic',
    direction: 'entry',
    date: '2025-02-04',
    period: 'night/2',
  })
  expect([context.shiftBefore, context.weekBefore.value, context.recent.at(-1)]).toEqual([
    null,
    7,
    { date: '2025-02-02', shift: 'night', value: 6 },
  ])
})

test('an hour or a month has no context, and an unknown checkpoint none either', async () => {
  const book = testBook()
  const place = { checkpoint: 'hall', line: 'domestic', direction: 'entry', date: monday } as const
  const answers = [
    await book.call('readCellContext', { ...place, period: 'morning@10' }),
    await book.call('readCellContext', { ...place, period: 'month' }),
    await book.call('readCellContext', { ...place, checkpoint: 'gate', period: 'morning' }),
  ]
  expect(answers.map((answer) => answer.ok || answer.error.code)).toEqual([
    'period-not-possible',
    'period-not-possible',
    'unknown-checkpoint',
  ])
})
