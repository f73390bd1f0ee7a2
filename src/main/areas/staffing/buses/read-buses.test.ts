import { beforeEach, describe, expect, test } from 'vitest'
import { busTestBook, depart } from '../../../testing/bus-test-book.ts'
import { type TestBook, testBook } from '../../../testing/test-book.ts'

const monday = '2025-02-03'
const none = { departures: 0, vehicles: 0, passengers: null, unknown: 0, perVehicle: null }

let book: TestBook
beforeEach(async () => {
  book = testBook()
  await busTestBook(book)
})

const count = (line: string, value: number, period = 'morning', direction: 'entry' | 'exit' = 'exit') =>
  book.done('recordCounts', {
    checkpoint: 'hall',
    counts: [{ date: monday, period, direction, line, value }],
  })

describe('the buses of a day', () => {
  test('stand by route with both clocks, passengers per vehicle and what is not known', async () => {
    await book.done('keepDeployment', { route: 'almaty', date: monday, vehicles: 4 })
    const later = await depart(book, { minute: 900, vehicles: 2, passengers: null })
    const untimed = await depart(book, { minute: null, passengers: 30 })
    const first = await depart(book, { minute: 60, vehicles: 2, passengers: 83 })
    const inland = await depart(book, { route: 'urumqi', direction: 'entry', passengers: 50 })
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
    await depart(book, { date: '2024-02-29' })
    await depart(book, { date: '2024-03-01' })
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
    await depart(book, { route: 'urumqi' })
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
    await depart(book, { vehicles: 2, passengers: 90 })
    await depart(book, { route: 'urumqi' })
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
    await depart(book, { minute: 600, passengers: null })
    expect(await compared()).toEqual([
      ['buses', 3, 0, 3, 'number', 0],
      ['foreign', 90, 1, 91, 'number', null],
    ])
  })

  test('a closed day says closed', async () => {
    expect(await compared('2025-05-01')).toEqual([['buses', null, 0, null, 'closed', null]])
  })
})

test('a month adds its days up, and compares them with the month', async () => {
  await depart(book, { vehicles: 2, passengers: 90 })
  await depart(book, { date: '2025-02-28', vehicles: 1, passengers: 44 })
  await depart(book, { date: '2025-03-01' })
  await depart(book, { route: 'urumqi', date: '2025-02-10' })
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
