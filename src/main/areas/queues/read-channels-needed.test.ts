import { beforeEach, describe, expect, test } from 'vitest'
import { addDays } from '../../../shared/dates.ts'
import { needOfBoard } from '../../../shared/queue/board-queues.ts'
import { staffTestBook } from '../../testing/staff-test-book.ts'
import { type TestBook, testBook } from '../../testing/test-book.ts'

const place = { checkpoint: 'hall', date: '2025-02-03', shift: 'morning' } as const
const direction = 'entry' as const

let book: TestBook
beforeEach(async () => {
  book = testBook()
  await staffTestBook(book)
})

const record = (date: string, period: string, counts: Record<string, number>) =>
  book.done('recordCounts', {
    checkpoint: 'hall',
    counts: Object.entries(counts).map(([line, value]) => ({ line, direction, date, period, value })),
  })

const open = (channel: string, startsMinute: number, endsMinute: number, date: string = place.date) =>
  book.done('openChannel', { ...place, date, channel, plan: 'actual', direction, startsMinute, endsMinute })

const entries = async (input: Partial<Parameters<typeof book.done<'readChannelsNeeded'>>[1]> = {}) => {
  const answer = await book.done('readChannelsNeeded', { ...place, ...input })
  return { ...answer, queues: answer.queues.filter((queue) => queue.direction === direction) }
}

describe('channels needed of a shift', () => {
  test('come from its counts by hour, held against the openings that were', async () => {
    await record(place.date, 'morning@10', { domestic: 30, foreign: 30 })
    await record(place.date, 'morning@11', { domestic: 80, foreign: 80 })
    await record(place.date, 'morning@12', { domestic: 20, foreign: 20 })
    await record(place.date, 'morning', { domestic: 130, foreign: 130 })
    await open('m1', 600, 900)
    await open('m2', 600, 900)
    const answer = await entries()
    expect(answer.queues).toMatchObject([
      {
        kind: 'manual',
        lines: null,
        unit: 'persons',
        channels: ['m1', 'm2', 'idle'],
        eGates: ['g1'],
        seconds: { channel: 74, eGate: 15 },
        arrivals: { count: 260, basis: 'counted', profile: 'hours' },
      },
    ])
    expect(answer.needs[0]?.quarters.map(({ open: isOpen, needed }) => [isOpen, needed])).toEqual([
      ...Array(4).fill([2, 2]),
      ...Array(4).fill([2, 4]),
      ...Array(12).fill([2, expect.any(Number)]),
    ])
    expect(answer.worst).toEqual({
      direction,
      kind: 'manual',
      lines: null,
      from: 660,
      to: 720,
      open: 2,
      needed: 4,
    })
    expect([answer.plan, answer.target]).toEqual(['actual', { minutes: 30, percent: null }])
  })

  test('are the same when the window works them out from the board that it shows', async () => {
    await record(place.date, 'morning', { domestic: 130, foreign: 130 })
    await open('m1', 600, 900)
    const answer = await book.done('readChannelsNeeded', place)
    const board = await book.done('readBoard', place)
    expect(needOfBoard(board, answer.queues, 'actual')).toEqual(answer.needs)
  })

  test('count e-gates for the lines that may use them, by their share of late', async () => {
    for (const day of [1, 2, 3]) {
      await record(addDays(place.date, -day), 'morning', { domestic: 30, foreign: 10 })
    }
    await record(place.date, 'morning', { domestic: 150, foreign: 50 })
    await open('g1', 600, 900)
    const answer = await entries()
    expect(answer.queues[0]?.demand.eGateShare).toBe(0.75)
    expect(answer.needs.map((need) => [need.direction, need.kind])).toEqual([
      ['entry', 'manual'],
      ['entry', 'e-gate'],
      ['exit', 'manual'],
    ])
    // 50 foreigners in five hours: one manual channel, which nobody opened.
    expect(answer.worst).toMatchObject({ kind: 'manual', from: 600, to: 900, open: 0, needed: 1 })
  })

  test('of a shift that is not counted yet are those of the same shift lately', async () => {
    for (const day of [3, 4, 5])
      await record(addDays(place.date, -day), 'morning', { domestic: 60, foreign: 40 + day })
    const answer = await entries()
    expect(answer.queues[0]?.arrivals).toEqual({ count: 104, basis: 'recent', profile: 'even' })
    expect(answer.plan).toBe('planned')
  })

  test('of a shift to come follow the forecast, spread by the hours counted so far', async () => {
    const days = Array.from({ length: 40 }, (_, day) => addDays(place.date, -1 - day))
    const hours = { 'morning@10': 16, 'morning@11': 50, 'morning@12': 16, 'morning@13': 16 }
    const shifts = { morning: 100, afternoon: 30, 'night/1': 4, 'night/2': 4 }
    await book.done('recordCounts', {
      checkpoint: 'hall',
      counts: days.flatMap((date) =>
        Object.entries({ ...hours, ...shifts }).flatMap(([period, value]) => [
          { line: 'domestic', direction, date, period, value },
          { line: 'foreign', direction, date, period, value: 0 },
        ]),
      ),
    })
    const [queue] = (await entries()).queues
    expect(queue?.arrivals).toEqual({ count: 100, basis: 'expected', profile: 'hours' })
    expect(queue?.demand.steady.slice(4, 8)).toEqual(Array(4).fill(expect.closeTo((100 * 50) / 98 / 4, 9)))
  })

  test('of lines with channels of their own stand apart while one of those is open', async () => {
    await record(place.date, 'morning', { domestic: 200, foreign: 100 })
    await book.done('changeChannel', {
      channel: 'm2',
      kind: 'manual',
      directions: ['entry'],
      eligible: ['domestic'],
      from: null,
      to: null,
    })
    const queuesNow = async () =>
      (await entries()).queues.map(({ lines, channels, arrivals }) => [lines, channels, arrivals.count])
    const apart = await queuesNow()
    await open('m2', 600, 900)
    expect([apart, await queuesNow()]).toEqual([
      [[null, ['m1', 'idle'], 300]],
      [
        [null, ['m1', 'idle'], 100],
        [['domestic'], ['m2'], 200],
      ],
    ])
  })

  test('of buses are those of lumps, with the passengers counted or as many a vehicle as lately', async () => {
    await record(place.date, 'morning', { domestic: 100, foreign: 100 })
    const always = { from: null, to: null }
    const route = { busLine: null, passengerLine: null, zone: null, ...always }
    await book.done('addRoute', {
      ...route,
      route: 'yarkent',
      names: { en: 'Yarkent' },
      checkpoint: 'hall',
      crossesBorder: true,
    })
    await book.done('addRoute', {
      ...route,
      route: 'inland',
      names: { en: 'Inland' },
      checkpoint: 'hall',
      crossesBorder: false,
    })
    const departs = (
      date: string,
      minute: number | null,
      vehicles: number,
      passengers: number | null,
      of = 'yarkent',
    ) =>
      book.done('keepDeparture', {
        departure: null,
        route: of,
        date,
        direction,
        minute,
        vehicles,
        passengers,
      })
    await departs('2025-01-31', null, 2, 80)
    await departs(place.date, 615, 1, 45)
    await departs(place.date, 700, 2, null)
    await departs(place.date, 1000, 1, 30)
    await departs(place.date, null, 1, 30)
    await departs(place.date, 720, 1, 30, 'inland')
    const { queues, needs } = await entries()
    expect(queues[0]?.arrivals.count).toBe(200)
    expect(queues[0]?.demand.lumps).toEqual([
      { atMinute: 615, passengers: 45 },
      { atMinute: 700, passengers: 80 },
    ])
    expect(queues[0]?.demand.steady.reduce((sum, arriving) => sum + arriving, 0)).toBeCloseTo(75, 9)
    expect(
      needs[0]?.lumps.map(({ needed, open: isOpen, drainMinutes }) => [needed, isOpen, drainMinutes]),
    ).toEqual([
      [2, 0, null],
      [4, 0, null],
    ])
  })

  test('of a shift of which nothing is known are none, and say so', async () => {
    const answer = await entries()
    expect(answer.queues[0]?.arrivals).toEqual({ count: null, basis: 'unknown', profile: 'even' })
    expect([
      answer.worst,
      answer.needs.every((need) => need.quarters.every(({ needed }) => needed === 0)),
    ]).toEqual([null, true])
  })

  test('of a number that can only be a slip of the finger are none either', async () => {
    await record(place.date, 'morning', { domestic: 9_999_999, foreign: 0 })
    expect((await entries()).queues[0]?.arrivals).toEqual({ count: null, basis: 'unknown', profile: 'even' })
  })

  test('do not count on a channel that is out of service or open with nobody', async () => {
    await record(place.date, 'morning', { domestic: 50, foreign: 50 })
    await open('m1', 600, 900)
    await book.done('openChannel', {
      ...place,
      channel: 'm2',
      plan: 'actual',
      direction,
      startsMinute: 600,
      endsMinute: 900,
      headCount: 0,
    })
    await book.done('keepOutage', {
      id: null,
      channel: 'm1',
      from: place.date,
      fromTime: '12:00',
      to: place.date,
      toTime: '13:00',
      reason: null,
      confirmed: true,
    })
    const answer = await entries()
    expect(answer.needs[0]?.quarters.map((quarter) => quarter.open)).toEqual([
      ...Array(8).fill(1),
      ...Array(4).fill(0),
      ...Array(8).fill(1),
    ])
  })

  test('of a night go on past midnight', async () => {
    const night = { ...place, shift: 'night' }
    await record(place.date, 'night/1', { domestic: 20, foreign: 20 })
    await record('2025-02-04', 'night/2', { domestic: 40, foreign: 40 })
    const answer = await entries(night)
    expect([answer.startsMinute, answer.endsMinute]).toEqual([1320, 1800])
    expect(answer.queues[0]?.arrivals).toEqual({ count: 120, basis: 'counted', profile: 'even' })
    expect(answer.worst).toMatchObject({ from: 1320, to: 1800, open: 0, needed: 1 })
  })

  test('of the whole day put its shifts one after the other', async () => {
    await record(place.date, 'morning', { domestic: 50, foreign: 50 })
    await record(place.date, 'afternoon', { domestic: 10, foreign: 10 })
    await record(place.date, 'night/1', { domestic: 8, foreign: 0 })
    const { queues, needs } = await entries({ shift: 'day' })
    expect(queues[0]?.arrivals.count).toBe(128)
    expect(
      needs[0]?.quarters.map(({ from, needed }) => [from, needed]).filter(([, needed]) => needed === 0),
    ).toEqual(Array.from({ length: 8 }, (_, quarter) => [1200 + quarter * 15, 0]))
  })
})

describe('service times', () => {
  /** Ninety days on which one channel turns out its most for some hours. */
  async function busyDays(perHour: number): Promise<void> {
    for (let day = 1; day <= 90; day += 1) {
      const date = addDays(place.date, -day)
      await open('m1', 600, 900, date)
      for (const hour of [10, 11, 12, 13, 14]) {
        const units = hour < 13 ? perHour + ((day + hour) % 3) : 20
        await record(date, `morning@${hour}`, { domestic: units, foreign: 0 })
      }
    }
  }

  test('are learnt from the hours of busy channels, and say that they are', async () => {
    await busyDays(60)
    const answer = await entries()
    expect(answer.serviceTimes).toEqual([
      {
        kind: 'manual',
        seconds: 59,
        used: 'learnt',
        setting: null,
        learnt: { state: 'learnt', seconds: 59, hours: 450 },
        starting: 74,
      },
      {
        kind: 'e-gate',
        seconds: 15,
        used: 'starting',
        setting: null,
        learnt: { state: 'too-few-hours', hours: 0, needed: 120 },
        starting: 15,
      },
    ])
    expect(answer.queues[0]?.seconds).toEqual({ channel: 59, eGate: 15 })
  })

  test('that the port has set itself are used, with what is learnt beside them', async () => {
    await busyDays(60)
    await book.done('keepServiceTime', { kind: 'manual', checkpoint: 'hall', from: null, seconds: 50 })
    expect((await entries()).serviceTimes[0]).toMatchObject({
      seconds: 50,
      used: 'setting',
      setting: 50,
      learnt: { state: 'learnt', seconds: 59 },
    })
  })
})
