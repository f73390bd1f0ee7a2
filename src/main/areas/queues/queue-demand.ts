import { arrivalProfile } from '../../../shared/arrival-profile.ts'
import type { NeededQueue } from '../../../shared/contract/channels-needed.ts'
import { addDays, minutesInDay } from '../../../shared/dates.ts'
import { minutesInQuarter, quarterStarts } from '../../../shared/queue/quarter-hours.ts'
import type { Span } from '../../../shared/staffing/spans.ts'
import type { Connection } from '../../book/connection.ts'
import { busesOn } from './arrivals.sql.ts'
import type { ForetoldShifts } from './foretold-shifts.ts'
import { type BoardShiftSpan, countsOfShift, type RecentCounts, recentDays } from './known-counts.ts'
import type { QueueLines } from './queue-lines.ts'

/** The board that a demand is for. */
export interface DemandBoard {
  checkpoint: string
  date: string
  span: Span
  shifts: readonly BoardShiftSpan[]
  /** Minutes in which the calendar has the checkpoint open. */
  open: readonly Span[]
}

/** More than the busiest checkpoints of the world see in a day is a slip of the finger, and would keep a simulation busy for minutes. */
const mostReckoned = 300_000

type Demand = Pick<NeededQueue, 'demand' | 'arrivals'>

/**
 * Who is expected in one queue: as counted where the shift has its figure, else by the forecast, else as many as in the same
 * shift of the last eight weeks. Spread over the quarter hours by counts of hours, the shift's own where it has them.
 * Buses with a known time come as lumps, and the rest of the count as a steady stream.
 */
export function queueDemand(
  db: Connection,
  board: DemandBoard,
  queue: QueueLines,
  recent: RecentCounts,
  foretold: ForetoldShifts,
): Demand {
  const steady: number[] = quarterStarts(board.span).map(() => 0)
  const arrivals: NeededQueue['arrivals'] = { count: null, basis: 'unknown', profile: 'even' }
  for (const shift of board.shifts) {
    const own = shiftArrivals(db, board, shift, queue, recent, foretold)
    if (own === null) continue
    arrivals.count = (arrivals.count ?? 0) + own.count
    arrivals.basis = own.basis
    arrivals.profile = own.profile
    for (const [index, arriving] of own.quarters.entries()) {
      const place = Math.floor((shift.from - board.span.from) / minutesInQuarter) + index
      if (place < steady.length) steady[place] = (steady[place] ?? 0) + arriving
    }
  }
  const lumps = queue.kind === 'manual' && !queue.isRestricted ? busesOf(db, board, queue) : []
  const together = lumps.reduce((sum, { passengers }) => sum + passengers, 0)
  const count = arrivals.count ?? 0
  if (Math.max(count, together) > mostReckoned) {
    return {
      arrivals: { count: null, basis: 'unknown', profile: 'even' },
      demand: { steady: steady.map(() => 0), lumps: [], eGateShare: 0 },
    }
  }
  const left = count > 0 ? Math.max(0, count - together) / count : 0
  return {
    arrivals: {
      ...arrivals,
      count: arrivals.count === null && together === 0 ? null : Math.max(count, together),
    },
    demand: {
      steady: steady.map((arriving) => arriving * left),
      lumps,
      eGateShare: eGateShare(queue, recent),
    },
  }
}

interface ShiftArrivals {
  count: number
  basis: NeededQueue['arrivals']['basis']
  profile: NeededQueue['arrivals']['profile']
  quarters: number[]
}

function shiftArrivals(
  db: Connection,
  board: DemandBoard,
  shift: BoardShiftSpan,
  queue: QueueLines,
  recent: RecentCounts,
  foretold: ForetoldShifts,
): ShiftArrivals | null {
  const { checkpoint, date, open } = board
  const counted = countsOfShift(db, { checkpoint, date, direction: queue.direction }, shift, queue.lines)
  const spread = (hours: ReadonlyMap<number, number>) => arrivalProfile(shift, hours, open)
  const usual = spread(recent.hoursOf(queue.lines, shift))
  const whole = (count: number, basis: ShiftArrivals['basis'], { shares, basis: profile } = usual) => ({
    count,
    basis,
    profile,
    quarters: shares.map((share) => share * count),
  })
  if (counted.isWhole && counted.sum !== null) {
    const own = spread(counted.hours)
    return whole(counted.sum, 'counted', own.basis === 'hours' ? own : usual)
  }
  const expected = foretold(shift.shift, queue)
  if (expected !== null) return whole(expected, 'expected')
  const mean = recent.meanOf(queue.lines, shift.shift)
  return mean === null ? null : whole(mean, 'recent')
}

function busesOf(db: Connection, { checkpoint, date, span }: DemandBoard, { direction }: QueueLines) {
  return busesOn(db, checkpoint, direction, date, addDays(date, 1), addDays(date, -recentDays))
    .map((bus) => ({
      atMinute: bus.minute + (bus.date === date ? 0 : minutesInDay),
      passengers: bus.passengers,
    }))
    .filter(({ atMinute }) => atMinute >= span.from && atMinute < span.to)
}

/** The share of the lines that e-gates take among those of the queue, of late. */
function eGateShare({ eGates, eligible, lines }: QueueLines, recent: RecentCounts): number {
  if (eGates.length === 0) return 0
  if (eligible === null) return 1
  const all = recent.sumOf(lines)
  return all === 0 ? 0 : Math.min(1, recent.sumOf(eligible) / all)
}
