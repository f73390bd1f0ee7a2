import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { InputOf } from '../../../../shared/contract/index.ts'
import { openReader } from '../../../book/connection.ts'
import { rebuildBook } from '../../../book/rebuild-book.ts'
import { allRows, journalledRows } from '../../../testing/all-rows.ts'
import { busTestBook, depart } from '../../../testing/bus-test-book.ts'
import { type TestBook, testBook } from '../../../testing/test-book.ts'

const monday = '2025-02-03'

let book: TestBook
beforeEach(async () => {
  book = testBook()
  await busTestBook(book)
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
    await depart(book)
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
  await depart(book)
  await depart(book, { route: 'urumqi', direction: 'entry', minute: null, vehicles: 3, passengers: 100 })
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

test('buses are undone by name, and made again from the journal alone', async () => {
  const before = journalledRows(book.writer.db)
  await book.done('keepDeployment', { route: 'almaty', date: monday, vehicles: 4 })
  const departure = await depart(book)
  await depart(book, { departure, passengers: 46 })
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
