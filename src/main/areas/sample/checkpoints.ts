import { type Direction, directions } from '../../../shared/words.ts'
import { type CargoDay, cargoPart, goodsWeight, railPart } from './goods-part.ts'
import { beforeSpan, type PassengersOn } from './passenger-days.ts'
import { passengerHours, type Rush } from './passenger-hours.ts'
import { type Mix, passengerPart, passengersByPart } from './passenger-part.ts'
import { type Random, randomOf } from './random.ts'
import type { PartFigures, SampleCheckpoint, SamplePart } from './sample-figures.ts'

/** Lines that a shift now and then leaves open; never one that passengers add up from. */
const sometimesOpen = ['buses', 'cars', 'minors', 'trucks-empty', 'containers-empty']

interface Place {
  port: string
  code: string
  parts: readonly SamplePart[]
}

/**
 * A hall where people pass; with crew, buses and cars where its sheet has them.
 * @param hoursFrom from this day on passengers are known by hour too
 * @param rush an hour of one of these days in which late buses came together
 */
export function hall(
  place: Place,
  passengersOn: PassengersOn,
  mix: Mix,
  vehicles: boolean,
  hoursFrom?: string,
  rush?: Rush,
): SampleCheckpoint {
  return {
    ...place,
    figuresOn: (date) => {
      const random = randomOf(`${place.port} ${place.code} ${date}`)
      const weights = place.parts.map(({ weight }) => weight)
      const passengers = passengersByPart(random, passengersOn(date), weights)
      const byHour = hoursFrom !== undefined && date >= hoursFrom
      return place.parts.map((part, index) => {
        const figures = bothWays(random, (direction) =>
          passengerPart(random, date, passengers[direction][index] ?? 0, mix, vehicles),
        )
        return byHour
          ? withHours(
              `${place.port} ${place.code} ${date}`,
              part,
              figures,
              vehicles ? [...Object.keys(mix), 'crew', 'buses', 'cars'] : Object.keys(mix),
              rush?.date === date && rush.period === part.period ? rush : null,
            )
          : figures
      })
    },
  }
}

function withHours(
  seed: string,
  part: SamplePart,
  { entry, exit }: Record<Direction, PartFigures>,
  lines: readonly string[],
  rush: Rush | null,
): Record<Direction, PartFigures> {
  const hours = (direction: Direction, figures: PartFigures) =>
    passengerHours(`${seed} ${part.period}`, part, direction, figures, lines, rush)
  return {
    entry: { ...entry, hours: hours('entry', entry) },
    exit: { ...exit, hours: hours('exit', exit) },
  }
}

/** A cargo yard; `firstDay` is the first of the published span. */
export function yard(place: Place, day: CargoDay, firstDay: string): SampleCheckpoint {
  return goods(place, firstDay, (random, direction, factor) => cargoPart(random, direction, day, factor))
}

/** The railway's inspection. */
export function railway(place: Place, firstDay: string): SampleCheckpoint {
  return goods(place, firstDay, railPart)
}

function goods(place: Place, firstDay: string, figures: typeof railPart): SampleCheckpoint {
  return {
    ...place,
    figuresOn: (date) => {
      const random = randomOf(`${place.port} ${place.code} ${date}`)
      const factor = goodsWeight(date, random) * beforeSpan(date, firstDay)
      return place.parts.map(({ weight }) =>
        bothWays(random, (direction) => figures(random, direction, factor * weight)),
      )
    },
  }
}

function bothWays(random: Random, figures: (direction: Direction) => PartFigures) {
  const [entry, exit] = directions.map((direction) => asTyped(random, figures(direction)))
  return { entry: entry ?? noFigures, exit: exit ?? noFigures }
}

const noFigures: PartFigures = { lines: {}, typed: {}, hours: [] }

/** People slip: now and then a paper total is off, or a cell stays empty. */
function asTyped(random: Random, { lines, typed, hours }: PartFigures): PartFigures {
  for (const line of sometimesOpen) {
    if (lines[line] !== undefined && random.chance(1 / 400)) lines[line] = null
  }
  if (random.chance(1 / 80)) {
    const unit = typed.persons !== undefined ? 'persons' : 'containers'
    typed[unit] = (typed[unit] ?? 0) + (random.chance(0.5) ? 1 : 9)
  }
  return { lines, typed, hours }
}
