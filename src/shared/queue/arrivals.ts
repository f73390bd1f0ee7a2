import { minutesInQuarter } from './quarter-hours.ts'
import { seededRandom } from './random.ts'

/** Passengers of a bus, a train or a flight who come together. */
export interface Lump {
  atMinute: number
  passengers: number
  /** Minutes from the first to the last of them; 0 where all stand there at once. */
  overMinutes?: number | undefined
}

/** Who is expected at the channels of one direction. */
export interface Demand {
  /** The minute at which the first quarter hour begins. */
  startsMinute: number
  /** Expected in each quarter hour, those of the lumps left out; need not be whole. */
  steady: readonly number[]
  lumps: readonly Lump[]
  /** Share of all of them who may use an e-gate. */
  eGateShare: number
}

/** One run of chance: everybody who comes, in the order in which they come. */
export interface Arrivals {
  /** Minute of arrival, ascending. */
  at: Float64Array
  /** 1 for who may use an e-gate. */
  eligible: Uint8Array
  /** How long the inspection takes, as a multiple of the mean. */
  work: Float64Array
}

/** Everybody who is expected, steady stream and lumps. */
export function expectedArrivals({ steady, lumps }: Pick<Demand, 'steady' | 'lumps'>): number {
  let sum = 0
  for (const arrivals of steady) sum += arrivals
  for (const { passengers } of lumps) sum += passengers
  return sum
}

/** How inspection times spread around their mean: the number of exponential steps that one is made of. */
export interface ServiceShape {
  /** 1 exponential as Erlang C assumes, 4 half the mean as standard deviation, infinity always the mean. */
  steps: number
}

/**
 * Four steps: few inspections are very short, some take twice or three times the mean, and the standard deviation is half of
 * it. No public record of single inspections was found to fit one to; less spread means shorter queues, and the
 * exponential times of Erlang C are the pessimistic end.
 */
export const usualShape: ServiceShape = { steps: 4 }

/**
 * Draws one run: the stream as a Poisson process whose rate changes by quarter hour, lumps whole at their minute
 * (evenly over their minutes where they have some), who may use an e-gate by lot, inspection times Erlang distributed.
 */
export function drawArrivals(demand: Demand, seed: number, shape: ServiceShape = usualShape): Arrivals {
  const random = seededRandom(seed)
  const at = merged(steadyMoments(demand, random), lumpMoments(demand.lumps))
  const eligible = new Uint8Array(at.length)
  const work = new Float64Array(at.length)
  for (let index = 0; index < at.length; index += 1) {
    eligible[index] = random() < demand.eGateShare ? 1 : 0
    work[index] = workOf(random, shape.steps)
  }
  return { at, eligible, work }
}

/** A process of rate 1 mapped through the expected number so far: the moments come in order. */
function steadyMoments({ startsMinute, steady }: Demand, random: () => number): number[] {
  const moments: number[] = []
  let before = 0
  let next = -Math.log(1 - random())
  for (const [quarter, expected] of steady.entries()) {
    while (next < before + expected) {
      moments.push(startsMinute + (quarter + (next - before) / expected) * minutesInQuarter)
      next -= Math.log(1 - random())
    }
    before += expected
  }
  return moments
}

function lumpMoments(lumps: readonly Lump[]): number[] {
  const moments: number[] = []
  for (const { atMinute, passengers, overMinutes = 0 } of lumps) {
    for (let index = 0; index < passengers; index += 1) {
      moments.push(atMinute + (passengers > 1 ? (index / (passengers - 1)) * overMinutes : 0))
    }
  }
  return moments.sort((a, b) => a - b)
}

function merged(a: readonly number[], b: readonly number[]): Float64Array {
  const both = new Float64Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return b.length === 0 ? both : both.sort()
}

function workOf(random: () => number, steps: number): number {
  if (steps === Number.POSITIVE_INFINITY) return 1
  let product = 1
  for (let step = 0; step < steps; step += 1) product *= 1 - random()
  return -Math.log(product) / steps
}
