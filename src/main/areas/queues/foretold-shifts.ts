import type { Direction } from '../../../shared/words.ts'
import { controlledTotal } from '../../../shared/words.ts'
import type { QueryContext } from '../../book/handlers.ts'
import { readExpectedArrivals } from '../forecast/read-expected-arrivals.ts'
import type { Checkpoint } from '../reference/port-model.ts'
import type { RecentCounts } from './known-counts.ts'
import type { QueueLines } from './queue-lines.ts'

/** How many are expected in a queue in a shift of the board's date; null where nothing can be foretold. */
export type ForetoldShifts = (shift: string, queue: QueueLines) => number | null

/**
 * Forecasts are of all passengers (or vehicles) of a checkpoint; a queue has of them what its lines had of them of late. Each
 * shift is forecast once, and only when somebody asks.
 */
export function foretoldShifts(
  context: QueryContext,
  checkpoint: Checkpoint,
  date: string,
  recent: ReadonlyMap<Direction, RecentCounts>,
): ForetoldShifts {
  const answers = new Map<string, ReturnType<typeof readExpectedArrivals>>()
  return (shift, { direction, lines }) => {
    const isDay = checkpoint.shifts.length === 0
    const answer =
      answers.get(shift) ??
      readExpectedArrivals(context, { checkpoint: checkpoint.code, from: date, ...(isDay ? {} : { shift }) })
    answers.set(shift, answer)
    if (answer.unit === null || answer.notEnough !== null) return null
    const total = controlledTotal[answer.unit]
    const foretold = [...checkpoint.sheet.values()]
      .filter(({ line }) => line.parent === null && line.totals.includes(total))
      .map(({ line }) => line.code)
    const all = recent.get(direction)?.sumOf(foretold) ?? 0
    const own = recent.get(direction)?.sumOf(lines) ?? 0
    const count = isDay
      ? answer.directions.find((each) => each.direction === direction)?.days[0]?.count
      : answer.shift?.directions.find((each) => each.direction === direction)?.count
    return count === undefined || count === null || all === 0 ? null : (count * own) / all
  }
}
