import { describe, expect, test } from 'vitest'
import { drawArrivals } from './arrivals.ts'
import { learnServiceTime, type WorkedHour } from './learn-service-time.ts'
import { serve } from './serve.ts'

const hoursOfDay = 10
const quarterShares = [0.6, 0.8, 1, 1.3, 1.5, 1.4, 1.1, 0.9, 0.7, 0.7]

/** Hours of days at channels of which each inspection takes so many seconds, as the book would count them. */
function workedDays(days: number, seconds: number, channels: number, perHour: number): WorkedHour[] {
  const span = { from: 0, to: hoursOfDay * 60 }
  return Array.from({ length: days }, (_, day) => {
    const steady = quarterShares.flatMap((share) => Array(4).fill((share * perHour) / 4))
    const arrivals = drawArrivals({ startsMinute: 0, steady, lumps: [], eGateShare: 0 }, day)
    const starts = serve(
      arrivals,
      { channels: Array(channels).fill(span), eGates: [] },
      { channel: seconds, eGate: 1 },
    )
    return quarterShares.map((_, hour) => ({
      units: starts.filter((start) => start >= hour * 60 && start < hour * 60 + 60).length,
      channelHours: channels,
    }))
  }).flat()
}

describe('service times learnt from history', () => {
  test.each([
    [74, 2, 100],
    [45, 3, 260],
    [300, 4, 50],
  ])(
    'come close to the true %i s where the channels are busy for some hours of each day',
    (seconds, channels, perHour) => {
      const learnt = learnServiceTime(workedDays(40, seconds, channels, perHour))
      expect(learnt).toMatchObject({ state: 'learnt', hours: 400 })
      if (learnt.state === 'learnt') expect(Math.abs(learnt.seconds / seconds - 1)).toBeLessThan(0.05)
    },
  )

  test('are not given where the channels are seldom busy', () => {
    expect(learnServiceTime(workedDays(40, 74, 2, 30))).toEqual({ state: 'never-busy', hours: 400 })
  })

  test('are not given from too few hours; hours without anybody or hardly open do not count', () => {
    const idle = Array(500).fill({ units: 0, channelHours: 2 })
    const short = Array(500).fill({ units: 9, channelHours: 0.25 })
    expect(learnServiceTime([...idle, ...short, ...workedDays(11, 74, 2, 100)])).toEqual({
      state: 'too-few-hours',
      hours: 110,
      needed: 120,
    })
  })

  test('are not moved by single odd hours', () => {
    const worked = workedDays(40, 74, 2, 100)
    const odd = Array(4).fill({ units: 900, channelHours: 1 })
    expect(learnServiceTime([...worked, ...odd])).toMatchObject({ state: 'learnt', hours: 404 })
  })
})
