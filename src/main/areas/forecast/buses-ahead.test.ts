import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { InputOf } from '../../../shared/contract/index.ts'
import { addDays, eachDate } from '../../../shared/dates.ts'
import { busTestBook } from '../../testing/bus-test-book.ts'
import { fillHall } from '../../testing/fill-hall.ts'
import { type TestBook, testBook } from '../../testing/test-book.ts'

/** A Monday; the day before it is today. */
const from = '2025-04-28'
const today = addDays(from, -1)
const tuesday = addDays(from, 1)

let book: TestBook
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(`${today}T12:00:00Z`) })
  book = testBook()
  await busTestBook(book)
  await fillHall(book, today)
})
afterEach(() => {
  vi.useRealTimers()
})

const depart = (date: string, own: Partial<InputOf<'keepDeparture'>> = {}) =>
  book.done('keepDeparture', {
    departure: null,
    route: 'almaty',
    date,
    direction: 'entry',
    minute: 690,
    vehicles: 4,
    passengers: date > today ? null : 100,
    ...own,
  })

/** Four buses with 25 each on every day of five weeks, at 11:30. */
async function usualBuses(own: Partial<InputOf<'keepDeparture'>> = {}): Promise<void> {
  for (const date of eachDate(addDays(from, -35), today)) await depart(date, own)
}

async function expected(of = from, shift = 'morning') {
  const { directions, shift: one } = await book.done('readExpectedArrivals', {
    checkpoint: 'hall',
    from: of,
    shift,
  })
  const entry = directions.find(({ direction }) => direction === 'entry')
  const inShift = one?.directions.find(({ direction }) => direction === 'entry')
  return {
    days: entry?.days ?? [],
    shift: inShift && { count: inShift.count ?? 0, add: inShift.busesAdd },
    exit: directions.find(({ direction }) => direction === 'exit')?.days ?? [],
  }
}

describe('buses entered for a coming day', () => {
  test('raise its forecast and its interval by the passengers of those beyond the usual; undo restores it', async () => {
    await usualBuses()
    const before = await expected()
    const { batch } = await depart(tuesday, { vehicles: 14 })
    const after = await expected()
    const usual = before.days[1]
    expect(after).toEqual({
      ...before,
      days: before.days.with(1, {
        ...before.days[1],
        date: tuesday,
        state: 'expected',
        eventAdds: null,
        count: (usual?.count ?? 0) + 250,
        low: (usual?.low ?? 0) + 250,
        high: (usual?.high ?? 0) + 250,
        buses: { vehicles: 14, usual: 4, added: 250 },
      }),
    })
    await book.done('undo', { batch: batch ?? 0 })
    expect(await expected()).toEqual(before)
  })

  test('lower it where they are fewer, to nobody at the least', async () => {
    await usualBuses()
    const before = await expected()
    await depart(tuesday, { vehicles: 1 })
    await book.done('keepDeployment', { route: 'almaty', date: addDays(from, 2), vehicles: 0 })
    const { days, exit } = await expected()
    expect(
      days.map(({ count, buses }, at) => [(count ?? 0) - (before.days[at]?.count ?? 0), buses]).slice(0, 3),
    ).toEqual([
      [0, null],
      [-75, { vehicles: 1, usual: 4, added: -75 }],
      [-100, { vehicles: 0, usual: 4, added: -100 }],
    ])
    expect(exit).toEqual(before.exit)
    for (const date of eachDate(addDays(from, -35), today))
      await depart(date, { vehicles: 96, passengers: 2_400 })
    const { days: empty } = await expected()
    expect([empty[2]?.count, empty[2]?.low, empty[2]?.buses?.added]).toEqual([
      0,
      0,
      -(before.days[2]?.count ?? 0),
    ])
  })

  test('change the shift that they come in, and its share of the day where times are not known', async () => {
    await usualBuses()
    const [morning, afternoon] = [await expected(), await expected(from, 'afternoon')]
    await depart(from, { vehicles: 4 })
    await depart(from, { vehicles: 2, minute: 960 })
    expect([(await expected()).shift, (await expected(from, 'afternoon')).shift]).toEqual([
      { count: morning.shift?.count, add: 0 },
      { count: (afternoon.shift?.count ?? 0) + 50, add: 50 },
    ])
    await depart(from, { vehicles: 2, minute: null })
    const { shift, days } = await expected()
    expect([days[0]?.buses?.added, shift?.add]).toEqual([100, 60])
  })

  test('say more, but never less, of a day that has begun', async () => {
    await usualBuses()
    const before = await expected(today)
    expect(before.days[0]?.buses?.added).toBe(undefined)
    await depart(today, { vehicles: 3, passengers: 70 })
    expect((await expected(today)).days[0]?.buses).toEqual({ vehicles: 7, usual: 4, added: 75 })
  })

  test('are measured by the last week where buses became more', async () => {
    await usualBuses()
    for (const date of eachDate(addDays(from, -7), today))
      await depart(date, { vehicles: 6, passengers: 150 })
    await depart(tuesday, { vehicles: 10 })
    expect((await expected()).days[1]?.buses).toEqual({ vehicles: 10, usual: 10, added: 0 })
  })

  test('change nothing while the book knows too few days with buses, or inland', async () => {
    const before = await expected()
    await usualBuses({ route: 'urumqi' })
    await depart(tuesday, { route: 'urumqi', vehicles: 14 })
    for (const date of [addDays(from, -13), addDays(from, -6)])
      await depart(date, { vehicles: 20, passengers: 500 })
    await depart(tuesday, { vehicles: 14 })
    expect(await expected()).toEqual(before)
  })
})
