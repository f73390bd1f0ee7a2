import { beforeEach, expect, test } from 'vitest'
import type { InputOf } from '../../../../shared/contract/index.ts'
import { boardLoad } from '../../../../shared/staffing/board-load.ts'
import { staffTestBook } from '../../../testing/staff-test-book.ts'
import { type TestBook, testBook } from '../../../testing/test-book.ts'

const place = { checkpoint: 'hall', date: '2025-02-03', shift: 'morning' } as const
const shiftReport = { kind: 'shift', ...place } as const

let book: TestBook
beforeEach(async () => {
  book = testBook()
  await staffTestBook(book)
})

async function counted(date: string, values: Record<string, number>, line = 'domestic'): Promise<void> {
  const counts = Object.entries(values).map(([period, value]) => ({
    line,
    direction: 'entry' as const,
    date,
    period,
    value,
  }))
  await book.done('recordCounts', { checkpoint: 'hall', counts })
}

const opened = (opening: Partial<InputOf<'openChannel'>> = {}) =>
  book.done('openChannel', {
    ...place,
    channel: 'm1',
    plan: 'actual',
    direction: 'entry',
    startsMinute: 600,
    endsMinute: 900,
    headCount: 1,
    ...opening,
  })

async function report(input: InputOf<'readStaffingReport'> = shiftReport) {
  const [hall] = (await book.done('readStaffingReport', input)).checkpoints
  if (!hall) throw new Error('no hall')
  return hall
}

test('a shift whose hours were counted shows its load by hour and kind', async () => {
  await counted('2025-02-03', {
    morning: 150,
    'morning@10': 60,
    'morning@11': 40,
    'morning@12': 50,
    'morning@13': 0,
    'morning@14': 0,
  })
  await opened({ endsMinute: 780 })
  await opened({ channel: 'm2', startsMinute: 630, endsMinute: 720, headCount: 2 })
  await opened({ plan: 'planned', endsMinute: 800 })
  const hall = await report()
  expect(hall).toEqual({
    checkpoint: 'hall',
    names: { en: 'Passenger hall' },
    channels: { exist: 4, opened: 2, mostAtOnce: 2 },
    kinds: [
      {
        kind: 'manual',
        unit: 'persons',
        direction: 'entry',
        opened: 2,
        channelMinutes: 270,
        officerMinutes: 360,
        unknownMinutes: 0,
        served: 150,
        perChannelHour: 150 / 4.5,
        perOfficerHour: 25,
        utilisation: expect.closeTo((150 * 74) / (270 * 60)),
      },
      expect.objectContaining({ kind: 'manual', direction: null, served: 150 }),
    ],
    hours: [
      [600, 1.5, 60, (60 * 74) / (90 * 60)],
      [660, 2, 40, (40 * 74) / (120 * 60)],
      [720, 1, 50, (50 * 74) / (60 * 60)],
      [780, 0, 0, null],
      [840, 0, 0, null],
    ].map(([startsMinute, open, entries, utilisation]) => ({
      startsMinute,
      open,
      entries,
      exits: 0,
      utilisation: utilisation === null ? null : expect.closeTo(utilisation ?? 0),
      withoutChannel: 0,
      kinds:
        utilisation === null
          ? []
          : [
              {
                kind: 'manual',
                open,
                served: expect.closeTo(entries ?? 0),
                utilisation: expect.closeTo(utilisation ?? 0),
              },
            ],
    })),
    profile: 'hours',
    planned: [{ kind: 'manual', channelMinutes: 200 }],
    incomplete: true,
  })
})

test('a shift without hours is spread by the hours of the weeks before, or evenly, and says so', async () => {
  await counted('2025-02-03', { morning: 100 })
  await opened()
  const even = await report()
  await counted('2025-01-20', {
    'morning@10': 30,
    'morning@11': 10,
    'morning@12': 10,
    'morning@13': 0,
    'morning@14': 0,
  })
  const spread = await report()
  const entries = (hall: typeof even) => hall.hours.map((hour) => Math.round(hour.entries * 1_000) / 1_000)
  expect([even.profile, entries(even), spread.profile, entries(spread)]).toEqual([
    'even',
    [20, 20, 20, 20, 20],
    'profile',
    [60, 20, 20, 0, 0],
  ])
})

test('the profile is of the same weekday where enough of them were counted by hour', async () => {
  await counted('2025-02-03', { morning: 100 })
  for (const monday of ['2025-01-06', '2025-01-13', '2025-01-20', '2025-01-27']) {
    await counted(monday, { 'morning@10': 10, 'morning@11': 0, 'morning@12': 0 })
  }
  for (const tuesday of ['2025-01-07', '2025-01-14']) {
    await counted(tuesday, { 'morning@10': 0, 'morning@11': 0, 'morning@12': 500 })
  }
  expect((await report()).hours.map(({ entries }) => entries)).toEqual([100, 0, 0, 0, 0])
})

test('the totals are those of the crossings report, in a shift, a day, a month and a year', async () => {
  await counted('2025-02-03', { morning: 100, 'morning@10': 40, afternoon: 55, 'night/1': 7 })
  await counted('2025-02-04', { 'night/2': 13, morning: 30, 'morning@10': 40 })
  await counted('2025-03-10', { day: 61 })
  await opened()
  await opened({ date: '2025-02-03', shift: 'night', startsMinute: 1320, endsMinute: 1800 })
  const spans = [
    shiftReport,
    { kind: 'shift', ...place, shift: 'night' },
    { kind: 'day', date: '2025-02-03' },
    { kind: 'day', date: '2025-02-04' },
    { kind: 'month', date: '2025-02-01' },
    { kind: 'year', date: '2025-02-01' },
  ] as const
  for (const span of spans) {
    const hall = await report({ checkpoint: 'hall', ...span })
    const crossings = await book.done('readCrossingsReport', { checkpoint: 'hall', ...span })
    const entries = hall.hours.reduce((sum, hour) => sum + hour.entries, 0)
    const without = hall.hours.reduce((sum, hour) => sum + hour.withoutChannel, 0)
    const served = hall.kinds
      .filter(({ direction }) => direction === null)
      .reduce((sum, kind) => sum + kind.served, 0)
    expect(entries).toBeCloseTo(crossings.passengers.entries ?? 0)
    expect(served + without).toBeCloseTo(crossings.passengers.entries ?? 0)
  }
})

test('a night over midnight counts on both its dates, and as a whole where the port counts it on the day it began', async () => {
  await opened({ shift: 'night', startsMinute: 1380, endsMinute: 1560 })
  const minutes = async (date: string) =>
    (await report({ kind: 'day', date, checkpoint: 'hall' })).kinds.at(-1)?.channelMinutes ?? 0
  const split = [await minutes('2025-02-03'), await minutes('2025-02-04')]
  const hours = (await report({ kind: 'day', date: '2025-02-04', checkpoint: 'hall' })).hours
  expect([split, hours.slice(0, 3).map(({ open }) => open)]).toEqual([
    [60, 120],
    [1, 1, 0],
  ])
  book = testBook()
  await staffTestBook(book)
  await book.done('keepMidnightRule', { from: '2025-02-01', rule: 'start-day' })
  await opened({ shift: 'night', startsMinute: 1380, endsMinute: 1560 })
  expect([
    await minutes('2025-02-03'),
    await minutes('2025-02-04'),
    (await report({ kind: 'month', date: '2025-02-01', checkpoint: 'hall' })).kinds.at(-1)?.officerMinutes,
  ]).toEqual([180, 0, 180])
})

test('an opening that nobody closed lasts to the end of its shift, and named officers make its hours', async () => {
  await opened({
    startsMinute: 840,
    endsMinute: null,
    headCount: null,
    duties: [{ officer: '061234', role: 'inspector', startsMinute: 850, endsMinute: null }],
  })
  await opened({ channel: 'm2', startsMinute: 600, endsMinute: 630, headCount: null })
  expect((await report()).kinds.at(-1)).toMatchObject({
    channelMinutes: 90,
    officerMinutes: 50,
    unknownMinutes: 30,
    perOfficerHour: null,
  })
})

test('a board that is being drawn has the load that the report has', async () => {
  await counted('2025-02-03', {
    morning: 150,
    'morning@10': 60,
    'morning@11': 40,
    'morning@12': 50,
    'morning@13': 0,
    'morning@14': 0,
  })
  await opened({ endsMinute: 780 })
  await opened({ channel: 'g1', startsMinute: 630, endsMinute: 720 })
  const board = await book.done('readBoard', place)
  const arrivals = await book.done('readBoardArrivals', place)
  const load = boardLoad(board, arrivals, 'actual')
  const { kinds } = await report()
  expect(
    load.kinds.map(({ kind, direction, channelMinutes, officerMinutes }) => [
      kind,
      direction,
      channelMinutes,
      officerMinutes,
    ]),
  ).toEqual(
    kinds.map(({ kind, direction, channelMinutes, officerMinutes }) => [
      kind,
      direction,
      channelMinutes,
      officerMinutes,
    ]),
  )
  expect(load.buckets.slice(0, 8).map(({ entries }) => entries)).toEqual([15, 15, 15, 15, 10, 10, 10, 10])
  const all = (each: typeof kinds): number =>
    each.filter(({ direction }) => direction === null).reduce((sum, kind) => sum + kind.served, 0)
  expect(all(load.kinds)).toBeCloseTo(all(kinds))
})

test('a board of the whole day has the counts of all its shifts, each in its own hours', async () => {
  await counted('2025-02-03', { morning: 100, afternoon: 50, 'night/1': 8 })
  await counted('2025-02-04', { 'night/2': 24 })
  const { startsMinute, lines, profile } = await book.done('readBoardArrivals', { ...place, shift: 'day' })
  const domestic =
    lines.find(({ line, direction }) => line === 'domestic' && direction === 'entry')?.byBucket ?? []
  const between = (from: number, to: number): number =>
    domestic.reduce((sum, number, index) => {
      const minute = startsMinute + index * 15
      return from <= minute && minute < to ? sum + number : sum
    }, 0)
  expect(
    [between(600, 900), between(900, 1200), between(1320, 1440), between(1440, 1800), profile].map((each) =>
      typeof each === 'number' ? Math.round(each * 1e6) / 1e6 : each,
    ),
  ).toEqual([100, 50, 8, 24, 'even'])
})
