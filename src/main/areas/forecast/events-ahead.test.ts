import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { InputOf } from '../../../shared/contract/index.ts'
import { addDays } from '../../../shared/dates.ts'
import { busTestBook } from '../../testing/bus-test-book.ts'
import { fillHall, firstFilled } from '../../testing/fill-hall.ts'
import { type TestBook, testBook } from '../../testing/test-book.ts'

/** A Monday; the day before it is today. Nobody but a fair changes what the hall has on each weekday. */
const from = '2025-04-28'
const today = addDays(from, -1)
const fairBefore = { from: '2025-03-04', to: '2025-03-06' }
/** Tuesday to Thursday, of which the calendar closes the last. */
const fair = { from: '2025-04-29', to: '2025-05-01' }
const names = { en: 'Fair' }

let book: TestBook
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(`${today}T12:00:00Z`) })
  book = testBook()
  await fillHall(book, today)
})
afterEach(() => {
  vi.useRealTimers()
})

/** Makes some days busier by a factor than the hall always is. */
async function busier(days: readonly string[], factor: number): Promise<void> {
  const weekdays = [200, 210, 220, 240, 300, 400, 320]
  const counts: InputOf<'recordCounts'>['counts'] = days.map((date) => ({
    line: 'domestic',
    direction: 'entry',
    date,
    period: 'morning',
    value: Math.round((weekdays[(new Date(date).getUTCDay() + 6) % 7] ?? 0) * (1.1 * factor - 0.5)),
  }))
  await book.done('recordCounts', { checkpoint: 'hall', counts })
}

const keep = (event: Partial<InputOf<'keepEvent'>> = {}) =>
  book.done('keepEvent', { id: null, kind: 'fair', checkpoint: null, ...fair, names, ...event })

async function expected() {
  const { directions, events, shift } = await book.done('readExpectedArrivals', { checkpoint: 'hall', from })
  const [entry, exit] = directions.map(({ days }) =>
    days.slice(0, 5).map(({ count, eventAdds }) => [count, eventAdds]),
  )
  return { entry, exit, events, shift }
}

describe('an event', () => {
  /** Twice as many on three days: ln 2 of the count and 5, less a thirteenth for doubt, is 1.88 times as many. */
  test('of a kind does to its coming days what it did a year before; undo takes that back', async () => {
    await fillHall(book, addDays(firstFilled, -1), false, '2024-03-01')
    await busier(['2024-04-30', '2024-05-01', '2024-05-02'], 2)
    await keep({ from: '2024-04-30', to: '2024-05-02', names: { en: 'Spring fair' } })
    const before = await expected()
    const { batch } = await keep()
    const { entry, exit, events } = await expected()
    expect({ entry, exit, events }).toEqual({
      entry: [
        [220, null],
        [231 + 207, 207],
        [245 + 219, 219],
        [0, null],
        [331, null],
      ],
      exit: before.exit?.with(1, [231, 0]).with(2, [245, 0]),
      events: [{ ...fair, names }],
    })
    await book.done('undo', { batch: batch ?? 0 })
    expect(await expected()).toEqual(before)
  })

  test('that happened once does not mislead the days after it, and the same day a week later', async () => {
    const usual = await expected()
    await busier(['2025-04-22', '2025-04-23', '2025-04-24'], 3)
    const misled = await expected()
    await keep({ kind: null, from: '2025-04-22', to: '2025-04-24', checkpoint: 'hall' })
    const { entry } = await expected()
    const off = (days: typeof entry): number =>
      (days ?? []).reduce(
        (sum, [count], day) => sum + Math.abs((count ?? 0) - (usual.entry?.[day]?.[0] ?? 0)),
        0,
      )
    expect([off(misled.entry) > 100, off(entry) < 20]).toEqual([true, true])
  })

  test('goes on as it went on its first days', async () => {
    await busier(['2025-04-25', '2025-04-26', '2025-04-27'], 1.5)
    await keep({ kind: null, from: '2025-04-25', to: '2025-04-29' })
    const { entry } = await expected()
    expect(entry?.slice(0, 3)).toEqual([
      [220 + 111, 111],
      [231 + 116, 116],
      [245, null],
    ])
  })

  test('elsewhere, or of another kind, changes nothing', async () => {
    await busier(['2025-03-04', '2025-03-05', '2025-03-06'], 2)
    await keep({ ...fairBefore })
    const before = await expected()
    await keep({ checkpoint: 'yard' })
    expect(await expected()).toEqual(before)
    await keep({ kind: 'marathon' })
    const { entry, events } = await expected()
    expect([entry?.map(([count]) => count), entry?.[1], events.length]).toEqual([
      before.entry?.map(([count]) => count),
      [before.entry?.[1]?.[0], 0],
      1,
    ])
  })

  test('that has more buses does not count their passengers twice', async () => {
    await busTestBook(book)
    const depart = (date: string, vehicles: number, passengers: number | null) =>
      book.done('keepDeparture', {
        departure: null,
        route: 'almaty',
        date,
        direction: 'entry',
        minute: 690,
        vehicles,
        passengers,
      })
    for (let back = 28; back > 0; back -= 1) await depart(addDays(from, -back), 4, 100)
    await busier(['2025-03-04', '2025-03-05', '2025-03-06'], 2)
    await keep({ ...fairBefore })
    await keep()
    await depart('2025-04-29', 8, null)
    await depart('2025-04-30', 16, null)
    const { directions } = await book.done('readExpectedArrivals', { checkpoint: 'hall', from })
    expect(
      directions[0]?.days.slice(1, 3).map(({ count, eventAdds, buses }) => [count, eventAdds, buses?.added]),
    ).toEqual([
      [231 + 207, 207, 0],
      [245 + 300, 220, 80],
    ])
  })
})
