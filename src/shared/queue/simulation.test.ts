import { describe, expect, test } from 'vitest'
import { drawArrivals } from './arrivals.ts'
import { erlangC } from './erlang-c.ts'
import { serve } from './serve.ts'
import { waitingCourse } from './waiting-course.ts'

const target = { minutes: 30, percent: null } as const
const always = { steps: Number.POSITIVE_INFINITY }
const bus = { startsMinute: 600, steady: [], lumps: [{ atMinute: 615, passengers: 45 }], eGateShare: 0 }
const span = { from: 600, to: 720 }

/** Waiting of one bus before so many channels with the same inspection time for all. */
function busAt(channels: number, seconds: number, eGates = 0, eGateShare = 0) {
  const arrivals = drawArrivals({ ...bus, eGateShare }, 1, always)
  const plan = { channels: Array(channels).fill(span), eGates: Array(eGates).fill(span) }
  return { arrivals, starts: serve(arrivals, plan, { channel: seconds, eGate: 15 }) }
}

describe('the simulated queue', () => {
  test('drains a bus as the arithmetic does', () => {
    const { starts } = busAt(2, 74)
    expect(Math.max(...starts) + 74 / 60 - 615).toBeCloseTo(28.366666, 5)
  })

  test('tells by quarter hour who waits, how long, and how many stand there', () => {
    const course = waitingCourse(
      [busAt(2, 60)],
      'channel',
      { from: 600, to: 645 },
      { minutes: 10, percent: null },
    )
    // 45 stand there at 10:15, two begin at once, two more each minute; the last begins at 10:37.
    expect(course.quarters.map(({ arrivals, longestQueue }) => [arrivals, longestQueue])).toEqual([
      [0, 0],
      [45, 43],
      [0, 15],
    ])
    expect(course.quarters[1]).toEqual({
      arrivals: 45,
      meanMinutes: expect.closeTo((2 * 231 + 22) / 45, 9),
      longestMinutes: 22,
      percentile95Minutes: 21,
      shareWithin: 22 / 45,
      queue: expect.closeTo(
        (43 + 41 + 39 + 37 + 35 + 33 + 31 + 29 + 27 + 25 + 23 + 21 + 19 + 17 + 15) / 15,
        9,
      ),
      longestQueue: 43,
    })
    expect(course.quarters[2]).toMatchObject({ meanMinutes: null, longestMinutes: null, shareWithin: null })
    expect([course.whole.arrivals, course.leftWaiting]).toEqual([45, 0])
  })

  test('counts who is left at the end, with the wait up to then and never as served in time', () => {
    const plan = { channels: [{ from: 600, to: 620 }], eGates: [] }
    const arrivals = drawArrivals(bus, 1, always)
    const run = { arrivals, starts: serve(arrivals, plan, { channel: 60, eGate: 15 }) }
    const course = waitingCourse([run], 'channel', { from: 600, to: 660 }, target)
    // Inspections begin at 10:15 … 10:19; the other forty stand there until 11:00.
    expect([course.leftWaiting, course.whole.longestMinutes, course.whole.shareWithin]).toEqual([
      40,
      45,
      5 / 45,
    ])
  })

  test('lets a channel that opens later help from then on', () => {
    const arrivals = drawArrivals(bus, 1, always)
    const plan = {
      channels: [
        { from: 600, to: 720 },
        { from: 625, to: 720 },
      ],
      eGates: [],
    }
    const starts = serve(arrivals, plan, { channel: 60, eGate: 15 })
    // Ten by one channel, then 35 by two.
    expect(Math.max(...starts)).toBe(625 + 17)
  })

  test('does not let an e-gate help who may not use it', () => {
    const lastOf = (run: ReturnType<typeof busAt>) => Math.max(...run.starts)
    expect(lastOf(busAt(2, 60, 5, 0))).toBe(lastOf(busAt(2, 60)))
    expect(lastOf(busAt(2, 60, 5, 0.5))).toBeLessThan(lastOf(busAt(2, 60)))
  })

  test('serves who may use an e-gate at a manual channel where no e-gate is open', () => {
    const { starts } = busAt(2, 60, 0, 1)
    expect(Math.max(...starts)).toBe(615 + 22)
  })

  test('agrees with Erlang C on a long steady stream with exponential times', () => {
    const stream = { arrivalsPerHour: 195, secondsPerUnit: 74, channels: 5 }
    const long = { from: 0, to: 15 * 4_000 }
    const arrivals = drawArrivals(
      { startsMinute: 0, steady: Array(4_000).fill(195 / 4), lumps: [], eGateShare: 0 },
      7,
      { steps: 1 },
    )
    const starts = serve(arrivals, { channels: Array(5).fill(long), eGates: [] }, { channel: 74, eGate: 15 })
    const { whole } = waitingCourse([{ arrivals, starts }], 'channel', long, target)
    const queue = erlangC(stream)
    if (queue.state !== 'steady') throw new Error('a steady stream')
    expect((whole.meanMinutes ?? 0) / queue.meanWaitMinutes).toBeCloseTo(1, 1)
  })

  test('is the same for the same seed and another for another', () => {
    const demand = { startsMinute: 0, steady: [20, 30, 10], lumps: [], eGateShare: 0.4 }
    expect(drawArrivals(demand, 5)).toEqual(drawArrivals(demand, 5))
    expect(drawArrivals(demand, 5)).not.toEqual(drawArrivals(demand, 6))
  })

  test('draws as many as are expected, in order and in their quarter hours, with the mean time it was given', () => {
    const demand = {
      startsMinute: 30,
      steady: [4_000, 0, 8_000],
      lumps: [{ atMinute: 50, passengers: 50, overMinutes: 5 }],
      eGateShare: 0.25,
    }
    const { at, eligible, work } = drawArrivals(demand, 3)
    const between = (from: number, to: number) => at.filter((minute) => minute >= from && minute < to).length
    expect(at).toEqual(at.toSorted())
    expect(between(30, 45) / 4_000).toBeCloseTo(1, 1)
    expect([between(45, 50), between(50, 55.001), between(55.001, 60)]).toEqual([0, 50, 0])
    expect(between(60, 75) / 8_000).toBeCloseTo(1, 1)
    expect(eligible.reduce((sum, one) => sum + one, 0) / at.length).toBeCloseTo(0.25, 1)
    const mean = work.reduce((sum, one) => sum + one, 0) / work.length
    const variance = work.reduce((sum, one) => sum + (one - mean) ** 2, 0) / work.length
    expect([mean, Math.sqrt(variance)]).toEqual([expect.closeTo(1, 1), expect.closeTo(0.5, 1)])
  })
})
