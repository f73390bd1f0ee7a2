import type { WaitTarget } from './wait-target.ts'

/** One pooled queue in front of equal channels: a steady stream at random moments, and one unit at a time per channel. */
export interface SteadyStream {
  arrivalsPerHour: number
  secondsPerUnit: number
  channels: number
}

/** A queue in its steady state, or one that has none because arrivals reach what the channels can do. */
export type SteadyQueue =
  | {
      state: 'steady'
      /** Share of the channels' time that is used, below 1. */
      utilisation: number
      waitProbability: number
      /** Mean over all units, those that need not wait included. */
      meanWaitMinutes: number
    }
  /** `utilisation` is null where there is no channel to use. */
  | { state: 'over-capacity'; utilisation: number | null }

/**
 * Erlang's formula C (M/M/c): Poisson arrivals, exponential inspection times, first come first served.
 * Built on the recursion of formula B, which adds up positive numbers only and stays exact for hundreds of channels, where
 * factorials overflow. Source: A. K. Erlang 1917; the recursion B(n) = a·B(n−1) / (n + a·B(n−1)) is in any text on queues.
 */
export function erlangC({ arrivalsPerHour, secondsPerUnit, channels }: SteadyStream): SteadyQueue {
  const offered = (arrivalsPerHour * secondsPerUnit) / 3600
  if (offered === 0) return { state: 'steady', utilisation: 0, waitProbability: 0, meanWaitMinutes: 0 }
  if (channels === 0) return { state: 'over-capacity', utilisation: null }
  const utilisation = offered / channels
  if (utilisation >= 1) return { state: 'over-capacity', utilisation }
  let blocked = 1
  for (let count = 1; count <= channels; count += 1) {
    blocked = (offered * blocked) / (count + offered * blocked)
  }
  const waitProbability = blocked / (1 - utilisation * (1 - blocked))
  const meanWaitMinutes = (waitProbability * secondsPerUnit) / 60 / (channels - offered)
  return { state: 'steady', utilisation, waitProbability, meanWaitMinutes }
}

/** Probability that a unit waits no longer than so many minutes; null where the queue has no steady state. */
export function shareWithin(stream: SteadyStream, minutes: number): number | null {
  const queue = erlangC(stream)
  if (queue.state !== 'steady') return null
  const spare = stream.channels - (stream.arrivalsPerHour * stream.secondsPerUnit) / 3600
  return 1 - queue.waitProbability * Math.exp((-spare * minutes * 60) / stream.secondsPerUnit)
}

/**
 * The fewest channels that keep a steady stream within the target; minutes for everybody are held against the mean
 * wait, since the longest has no bound in this model. 0 where nobody comes.
 */
export function steadyNeed(
  { arrivalsPerHour, secondsPerUnit }: Omit<SteadyStream, 'channels'>,
  target: WaitTarget,
): number {
  const offered = (arrivalsPerHour * secondsPerUnit) / 3600
  if (offered === 0) return 0
  // The first number above the offered work has a steady state; from there on more channels only shorten the wait.
  let channels = Math.floor(offered) + 1
  while (!keeps({ arrivalsPerHour, secondsPerUnit, channels }, target)) channels += 1
  return channels
}

function keeps(stream: SteadyStream, target: WaitTarget): boolean {
  if (target.percent !== null) return (shareWithin(stream, target.minutes) ?? 0) * 100 >= target.percent
  const queue = erlangC(stream)
  return queue.state === 'steady' && queue.meanWaitMinutes <= target.minutes
}
