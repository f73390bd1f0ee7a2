import type { Arrivals, Lump } from './arrivals.ts'
import { drainMinutes, drainNeed } from './drain-time.ts'
import { erlangC, steadyNeed } from './erlang-c.ts'
import { withoutShortDips } from './gaps.ts'
import { patternNeed } from './pattern-need.ts'
import { type MinuteSpan, minutesInQuarter, quarterStarts } from './quarter-hours.ts'
import type { LumpNeed, QuarterNeed } from './queue-need.ts'
import type { ServiceSeconds } from './serve.ts'
import type { WaitTarget } from './wait-target.ts'

/** Channels of one kind, and what comes to them. */
export interface Side {
  span: MinuteSpan
  runs: readonly Arrivals[]
  target: WaitTarget
  seconds: ServiceSeconds
  /** Channels open in each quarter hour, and e-gates beside them. */
  open: readonly number[]
  eGates: readonly number[]
  /** Who comes to these channels, as far as e-gates beside them do not take them. */
  steady: readonly number[]
  lumps: readonly Lump[]
}

/** The three methods for channels of one kind, brought together in one number for each quarter hour. */
export function sideNeed(side: Side): { quarters: QuarterNeed[]; lumps: LumpNeed[] } {
  const { span, target, open, lumps } = side
  const secondsPerUnit = side.seconds.channel
  const quarterOf = (minute: number): number => Math.floor((minute - span.from) / minutesInQuarter)
  const streams = quarterStarts(span).map((from, quarter) => {
    const to = Math.min(from + minutesInQuarter, span.to)
    const arrivals = side.steady[quarter] ?? 0
    const arrivalsPerHour = (arrivals * 60) / (to - from)
    const needed = steadyNeed({ arrivalsPerHour, secondsPerUnit }, target)
    const queue = erlangC({ arrivalsPerHour, secondsPerUnit, channels: open[quarter] ?? 0 })
    return { from, to, arrivals, steady: { arrivalsPerHour, needed, queue } }
  })
  const needed = withoutShortDips(
    patternNeed({ ...side, atLeast: streams.map(({ steady }) => steady.needed) }),
  )
  return {
    quarters: streams.map(({ from, to, arrivals, steady }, quarter) => ({
      from,
      to,
      expected: arrivals + passengersIn(lumps, from, to),
      open: open[quarter] ?? 0,
      needed: needed[quarter] ?? 0,
      steady,
    })),
    lumps: lumps.map((lump) => {
      const channels = open[quarterOf(lump.atMinute)] ?? 0
      return {
        ...lump,
        needed: drainNeed(lump.passengers, secondsPerUnit, target),
        open: channels,
        drainMinutes: channels === 0 ? null : drainMinutes(lump.passengers, channels, secondsPerUnit),
      }
    }),
  }
}

function passengersIn(lumps: readonly Lump[], from: number, to: number): number {
  return lumps.reduce(
    (sum, { atMinute, passengers }) => sum + (atMinute >= from && atMinute < to ? passengers : 0),
    0,
  )
}
