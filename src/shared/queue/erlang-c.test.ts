import { describe, expect, test } from 'vitest'
import { erlangC, shareWithin, steadyNeed } from './erlang-c.ts'

describe('Erlang C', () => {
  test.each([
    [75, 45, 2, '0.2992', '0.211'],
    [105, 74, 3, '0.5212', '0.764'],
    [195, 74, 5, '0.5573', '0.693'],
    [645, 74, 14, '0.7826', '1.301'],
  ])(
    'agrees with the published goldens: %i an hour, %i s, %i channels',
    (arrivalsPerHour, secondsPerUnit, channels, probability, wait) => {
      const queue = erlangC({ arrivalsPerHour, secondsPerUnit, channels })
      expect(queue.state).toBe('steady')
      if (queue.state !== 'steady') return
      expect([queue.waitProbability.toFixed(4), queue.meanWaitMinutes.toFixed(3)]).toEqual([
        probability,
        wait,
      ])
    },
  )

  test('says that there is no steady state where arrivals reach what the channels can do, and gives no wait', () => {
    expect(erlangC({ arrivalsPerHour: 160, secondsPerUnit: 45, channels: 2 })).toEqual({
      state: 'over-capacity',
      utilisation: 1,
    })
    expect(erlangC({ arrivalsPerHour: 1, secondsPerUnit: 45, channels: 0 })).toEqual({
      state: 'over-capacity',
      utilisation: null,
    })
    expect(shareWithin({ arrivalsPerHour: 160, secondsPerUnit: 45, channels: 2 }, 30)).toBeNull()
  })

  test('has no wait where nobody comes, with and without channels', () => {
    const none = { state: 'steady', utilisation: 0, waitProbability: 0, meanWaitMinutes: 0 }
    expect(erlangC({ arrivalsPerHour: 0, secondsPerUnit: 45, channels: 0 })).toEqual(none)
    expect(erlangC({ arrivalsPerHour: 0, secondsPerUnit: 45, channels: 3 })).toEqual(none)
  })

  test('is exact for one channel, where everything is known by hand', () => {
    // M/M/1 at 40 an hour and 60 s: utilisation 2/3, wait 2 × 1 min, e^(−1/3·w) of those who wait longer than w.
    const stream = { arrivalsPerHour: 40, secondsPerUnit: 60, channels: 1 }
    expect(erlangC(stream)).toEqual({
      state: 'steady',
      utilisation: expect.closeTo(2 / 3, 12),
      waitProbability: expect.closeTo(2 / 3, 12),
      meanWaitMinutes: expect.closeTo(2, 12),
    })
    expect(shareWithin(stream, 3)).toBeCloseTo(1 - (2 / 3) * Math.exp(-1), 12)
  })

  test('stays exact for hundreds of channels, where factorials overflow', () => {
    for (const channels of [171, 500, 2_000]) {
      const queue = erlangC({ arrivalsPerHour: channels * 59, secondsPerUnit: 60, channels })
      // The limit for many channels (Halfin and Whitt 1981): 1 / (1 + β Φ(β) / φ(β)), within about 1/√channels.
      const beta = (1 - 59 / 60) * Math.sqrt(channels)
      expect(queue).toMatchObject({ state: 'steady', waitProbability: expect.closeTo(halfinWhitt(beta), 1) })
    }
  })
})

describe('channels for a steady stream', () => {
  test('are the fewest that keep the mean wait, or the share in time', () => {
    const stream = { arrivalsPerHour: 195, secondsPerUnit: 74 }
    expect(steadyNeed(stream, { minutes: 30, percent: null })).toBe(5)
    expect(steadyNeed(stream, { minutes: 0.5, percent: null })).toBe(6)
    expect(steadyNeed(stream, { minutes: 2, percent: 90 })).toBe(6)
    expect(shareWithin({ ...stream, channels: 5 }, 2)).toBeLessThan(0.9)
    expect(shareWithin({ ...stream, channels: 6 }, 2)).toBeGreaterThanOrEqual(0.9)
  })

  test('are one more than those whom the stream keeps busy to the last second', () => {
    expect(steadyNeed({ arrivalsPerHour: 160, secondsPerUnit: 45 }, { minutes: 30, percent: null })).toBe(3)
    expect(steadyNeed({ arrivalsPerHour: 0, secondsPerUnit: 45 }, { minutes: 30, percent: null })).toBe(0)
  })
})

/** Probability of waiting in the limit, with the normal distribution by the series of its integral. */
function halfinWhitt(beta: number): number {
  const density = Math.exp((-beta * beta) / 2) / Math.sqrt(2 * Math.PI)
  let [term, sum] = [beta, beta]
  for (let odd = 3; odd < 200; odd += 2) {
    term *= (beta * beta) / odd
    sum += term
  }
  return 1 / (1 + (beta * (0.5 + density * sum)) / density)
}
