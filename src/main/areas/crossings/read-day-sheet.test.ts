import { describe, expect, test } from 'vitest'
import type { CountToRecord, DaySheet } from '../../../shared/contract/crossings.ts'
import { PortFile } from '../../../shared/port-file.ts'
import { signShift } from '../../testing/sign-shift.ts'
import { type TestBook, testBook } from '../../testing/test-book.ts'
import { testPort } from '../../testing/test-port.ts'

const date = '2025-02-03'
const read = (book: TestBook, shift: string, on = date, checkpoint = 'hall') =>
  book.done('readDaySheet', { checkpoint, date: on, shift })
const columnsOf = (sheet: DaySheet): string[] =>
  sheet.columns.map(({ direction, date, period, from, to }) => `${direction} ${date} ${period} ${from}–${to}`)

async function record(
  book: TestBook,
  line: string,
  counts: [period: string, value: CountToRecord['value'], on?: string][],
): Promise<void> {
  await book.done('recordCounts', {
    checkpoint: 'hall',
    counts: counts.map(([period, value, on]) => ({
      line,
      direction: 'entry',
      date: on ?? date,
      period,
      value,
    })),
  })
}

/** The sheet as a table: line (or total), then its values by column. */
function tableOf(sheet: DaySheet): unknown[][] {
  return sheet.groups.flatMap(({ lines, sums, controlTotal }) => [
    ...lines.map(({ line, cells }) => [line, ...cells.map((cell) => cell?.value)]),
    ...sums.map(({ total, values, incomplete }) => [
      `= ${total}`,
      ...values.map((value, column) => (incomplete[column] ? `${value} incomplete` : value)),
    ]),
    [`typed ${controlTotal.unit}`, ...controlTotal.values],
  ])
}

/** The test port with the rule for nights that count wholly on the day they began, from 2025-02-01. */
const startDayPort = PortFile.parse({
  ...testPort,
  midnight: [
    { from: '0001-01-01', rule: 'split' },
    { from: '2025-02-01', rule: 'start-day' },
  ],
})

describe('the columns of a sheet', () => {
  test('of a shift within a day are its directions', async () => {
    expect(columnsOf(await read(testBook(), 'morning'))).toEqual([
      'entry 2025-02-03 morning 10:00–15:00',
      'exit 2025-02-03 morning 10:00–15:00',
    ])
  })

  test('of a shift over midnight are two parts on two dates', async () => {
    expect(columnsOf(await read(testBook(), 'night'))).toEqual([
      'entry 2025-02-03 night/1 22:00–24:00',
      'entry 2025-02-04 night/2 00:00–06:00',
      'exit 2025-02-03 night/1 22:00–24:00',
      'exit 2025-02-04 night/2 00:00–06:00',
    ])
  })

  test('of a night are one from the date on which the port counts nights wholly on the day they began', async () => {
    const book = testBook(startDayPort)
    expect({
      before: columnsOf(await read(book, 'night', '2025-01-31')).slice(0, 2),
      after: columnsOf(await read(book, 'night', '2025-02-01')),
    }).toEqual({
      before: ['entry 2025-01-31 night/1 22:00–24:00', 'entry 2025-02-01 night/2 00:00–06:00'],
      after: ['entry 2025-02-01 night 22:00–06:00', 'exit 2025-02-01 night 22:00–06:00'],
    })
  })

  test('of a checkpoint without shifts are the day, which can be typed', async () => {
    const sheet = await read(testBook(), 'day', date, 'yard')
    expect({ columns: columnsOf(sheet), editable: sheet.editable }).toEqual({
      columns: ['entry 2025-02-03 day 00:00–24:00', 'exit 2025-02-03 day 00:00–24:00'],
      editable: true,
    })
  })
})

describe('the figures of a sheet', () => {
  test('are its cells, the sums of each total and the typed totals; of-which lines add to none', async () => {
    const book = testBook()
    await record(book, 'domestic', [['morning', 120]])
    await record(book, 'foreign', [['morning', 40]])
    await record(book, 'diplomats', [['morning', 3]])
    await record(book, 'e-gate', [['morning', 90]])
    await record(book, 'crew', [['morning', 7]])
    await record(book, 'buses', [['morning', 'not-applicable']])
    await book.done('recordCounts', {
      checkpoint: 'hall',
      controlTotals: [{ direction: 'entry', unit: 'persons', date, period: 'morning', value: 161 }],
    })
    expect(tableOf(await read(book, 'morning'))).toEqual([
      ['domestic', 120, null],
      ['foreign', 40, null],
      ['diplomats', 3, null],
      ['e-gate', 90, null],
      ['crew', 7, null],
      ['= passengers', 160, null],
      ['= persons', 167, null],
      ['typed persons', 161, null],
      ['buses', 'not-applicable', null],
      ['= vehicles', 'not-applicable', null],
      ['typed vehicles', null, null],
    ])
  })

  test('whose lines are all closed make a closed sum; one that is not reported leaves it not reported', async () => {
    const book = testBook()
    for (const line of ['domestic', 'foreign', 'diplomats']) await record(book, line, [['morning', 'closed']])
    const sums = async () =>
      tableOf(await read(book, 'morning')).filter(([name]) => /^= p/.test(String(name)))
    expect(await sums()).toEqual([
      ['= passengers', 'closed', null],
      ['= persons', null, null],
    ])
    await record(book, 'crew', [['morning', 'not-applicable']])
    expect(await sums()).toEqual([
      ['= passengers', 'closed', null],
      ['= persons', 'closed', null],
    ])
  })

  test('of a day with one shift closed and the others silent are not reported', async () => {
    const book = testBook()
    await record(book, 'crew', [['morning', 'closed']])
    expect(tableOf(await read(book, 'day'))).toContainEqual(['crew', null, null])
  })

  test('of a day made of shifts are only read, each cell by the period rule', async () => {
    const book = testBook()
    await record(book, 'domestic', [
      ['morning', 120],
      ['afternoon', 80],
      ['night/1', 5],
      ['night/2', 6],
      ['day', 999],
    ])
    await record(book, 'foreign', [
      ['morning@10', 4],
      ['day', 50],
    ])
    await record(book, 'crew', [
      ['morning', 'closed'],
      ['afternoon', 'closed'],
      ['night/1', 'closed'],
      ['night/2', 'closed'],
    ])
    const sheet = await read(book, 'day')
    expect({ editable: sheet.editable, table: tableOf(sheet).slice(0, 7) }).toEqual({
      editable: false,
      table: [
        ['domestic', 211, null],
        ['foreign', 50, null],
        ['diplomats', null, null],
        ['e-gate', null, null],
        ['crew', 'closed', null],
        ['= passengers', 261, null],
        ['= persons', 261, null],
      ],
    })
  })

  test('of a day say where a shift is still missing from the sum', async () => {
    const book = testBook()
    await record(book, 'domestic', [['morning', 120]])
    const sheet = await read(book, 'day')
    const [domestic, foreign] = sheet.groups[0]?.lines.map(({ cells }) => cells[0]) ?? []
    expect([domestic, foreign]).toMatchObject([
      { value: 120, incomplete: true },
      { value: null, incomplete: false },
    ])
  })

  test('of a signed shift are only read', async () => {
    const book = testBook()
    signShift(book, 'hall', date, 'night')
    const sheets = [await read(book, 'night'), await read(book, 'morning')]
    expect(sheets.map(({ state, editable }) => ({ state, editable }))).toEqual([
      { state: 'signed', editable: false },
      { state: 'open', editable: true },
    ])
  })
})

describe('the calendar in a sheet', () => {
  const closureOf = (sheet: DaySheet) => {
    const cell = sheet.groups[0]?.lines[0]?.cells[0]
    return { closedBy: cell?.closedBy, partlyClosed: cell?.partlyClosed }
  }
  const open = { closedBy: null, partlyClosed: null }

  test('closes the cells of a whole closure and only notes a part of one', async () => {
    const book = testBook()
    expect({
      whole: closureOf(await read(book, 'morning', '2025-05-01')),
      part: closureOf(await read(book, 'morning', '2025-05-02')),
      laterThatDay: closureOf(await read(book, 'afternoon', '2025-05-02')),
    }).toEqual({
      whole: { closedBy: { reason: { en: 'Labour day' } }, partlyClosed: null },
      part: { closedBy: null, partlyClosed: { from: '10:00', to: '12:00', reason: { en: 'Power cut' } } },
      laterThatDay: open,
    })
  })

  test('closes the part of a night that lies on a closed date, and not the other', async () => {
    const sheet = await read(testBook(), 'night', '2025-04-30')
    expect(sheet.groups[0]?.lines[0]?.cells.slice(0, 2)).toEqual([
      { value: null, incomplete: false, ...open },
      { value: null, incomplete: false, closedBy: { reason: { en: 'Labour day' } }, partlyClosed: null },
    ])
  })

  test('sees both dates of a night that counts wholly on the day it began', async () => {
    const book = testBook(startDayPort)
    expect({
      morningClosed: closureOf(await read(book, 'night', '2025-04-30')),
      eveningClosed: closureOf(await read(book, 'night', '2025-05-01')),
      neither: closureOf(await read(book, 'night', '2025-05-03')),
    }).toEqual({
      morningClosed: {
        closedBy: null,
        partlyClosed: { from: '00:00', to: '06:00', reason: { en: 'Labour day' } },
      },
      eveningClosed: {
        closedBy: null,
        partlyClosed: { from: '22:00', to: '24:00', reason: { en: 'Labour day' } },
      },
      neither: open,
    })
  })
})

test('the sheets before and after follow the order in which shifts begin; days follow days', async () => {
  const book = testBook()
  const beside = async (shift: string, checkpoint = 'hall') => {
    const { before, after } = await read(book, shift, date, checkpoint)
    return [before, after].map((place) => `${place.date} ${place.shift}`)
  }
  expect({
    morning: await beside('morning'),
    night: await beside('night'),
    day: await beside('day'),
    yard: await beside('day', 'yard'),
  }).toEqual({
    morning: ['2025-02-02 night', '2025-02-03 afternoon'],
    night: ['2025-02-03 afternoon', '2025-02-04 morning'],
    day: ['2025-02-02 day', '2025-02-04 day'],
    yard: ['2025-02-02 day', '2025-02-04 day'],
  })
})

test('lines have the names of the date', async () => {
  const book = testBook()
  const nameOf = async (on: string) =>
    (await read(book, 'morning', on)).groups[0]?.lines.find(({ line }) => line === 'foreign')?.names
  expect([await nameOf('2025-03-14'), await nameOf('2025-03-15')]).toEqual([
    { en: 'Foreign' },
    { en: 'Foreign nationals' },
  ])
})

test('a sheet of a checkpoint or shift that does not exist is refused', async () => {
  const book = testBook()
  const answers = [
    await book.call('readDaySheet', { checkpoint: 'gate', date, shift: 'day' }),
    await book.call('readDaySheet', { checkpoint: 'yard', date, shift: 'morning' }),
  ]
  expect(answers.map((answer) => answer.ok || answer.error.code)).toEqual([
    'unknown-checkpoint',
    'unknown-shift',
  ])
})
