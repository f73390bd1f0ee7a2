import type { BoothHour } from './booth-hours.ts'
import { type HallTimes, predictWaits } from './booth-queue.ts'

const hoursInDay = 24
/** From a hall that always works at one pace to one that works twice as fast before a queue of five minutes. */
const paces = [0, 0.05, 0.1, 0.2, 0.4]
const rounds = 15
/** One drawing of the flights' minutes is enough to learn from: the hours of some weeks even chance out. */
const runs = 1
const [fewestSeconds, mostSeconds] = [10, 300]

/**
 * Learns a hall's times from hours with recorded waits: for each pace the seconds of each hour of the day are moved until the
 * predicted mean wait of that hour of the day agrees with the recorded one; the pace with the smallest error is kept.
 */
export function learnHall(hours: readonly BoothHour[]): HallTimes {
  const learnt = paces.map((faster) => {
    const seconds = secondsFor(hours, faster)
    return { seconds, faster, error: meanError(hours, predictWaits(hours, { seconds, faster }, runs)) }
  })
  return learnt.reduce((best, other) => (other.error < best.error ? other : best))
}

function secondsFor(hours: readonly BoothHour[], faster: number): number[] {
  let seconds: number[] = Array(hoursInDay).fill(60)
  for (let round = 0; round < rounds; round += 1) {
    const predicted = predictWaits(hours, { seconds, faster }, runs)
    const sums = Array.from({ length: hoursInDay }, () => ({ recorded: 0, predicted: 0 }))
    for (const [index, { hour, passengers, recorded }] of hours.entries()) {
      const sum = sums[hour % hoursInDay]
      if (sum === undefined) continue
      sum.recorded += passengers * recorded
      sum.predicted += passengers * (predicted[index] ?? 0)
    }
    seconds = seconds.map((now, hour) => {
      const sum = sums[hour]
      if (sum === undefined || sum.predicted === 0) return now
      // Waits grow faster than the seconds behind them: a smaller step comes closer.
      const step = Math.min(1.25, Math.max(0.8, (sum.recorded / sum.predicted) ** 0.4))
      return Math.min(mostSeconds, Math.max(fewestSeconds, now * step))
    })
  }
  return seconds
}

/** Mean absolute error in minutes, each passenger counted. */
export function meanError(hours: readonly BoothHour[], predicted: ArrayLike<number>): number {
  let [wrong, passengers] = [0, 0]
  for (const [index, hour] of hours.entries()) {
    wrong += hour.passengers * Math.abs(hour.recorded - (predicted[index] ?? 0))
    passengers += hour.passengers
  }
  return wrong / Math.max(1, passengers)
}
