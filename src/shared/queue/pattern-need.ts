import type { Arrivals } from './arrivals.ts'
import { Hall } from './hall.ts'
import { type MinuteSpan, minutesInQuarter, quarterStarts } from './quarter-hours.ts'
import type { ServiceSeconds } from './serve.ts'
import type { WaitTarget } from './wait-target.ts'

/** What is asked of the pattern: which runs, in which span, with which e-gates open, and how many channels at least. */
export interface PatternQuestion {
  runs: readonly Arrivals[]
  span: MinuteSpan
  seconds: ServiceSeconds
  target: WaitTarget
  /** E-gates open in each quarter hour. */
  eGates: readonly number[]
  /** Channels in each quarter hour that other reasons ask for. */
  atLeast: readonly number[]
}

/**
 * The fewest channels by quarter hour that keep the target for the real pattern, lumps and backlog included. Each quarter hour
 * takes the queue over as the channels of those before have left it, and needs the smallest number that, kept open
 * from then on, serves everybody who waits or arrives in it within the target: the longest wait of a run where it is
 * for everybody (as the mean over the runs), or the share of those who came in the same quarter hour.
 */
export function patternNeed({ runs, span, seconds, target, eGates, atLeast }: PatternQuestion): number[] {
  const halls = runs.map((arrivals) => new Hall(arrivals, span, seconds, target.minutes))
  const needed: number[] = []
  let channels = 0
  for (const [quarter, start] of quarterStarts(span).entries()) {
    const end = Math.min(start + minutesInQuarter, span.to)
    const gates = eGates[quarter] ?? 0
    let tried = -1
    const keeps = (count: number): boolean => {
      tried = count
      for (const hall of halls) hall.try(count, gates, start)
      return targetKept(halls, target, quarter)
    }
    for (const hall of halls) hall.arriveBefore(end)
    const least = atLeast[quarter] ?? 0
    const most = halls.reduce((sofar, hall) => Math.max(sofar, hall.mostUseful), least)
    channels = smallest(least, most, channels, keeps)
    if (tried !== channels) keeps(channels)
    for (const hall of halls) hall.goOn(channels, gates, start, end)
    needed.push(channels)
  }
  return needed
}

/** A target missed by so little is a matter of rounding. */
const rounding = 1e-9

function targetKept(halls: readonly Hall[], target: WaitTarget, quarter: number): boolean {
  if (target.percent === null) {
    return [0, 1].every((group) => {
      const sum = halls.reduce((longest, hall) => longest + (hall.longest[group] as number), 0)
      return sum / Math.max(1, halls.length) <= target.minutes + rounding
    })
  }
  const oldest = halls.reduce((first, hall) => Math.min(first, hall.oldestCohort), (quarter + 1) * 2)
  for (let cohort = oldest; cohort < (quarter + 1) * 2; cohort += 1) {
    let [came, late, would] = [0, 0, 0]
    for (const hall of halls) {
      came += hall.came[cohort] as number
      late += hall.late[cohort] as number
      would += hall.triedLate[cohort] as number
    }
    // Who has begun late already can be helped no more.
    if (would > 0 && late + would > (1 - target.percent / 100) * came + rounding) return false
  }
  return true
}

/** The smallest number that keeps the target, sought from a first guess: it seldom lies far from the one before. */
function smallest(least: number, most: number, guess: number, keeps: (count: number) => boolean): number {
  let count = Math.min(Math.max(guess, least), most)
  if (keeps(count)) {
    while (count > least && keeps(count - 1)) count -= 1
    return count
  }
  // Upwards in growing steps, then the middle again and again: a crowd may ask for hundreds at once.
  let fails = count
  let holds = most
  for (let step = 1; fails < most; step *= 2) {
    const next = Math.min(most, fails + step)
    if (next === most || keeps(next)) {
      holds = next
      break
    }
    fails = next
  }
  while (holds - fails > 1) {
    const middle = (fails + holds) >> 1
    if (keeps(middle)) holds = middle
    else fails = middle
  }
  return holds
}
