import type { Board } from '../../../../shared/contract/staffing.ts'
import type { BoardArrivals } from '../../../../shared/contract/staffing-load.ts'
import { minutesInQuarter } from '../../../../shared/queue/quarter-hours.ts'
import { officerMinutes } from '../../../../shared/staffing/board-load.ts'
import { spanOfOpening } from '../../../../shared/staffing/board-warnings.ts'
import {
  type BucketLoad,
  type LineArrivals,
  type Load,
  loadOf,
  OpenTime,
} from '../../../../shared/staffing/load.ts'
import { type Plan, unitOfKind } from '../../../../shared/staffing/staffing-words.ts'
import type { Direction } from '../../../../shared/words.ts'

const minutesInHour = 60

export interface HourLoad {
  kinds: Load['kinds']
  /** Each with the minute at which it begins, on the clock's hour. */
  hours: (BucketLoad & { startsMinute: number })[]
}

/** The load of a board by hours of the clock, as it is drawn now: for the plan or for what was. */
export function hourLoad(
  board: Pick<Board, 'shifts' | 'channels' | 'openings' | 'nowMinute'>,
  arrivals: Pick<BoardArrivals, 'startsMinute' | 'endsMinute' | 'lines'>,
  plan: Plan,
): HourLoad {
  const firstMinute = Math.floor(arrivals.startsMinute / minutesInHour) * minutesInHour
  const hours = Math.ceil((arrivals.endsMinute - firstMinute) / minutesInHour)
  const open = new OpenTime(firstMinute, hours, minutesInHour)
  const channels = new Map(board.channels.map((channel) => [channel.channel, channel]))
  for (const opening of board.openings) {
    const channel = channels.get(opening.channel)
    if (opening.plan !== plan || !channel) continue
    const span = spanOfOpening(board, opening)
    open.add({
      ...channel,
      ...span,
      direction: opening.direction,
      officerMinutes: officerMinutes(opening, span),
    })
  }
  // A hall without channels for vehicles has none to lack.
  const units = new Set<string>(board.channels.map(({ kind }) => unitOfKind[kind]))
  const lines = arrivals.lines
    .filter(({ unit }) => units.has(unit))
    .map((line) => {
      const byBucket = new Float64Array(hours)
      for (const [quarter, count] of line.byBucket.entries()) {
        const minute = arrivals.startsMinute + quarter * minutesInQuarter
        const hour = Math.floor((minute - firstMinute) / minutesInHour)
        byBucket[hour] = (byBucket[hour] ?? 0) + count
      }
      return { ...line, byBucket }
    })
  const { kinds, buckets } = loadOf(open, lines)
  const isOfVehicles = !units.has('persons')
  return {
    kinds,
    hours: buckets.map((bucket, at) => ({
      ...bucket,
      ...(isOfVehicles && vehicleHour(lines, bucket, at)),
      startsMinute: firstMinute + at * minutesInHour,
    })),
  }
}

/** Where only vehicles are inspected they are what comes, and what keeps the channels busy. */
function vehicleHour(
  lines: readonly LineArrivals[],
  { kinds, openMinutes }: BucketLoad,
  hour: number,
): Pick<BucketLoad, 'entries' | 'exits' | 'utilisation'> {
  const come = (direction: Direction): number =>
    lines
      .filter((line) => line.parent === null && line.direction === direction)
      .reduce((sum, { byBucket }) => sum + (byBucket[hour] ?? 0), 0)
  const busy = kinds.reduce((sum, each) => sum + each.utilisation * each.openMinutes, 0)
  return {
    entries: come('entry'),
    exits: come('exit'),
    utilisation: openMinutes > 0 ? busy / openMinutes : null,
  }
}
