import { seededRandom } from '../../src/shared/queue/random.ts'
import type { BoothHour } from './booth-hours.ts'

/** What is learnt about a hall from hours with recorded waits. */
export interface HallTimes {
  /** Seconds of booth time a passenger by hour of the day, while nobody waits: flights of other countries come at other hours. */
  seconds: number[]
  /** How much faster the hall works for each minute that the queue is long: booths opened within the hour, haste. */
  faster: number
}

/** Minutes in which one more passenger leaves the aircraft: 200 take 16. Part of the recorded wait, which begins at landing. */
const leavingMinutes = 0.08
/** Groups in which the passengers of a flight reach the hall. */
const groups = 6
const hoursInDay = 24

/**
 * Mean minutes from landing to inspection for each hour's flights: a fluid queue, first come first served, that carries its
 * backlog on into the next hours. Flights land evenly over their hour with chance, their passengers come as a lump that
 * leaves the aircraft one by one. Booths are the mean of the hour and its neighbours (1:2:1), since who lands in
 * an hour is inspected in it or in the next and booths open ahead of a bank of flights.
 * @param runs over how many drawings of the flights' minutes the waits are averaged
 */
export function predictWaits(hours: readonly BoothHour[], times: HallTimes, runs: number): Float64Array {
  const waits = new Float64Array(hours.length)
  const booths = smoothedBooths(hours)
  for (let run = 0; run < runs; run += 1) addRun(hours, booths, times, seededRandom(run), waits)
  return waits.map((sum) => sum / runs)
}

/** A part of a flight's passengers at the hall. */
interface Group {
  at: number
  sinceLanding: number
  passengers: number
  /** Index of the hour in which the flight landed. */
  of: number
}

function addRun(
  hours: readonly BoothHour[],
  booths: readonly number[],
  { seconds, faster }: HallTimes,
  random: () => number,
  waits: Float64Array,
): void {
  let free = Number.NEGATIVE_INFINITY
  let open = 0
  for (const { at, sinceLanding, passengers, of } of groupsOf(hours, random)) {
    const begins = Math.max(free, at)
    const pace = 1 + faster * (begins - at)
    let left = passengers
    free = begins
    while (left > 0) {
      const hour = Math.floor(free / 60)
      while (open + 1 < hours.length && (hours[open + 1] as BoothHour).hour <= hour) open += 1
      const perMinute = (pace * (booths[open] as number) * 60) / (seconds[hour % hoursInDay] as number)
      const until = Math.min(free + left / perMinute, (hour + 1) * 60)
      left = until === (hour + 1) * 60 ? left - (until - free) * perMinute : 0
      free = until
    }
    const wait = sinceLanding + (begins + free) / 2 - at
    waits[of] = (waits[of] as number) + (wait * passengers) / (hours[of] as BoothHour).passengers
  }
}

function groupsOf(hours: readonly BoothHour[], random: () => number): Group[] {
  const arriving: Group[] = []
  for (const [of, { hour, passengers, flights }] of hours.entries()) {
    if (passengers === 0) continue
    const landings = Math.max(1, Math.round(flights))
    const aboard = passengers / landings
    for (let flight = 0; flight < landings; flight += 1) {
      const landed = (hour + (flight + random()) / landings) * 60
      for (let group = 0; group < groups; group += 1) {
        const sinceLanding = ((group + 0.5) / groups) * leavingMinutes * aboard
        arriving.push({ at: landed + sinceLanding, sinceLanding, passengers: aboard / groups, of })
      }
    }
  }
  return arriving.sort((a, b) => a.at - b.at)
}

function smoothedBooths(hours: readonly BoothHour[]): number[] {
  return hours.map(({ hour, booths }, index) => {
    const [before, after] = [hours[index - 1], hours[index + 1]]
    const boothsBefore = before?.hour === hour - 1 ? before.booths : booths
    const boothsAfter = after?.hour === hour + 1 ? after.booths : booths
    return Math.max(1, (boothsBefore + 2 * booths + boothsAfter) / 4)
  })
}
