import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { InputOf } from '../../../../shared/contract/index.ts'
import { openReader } from '../../../book/connection.ts'
import { rebuildBook } from '../../../book/rebuild-book.ts'
import { allRows, journalledRows } from '../../../testing/all-rows.ts'
import { busTestBook } from '../../../testing/bus-test-book.ts'
import { type TestBook, testBook } from '../../../testing/test-book.ts'

const monday = '2025-02-03'
const none = { departures: 0, vehicles: 0, passengers: null, unknown: 0, perVehicle: null }

let book: TestBook
beforeEach(async () => {
  book = testBook()
  await busTestBook(book)
})

const depart = async (bus: Partial<InputOf<'keepDeparture'>> = {}): Promise<string> =>
  (
    await book.done('keepDeparture', {
      departure: null,
      route: 'almaty',
      date: monday,
      direction: 'exit',
      minute: 540,
      vehicles: 1,
      passengers: 45,
      ...bus,
    })
  ).departure

const count = (line: string, value: number, period = 'morning', direction: 'entry' | 'exit' = 'exit') =>
  book.done('recordCounts', {
    checkpoint: 'hall',
    counts: [{ date: monday, period, direction, line, value }],
  })

describe('the buses of a day', () => {
  test('stand by route with both clocks, passengers per vehicle and what is not known', async () => {
    await book.done('keepDeployment', { route: 'almaty', date: monday, vehicles: 4 })
    const later = await depart({ minute: 900, vehicles: 2, passengers: null })
    const untimed = await depart({ minute: null, passengers: 30 })
    const first = await depart({ minute: 60, vehicles: 2, passengers: 83 })
    const inland = await depart({ route: 'urumqi', direction: 'entry', passengers: 50 })
    const day = await book.done('readBusDay', { date: monday })
    const flow = { departures: 3, vehicles: 5, passengers: 113, unknown: 2, perVehicle: 113 / 3 }
    const inlandFlow = { departures: 1, vehicles: 1, passengers: 50, unknown: 0, perVehicle: 50 }
    expect(day).toEqual({
      date: monday,
      isAhead: false,
      clocks: [{ zone: 'Asia/Almaty', minutesAhead: -180 }],
      routes: [
        {
          route: 'almaty',
          names: { en: 'Almaty', 'zh-CN': '阿拉木图' },
          crossesBorder: true,
          zone: 'Asia/Almaty',
          directions: ['entry', 'exit'],
          deployed: 4,
          departures: [
            {
              departure: first,
              direction: 'exit',
              minute: 60,
              far: { date: '2025-02-02', minute: 1320 },
              vehicles: 2,
              passengers: 83,
            },
            {
              departure: later,
              direction: 'exit',
              minute: 900,
              far: { date: monday, minute: 720 },
              vehicles: 2,
              passengers: null,
            },
            {
              departure: untimed,
              direction: 'exit',
              minute: null,
              far: null,
              vehicles: 1,
              passengers: 30,
            },
          ],
          entry: none,
          exit: flow,
        },
        {
          route: 'urumqi',
          names: { en: 'Urumqi' },
          crossesBorder: false,
          zone: null,
          directions: ['entry', 'exit'],
          deployed: null,
          departures: [
            { departure: inland, direction: 'entry', minute: 540, far: null, vehicles: 1, passengers: 50 },
          ],
          entry: inlandFlow,
          exit: none,
        },
        {
          route: 'idle',
          names: { en: 'Idle' },
          crossesBorder: false,
          zone: null,
          directions: ['entry', 'exit'],
          deployed: null,
          departures: [],
          entry: none,
          exit: none,
        },
      ],
      crossing: { entry: none, exit: flow },
      inland: { entry: inlandFlow, exit: none },
      comparison: [
        {
          checkpoint: 'hall',
          names: { en: 'Passenger hall' },
          line: 'buses',
          lineNames: { en: 'Buses' },
          unit: 'vehicles',
          direction: 'entry',
          departures: null,
          unknown: 0,
          sheet: null,
          state: 'not-reported',
          difference: null,
        },
        {
          checkpoint: 'hall',
          names: { en: 'Passenger hall' },
          line: 'buses',
          lineNames: { en: 'Buses' },
          unit: 'vehicles',
          direction: 'exit',
          departures: 5,
          unknown: 0,
          sheet: null,
          state: 'not-reported',
          difference: null,
        },
      ],
    })
  })

  test('before March 2024 the far side is two hours behind, since then three', async () => {
    await depart({ date: '2024-02-29' })
    await depart({ date: '2024-03-01' })
    const far = async (date: string) => {
      const { routes, clocks } = await book.done('readBusDay', { date })
      return [clocks[0]?.minutesAhead, routes[0]?.departures[0]?.far]
    }
    expect([await far('2024-02-29'), await far('2024-03-01')]).toEqual([
      [-120, { date: '2024-02-29', minute: 420 }],
      [-180, { date: '2024-03-01', minute: 360 }],
    ])
  })

  test('a route that ended is shown on dates with its buses', async () => {
    await depart({ route: 'urumqi' })
    const route = { route: 'urumqi', checkpoint: 'hall', crossesBorder: false, zone: null } as const
    await book.done('changeRoute', { ...route, busLine: null, passengerLine: null, from: null, to: monday })
    const shown = async (date: string) =>
      (await book.done('readBusDay', { date })).routes.map((each) => each.route)
    expect([await shown(monday), await shown('2025-02-04')]).toEqual([
      ['almaty', 'urumqi', 'idle'],
      ['almaty', 'idle'],
    ])
  })
})

describe('beside the count sheet', () => {
  const compared = async (date = monday) =>
    (await book.done('readBusDay', { date })).comparison
      .filter(({ direction }) => direction === 'exit')
      .map(({ line, departures, unknown, sheet, state, difference }) => [
        line,
        departures,
        unknown,
        sheet,
        state,
        difference,
      ])

  test('routes that cross are compared by line, and only whole figures have a difference', async () => {
    await book.done('changeRoute', {
      route: 'almaty',
      checkpoint: 'hall',
      crossesBorder: true,
      busLine: 'buses',
      passengerLine: 'foreign',
      zone: null,
      from: null,
      to: null,
    })
    await depart({ vehicles: 2, passengers: 90 })
    await depart({ route: 'urumqi' })
    await count('buses', 3)
    expect(await compared()).toEqual([
      ['buses', 2, 0, 3, 'incomplete', null],
      ['foreign', 90, 0, null, 'not-reported', null],
    ])
    for (const period of ['afternoon', 'night/1']) {
      await count('buses', 0, period)
      await count('foreign', 20, period)
    }
    await book.done('recordCounts', {
      checkpoint: 'hall',
      counts: [
        {
          date: monday,
          period: 'night/2',
          direction: 'exit',
          line: 'buses',
          value: 0,
        },
        {
          date: monday,
          period: 'night/2',
          direction: 'exit',
          line: 'foreign',
          value: 1,
        },
      ],
    })
    await count('foreign', 50)
    expect(await compared()).toEqual([
      ['buses', 2, 0, 3, 'number', -1],
      ['foreign', 90, 0, 91, 'number', -1],
    ])
    await depart({ minute: 600, passengers: null })
    expect(await compared()).toEqual([
      ['buses', 3, 0, 3, 'number', 0],
      ['foreign', 90, 1, 91, 'number', null],
    ])
  })

  test('a closed day says closed', async () => {
    expect(await compared('2025-05-01')).toEqual([['buses', null, 0, null, 'closed', null]])
  })
})

describe('what cannot be is refused, and nothing is written', () => {
  const refusal = async (bus: Partial<InputOf<'keepDeparture'>>) => {
    const before = allRows(book.writer.db)
    const answer = await book.call('keepDeparture', {
      departure: null,
      route: 'almaty',
      date: monday,
      direction: 'exit',
      minute: 540,
      vehicles: 1,
      passengers: 45,
      ...bus,
    })
    if (answer.ok) return null
    expect(allRows(book.writer.db)).toEqual(before)
    return [answer.error.code, answer.error.details]
  }

  test('of odd departures', async () => {
    await book.done('changeCheckpoint', {
      checkpoint: 'hall',
      kind: 'passengers',
      directions: ['exit'],
      from: null,
      to: null,
    })
    await book.done('changeRoute', {
      route: 'idle',
      checkpoint: null,
      crossesBorder: false,
      busLine: null,
      passengerLine: null,
      zone: null,
      from: '2025-03-01',
      to: null,
    })
    const gone = '01948000-0000-7000-a000-000000000000'
    expect([
      await refusal({ route: 'nowhere' }),
      await refusal({ route: 'idle' }),
      await refusal({ direction: 'entry' }),
      await refusal({ direction: 'entry', route: 'urumqi' }),
      await refusal({ departure: gone }),
      await refusal({ date: '2999-01-01' }),
      await refusal({ date: '2999-01-01', passengers: null }),
      await refusal({ passengers: 0 }),
      (await refusal({ vehicles: 0 }))?.[0],
      (await refusal({ vehicles: 1.5 }))?.[0],
      (await refusal({ vehicles: 10_000 }))?.[0],
      (await refusal({ minute: 1440 }))?.[0],
      (await refusal({ minute: -1 }))?.[0],
      (await refusal({ passengers: -1 }))?.[0],
      (await refusal({ passengers: 10_000_000 }))?.[0],
      (await refusal({ date: '2025-02-30' }))?.[0],
      (await refusal({ date: '0202-02-03' }))?.[0],
    ]).toEqual([
      ['unknown-route', { route: 'nowhere' }],
      ['route-not-in-service', { route: 'idle', date: monday }],
      ['direction-not-counted', { checkpoint: 'hall', direction: 'entry' }],
      null,
      ['unknown-departure', {}],
      ['date-ahead', { date: '2999-01-01', today: expect.any(String) }],
      null,
      null,
      ...Array.from({ length: 9 }, () => 'invalid-input'),
    ])
  })

  test('of deployments, removals and copies', async () => {
    await depart()
    const before = allRows(book.writer.db)
    expect([
      await book.call('keepDeployment', { route: 'nowhere', date: monday, vehicles: 1 }),
      await book.call('keepDeployment', { route: 'almaty', date: monday, vehicles: -1 }),
      await book.call('removeDepartures', { departures: ['01948000-0000-7000-a000-000000000000'] }),
      await book.call('copyTimetable', { from: '2025-02-01', to: '2025-02-02' }),
      await book.call('copyTimetable', { from: monday, to: monday }),
    ]).toMatchObject([
      { error: { code: 'unknown-route' } },
      { error: { code: 'invalid-input' } },
      { error: { code: 'unknown-departure' } },
      { error: { code: 'nothing-to-copy', details: { date: '2025-02-01' } } },
      { error: { code: 'departures-exist', details: { date: monday, departures: 1 } } },
    ])
    expect(allRows(book.writer.db)).toEqual(before)
  })
})

test('a timetable is copied without passengers, also to a day to come', async () => {
  await depart()
  await depart({ route: 'urumqi', direction: 'entry', minute: null, vehicles: 3, passengers: 100 })
  await book.done('keepDeployment', { route: 'almaty', date: monday, vehicles: 4 })
  expect(await book.done('copyTimetable', { from: monday, to: '2999-02-03' })).toMatchObject({ copied: 2 })
  const { routes, isAhead } = await book.done('readBusDay', { date: '2999-02-03' })
  expect([
    isAhead,
    routes.map(({ route, deployed, departures }) => [
      route,
      deployed,
      departures.map(({ direction, minute, vehicles, passengers }) => [
        direction,
        minute,
        vehicles,
        passengers,
      ]),
    ]),
  ]).toEqual([
    true,
    [
      ['almaty', 4, [['exit', 540, 1, null]]],
      ['urumqi', null, [['entry', null, 3, null]]],
      ['idle', null, []],
    ],
  ])
})

test('a month adds its days up, and compares them with the month', async () => {
  await depart({ vehicles: 2, passengers: 90 })
  await depart({ date: '2025-02-28', vehicles: 1, passengers: 44 })
  await depart({ date: '2025-03-01' })
  await depart({ route: 'urumqi', date: '2025-02-10' })
  await book.done('keepDeployment', { route: 'almaty', date: monday, vehicles: 4 })
  await book.done('keepDeployment', { route: 'almaty', date: '2025-02-04', vehicles: 3 })
  await book.done('recordCounts', {
    checkpoint: 'hall',
    counts: [
      {
        date: '2025-02',
        period: 'month',
        direction: 'exit',
        line: 'buses',
        value: 4,
      },
    ],
  })
  const month = await book.done('readBusMonth', { month: '2025-02' })
  const flow = { departures: 2, vehicles: 3, passengers: 134, unknown: 0, perVehicle: 134 / 3 }
  expect([
    month.days.length,
    month.days.filter(({ routes }) => routes.length > 0).map(({ date }) => date),
    month.routes.map(({ route, deployed, exit }) => [route, deployed, exit.vehicles]),
    month.crossing.exit,
    month.inland.exit.vehicles,
    month.comparison.find(({ direction }) => direction === 'exit'),
  ]).toMatchObject([
    28,
    [monday, '2025-02-04', '2025-02-10', '2025-02-28'],
    [
      ['almaty', 7, 3],
      ['urumqi', null, 1],
      ['idle', null, 0],
    ],
    flow,
    1,
    { departures: 3, sheet: 4, state: 'number', difference: -1 },
  ])
})

test('buses are undone by name, and made again from the journal alone', async () => {
  const before = journalledRows(book.writer.db)
  await book.done('keepDeployment', { route: 'almaty', date: monday, vehicles: 4 })
  const departure = await depart()
  await depart({ departure, passengers: 46 })
  const steps = [
    await book.done('readUndoSteps', {}),
    await book.done('removeDepartures', { departures: [departure] }),
    await book.done('readUndoSteps', {}),
  ]
  expect([steps[0], steps[2]]).toMatchObject([
    { undo: { operation: 'keepDeparture', names: { 'route/almaty': { en: 'Almaty' } } } },
    { undo: { operation: 'removeDepartures', names: { 'route/almaty': { en: 'Almaty' } } } },
  ])
  const after = journalledRows(book.writer.db)
  const path = join(book.folder, 'again.portbook')
  rebuildBook(book.writer.db, path)
  const again = openReader(path)
  expect(journalledRows(again)).toEqual(after)
  again.close()
  for (let step = 0; step < 4; step += 1) {
    const { undo } = await book.done('readUndoSteps', {})
    await book.done('undo', { batch: undo?.batch ?? 0 })
  }
  expect(journalledRows(book.writer.db)).toEqual(before)
})
