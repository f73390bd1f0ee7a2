import type { InputOf } from '../../../../shared/contract/index.ts'
import { type Direction, directions } from '../../../../shared/words.ts'
import { byBus } from '../passenger-part.ts'
import { type Random, randomOf, splitByWeights } from '../random.ts'
import type { PartFigures, SampleCheckpoint, SamplePart } from '../sample-figures.ts'

/** The buses of a sample: those over the border agree with the bus line of a checkpoint's count sheet. */
export interface SampleBuses {
  /** Where the buses over the border are inspected. */
  checkpoint: string
  /** The lines of its sheet that add up to the passengers. */
  passengerLines: readonly string[]
  /** Routes over the border with their shares. */
  crossing: Readonly<Record<string, number>>
  /** Routes inland with their departures a day each way. */
  inland: Readonly<Record<string, number>>
  /** Vehicles by route, by the date from which on they are deployed. */
  deployed: readonly { from: string; vehicles: Readonly<Record<string, number>> }[]
  /** From this date on every bus is written down with its time; before it the day's alone. */
  timesFrom: string
}

export type Departure = Omit<InputOf<'keepDeparture'>, 'departure'>

/** The vehicles on each route of a date. */
export function deploymentsOn({ deployed }: SampleBuses, date: string): InputOf<'keepDeployment'>[] {
  const vehicles = deployed.findLast(({ from }) => from <= date)?.vehicles ?? {}
  return Object.entries(vehicles).map(([route, number]) => ({ route, date, vehicles: number }))
}

/** The departures of a date, those over the border from what its sheets counted. */
export function departuresOn(
  buses: SampleBuses,
  date: string,
  { parts }: SampleCheckpoint,
  figures: readonly Record<Direction, PartFigures>[],
): Departure[] {
  const random = randomOf(`buses ${buses.checkpoint} ${date}`)
  const isTimed = date >= buses.timesFrom
  return directions.flatMap((direction) => {
    const ofParts = parts.map((part, index) => ({ part, figures: figures[index]?.[direction] }))
    const crossing = isTimed
      ? ofParts.flatMap(({ part, figures: own }) => (own ? timed(buses, part, own, random) : []))
      : ofDay(
          buses,
          ofParts.map(({ figures: own }) => own),
        )
    return [...crossing, ...inlandOn(buses, random, isTimed)].map((each) => ({ ...each, date, direction }))
  })
}

type Own = Pick<Departure, 'route' | 'minute' | 'vehicles' | 'passengers'>

function busLoads(
  { passengerLines }: SampleBuses,
  { lines }: PartFigures,
): { buses: number; passengers: number } {
  return byBus(passengerLines.reduce((sum, line) => sum + (lines[line] ?? 0), 0))
}

/** All buses of a day, one row for each route. */
function ofDay(buses: SampleBuses, parts: readonly (PartFigures | undefined)[]): Own[] {
  const loads = parts.flatMap((part) => (part ? [busLoads(buses, part)] : []))
  const sum = (of: 'buses' | 'passengers') => loads.reduce((total, load) => total + load[of], 0)
  const routes = Object.entries(buses.crossing)
  const vehicles = splitByWeights(
    sum('buses'),
    routes.map(([, share]) => share),
  )
  if (sum('buses') === 0) return []
  const passengers = splitByWeights(sum('passengers'), vehicles)
  return routes.flatMap(([route], index) => {
    const number = vehicles[index] ?? 0
    return number === 0 ? [] : [{ route, minute: null, vehicles: number, passengers: passengers[index] ?? 0 }]
  })
}

/** Every bus of a part of a day, in the hours in which its passengers were counted; the fullest where most were. */
function timed(buses: SampleBuses, part: SamplePart, figures: PartFigures, random: Random): Own[] {
  const { buses: number, passengers } = busLoads(buses, figures)
  const left = figures.hours.map(({ hour, lines }) => ({
    hour,
    number: buses.passengerLines.reduce((sum, line) => sum + (lines[line] ?? 0), 0),
    buses: 0,
  }))
  const busiest = Math.max(...left.map((hour) => hour.number))
  const isRush = busiest > 0.4 * left.reduce((sum, hour) => sum + hour.number, 0) && left.length > 3
  const loads = splitByWeights(
    passengers,
    Array.from({ length: number }, (_, index) => (isRush && index < 2 ? 2.4 : random.between(0.75, 1.25))),
  ).sort((a, b) => b - a)
  const routes = Object.entries(buses.crossing)
  const numbers = splitByWeights(
    number,
    routes.map(([, share]) => share),
  )
  const byRoute = routes.flatMap(([route], index) => Array.from({ length: numbers[index] ?? 0 }, () => route))
  return loads.map((load, index): Own => {
    const hour = left.reduce((most, each) => (each.number > most.number ? each : most))
    hour.number -= load
    const minute = hour.hour * 60 + Math.min(3 + hour.buses * 7 + random.whole(random.between(0, 4)), 58)
    hour.buses += 1
    const route = byRoute[(index * 7) % byRoute.length] ?? ''
    return { route, minute: Math.max(minute, part.startsMinute), vehicles: 1, passengers: load }
  })
}

/** Departures inland: by the timetable, every two hours or more often from 08:30 on. */
function inlandOn({ inland }: SampleBuses, random: Random, isTimed: boolean): Own[] {
  return Object.entries(inland).flatMap(([route, number]): Own[] => {
    const loads = Array.from({ length: number }, () => random.whole(random.between(18, 41)))
    if (!isTimed) {
      return [{ route, minute: null, vehicles: number, passengers: loads.reduce((a, b) => a + b, 0) }]
    }
    const between = Math.min(120, Math.floor(720 / number))
    return loads.map((passengers, index) => ({
      route,
      minute: 510 + index * between,
      vehicles: 1,
      passengers,
    }))
  })
}
