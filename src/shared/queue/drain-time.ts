import type { WaitTarget } from './wait-target.ts'

/**
 * Minutes until the last of those who arrive together has been inspected, by channels that are free and do nothing else.
 * Passengers are whole: 45 at 2 channels take 23 turns. No channel: never, which is infinity.
 */
export function drainMinutes(passengers: number, channels: number, secondsPerUnit: number): number {
  if (passengers === 0) return 0
  if (channels === 0) return Number.POSITIVE_INFINITY
  return (Math.ceil(passengers / channels) * secondsPerUnit) / 60
}

/**
 * The fewest channels that drain a bus within the target: for everybody until the last one has been inspected, or
 * the share of its passengers whose inspection begins in time. Where one inspection alone takes longer than
 * everybody's minutes, all passengers at once, a channel each, are the best that there is.
 */
export function drainNeed(passengers: number, secondsPerUnit: number, target: WaitTarget): number {
  if (passengers === 0) return 0
  if (target.percent === null) {
    const turns = Math.floor((target.minutes * 60) / secondsPerUnit)
    return turns === 0 ? passengers : Math.ceil(passengers / turns)
  }
  // The first begin at once; each turn that ends in time lets as many more begin.
  const begins = Math.floor((target.minutes * 60) / secondsPerUnit) + 1
  return Math.max(1, Math.ceil((passengers * target.percent) / 100 / begins))
}
