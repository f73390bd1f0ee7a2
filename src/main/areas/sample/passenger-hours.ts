import type { Direction } from '../../../shared/words.ts'
import { randomOf, splitByWeights } from './random.ts'
import type { HourFigures, PartFigures, SamplePart } from './sample-figures.ts'

/**
 * How many arrive in each hour of the local day, 0 … 23: buses out leave in the morning, buses in arrive after noon, and
 * whoever could not pass before the night comes with the first hours.
 */
const arrivals: Record<Direction, readonly number[]> = {
  entry: [3, 2, 2, 1, 1, 2, 3, 5, 7, 9, 11, 13, 10, 9, 12, 15, 17, 14, 10, 8, 6, 5, 4, 3],
  exit: [2, 2, 1, 1, 2, 3, 5, 8, 12, 15, 17, 18, 13, 9, 8, 10, 11, 9, 7, 6, 5, 4, 3, 2],
}

/** Buses that came late together: an hour with a multiple of its usual share. */
export interface Rush {
  date: string
  period: string
  direction: Direction
  hour: number
  factor: number
}

/** The hours of some lines of a part, each line's adding up to the part's own figure; one that is not reported has none. */
export function passengerHours(
  seed: string,
  { startsMinute, endsMinute }: SamplePart,
  direction: Direction,
  { lines }: Pick<PartFigures, 'lines'>,
  wanted: readonly string[],
  rush: Rush | null = null,
): HourFigures[] {
  const random = randomOf(`${seed} ${direction} hours`)
  const first = startsMinute / 60
  const hours = Array.from({ length: endsMinute / 60 - first }, (_, index) => first + index)
  const busy = hours.map((hour) => {
    const rushing = rush?.direction === direction && rush.hour === hour ? rush.factor : 1
    return (arrivals[direction][hour] ?? 1) * random.between(0.8, 1.2) * rushing
  })
  const countedLines = wanted.filter((line) => typeof lines[line] === 'number')
  const byLine = countedLines.map((line) => ({
    line,
    parts: splitByWeights(
      lines[line] ?? 0,
      busy.map((weight) => weight * random.between(0.9, 1.1)),
    ),
  }))
  return hours.map((hour, index) => ({
    hour,
    lines: Object.fromEntries(byLine.map(({ line, parts }) => [line, parts[index] ?? 0])),
  }))
}
