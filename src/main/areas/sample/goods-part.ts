import { weekdayOf } from '../../../shared/dates.ts'
import type { Direction } from '../../../shared/words.ts'
import type { Random } from './random.ts'
import type { PartFigures } from './sample-figures.ts'

/** What a cargo yard passes in a working day. */
export interface CargoDay {
  trucksOut: number
  trucksIn: number
  /** Of loaded trucks, those that carry a container. */
  containers: number
}

/** Monday … Sunday: yards work little on Sundays. */
const weekdays = [1.05, 1.1, 1.12, 1.12, 1.1, 0.95, 0.56]

/** How busy a yard or a railway is on a date, as a factor of its mean day. */
export const goodsWeight = (date: string, random: Random): number =>
  (weekdays[weekdayOf(date) - 1] ?? 1) * random.between(0.85, 1.15)

/** Trucks go out loaded with exports (some carry the cars that are exported) and come back mostly empty. */
export function cargoPart(random: Random, direction: Direction, day: CargoDay, factor: number): PartFigures {
  const loadedOnWay = direction === 'exit' ? day.trucksOut : day.trucksIn
  const emptyOnWay = direction === 'exit' ? day.trucksIn : day.trucksOut
  const loaded = random.whole(loadedOnWay * factor)
  const empty = random.whole(emptyOnWay * factor * random.between(0.92, 1))
  const boxesLoaded = random.whole(loaded * day.containers)
  const boxesEmpty = random.whole(empty * day.containers * 0.8)
  return {
    lines: {
      crew: loaded + empty + random.whole((loaded + empty) * 0.12),
      'trucks-loaded': loaded,
      'trucks-empty': empty,
      'containers-loaded': boxesLoaded,
      'containers-empty': boxesEmpty,
    },
    typed: { vehicles: loaded + empty, containers: boxesLoaded + boxesEmpty },
    hours: [],
  }
}

/** Freight trains a day, and the containers on each, loaded and empty, by direction. */
const rail = {
  exit: { trains: 13, loaded: 46, empty: 2 },
  entry: { trains: 8, loaded: 24, empty: 17 },
}

/** Trains with their containers; most are China–Europe and Central Asia expresses. */
export function railPart(random: Random, direction: Direction, factor: number): PartFigures {
  const { trains: mean, loaded, empty } = rail[direction]
  const trains = random.whole(mean * factor)
  const boxesLoaded = Math.round(trains * loaded * random.between(0.95, 1.05))
  const boxesEmpty = Math.round(trains * empty * random.between(0.8, 1.2))
  return {
    lines: {
      crew: trains * 2,
      trains,
      'china-europe-trains': Math.min(trains, random.whole(trains * 0.9)),
      'containers-loaded': boxesLoaded,
      'containers-empty': boxesEmpty,
    },
    typed: { trains, containers: boxesLoaded + boxesEmpty },
    hours: [],
  }
}
