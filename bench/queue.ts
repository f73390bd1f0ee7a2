import { channelsNeeded, type QueueInput } from '../src/shared/queue/channels-needed.ts'
import type { Direction } from '../src/shared/words.ts'
import { type Figure, median, percentile, timed } from './figures.ts'

const changes = 40
const goalMs = 50
const day = { from: 0, to: 1440 }
/** Arrivals by hour of the day, as the sample books have them. */
const hours = [3, 2, 2, 1, 1, 2, 3, 5, 7, 9, 11, 13, 10, 9, 12, 15, 17, 14, 10, 8, 6, 5, 4, 3]
const hoursSum = hours.reduce((sum, weight) => sum + weight, 0)

const targets = [
  { what: '30 minutes for everybody', target: { minutes: 30, percent: null } },
  { what: '10 minutes for 90 %', target: { minutes: 10, percent: 90 } },
]

/**
 * A change on the board of a day with 40 channels: need and waiting of all queues again, in the window and without asking the
 * book. Quiet ports take as long as busy ones, since they are drawn more often.
 */
export async function benchQueue(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const passengers of [500, 5_000, 20_000, 40_000]) {
    for (const { what, target } of targets) {
      const demand = demandOf(passengers)
      const samples: number[] = []
      for (let change = 0; change < changes; change += 1) {
        const queues = (['entry', 'exit'] as const).map((direction) => ({
          ...boardAfter(change),
          direction,
          demand: demand[direction],
          target,
        }))
        samples.push(await timed(() => channelsNeeded(day, queues)))
      }
      // The first change of a window is slower: the code is not compiled yet.
      const of = `need and waiting after a change, 40 channels, ${passengers} passengers, ${what}`
      figures.push(figure(`${of}, median`, median(samples)), figure(`${of}, p90`, percentile(samples, 0.9)))
    }
  }
  return figures
}

/** Who is expected, by direction: it stays the same while the board changes. */
function demandOf(passengers: number): Record<Direction, QueueInput['demand']> {
  const demand = {
    steady: Array.from({ length: 96 }, (_, quarter) => {
      return ((passengers / 2) * (hours[Math.floor(quarter / 4)] ?? 0)) / hoursSum / 4
    }),
    lumps: Array.from({ length: Math.min(12, passengers / 100) }, (_, bus) => ({
      atMinute: 480 + bus * 45,
      passengers: 45,
    })),
    eGateShare: 0.3,
  }
  return { entry: demand, exit: { ...demand } }
}

/** The openings of one direction, fifteen manual channels and five e-gates, after so many moves of their ends. */
function boardAfter(change: number): Omit<QueueInput, 'direction' | 'demand' | 'target'> {
  const moved = (change * 15) % 240
  return {
    kind: 'manual',
    lines: null,
    seconds: { channel: 74, eGate: 15 },
    plan: {
      channels: Array.from({ length: 15 }, (_, channel) => ({ from: channel * 20, to: 1440 - moved })),
      eGates: Array.from({ length: 5 }, (_, gate) => ({ from: gate * 60, to: 1440 - gate * 40 })),
    },
  }
}

function figure(what: string, measured: number): Figure {
  return { what, measured, unit: 'ms', floor: null, goal: `≤ ${goalMs} ms`, reached: measured <= goalMs }
}
