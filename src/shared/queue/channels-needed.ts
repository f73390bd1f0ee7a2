import type { ChannelKind } from '../staffing/staffing-words.ts'
import type { Direction } from '../words.ts'
import { type Arrivals, type Demand, drawArrivals, expectedArrivals } from './arrivals.ts'
import { steadyNeed } from './erlang-c.ts'
import { gapsOf } from './gaps.ts'
import { type MinuteSpan, minutesInQuarter, openByQuarter } from './quarter-hours.ts'
import type { QueueNeed } from './queue-need.ts'
import { type QueuePlan, type ServiceSeconds, serve } from './serve.ts'
import { sideNeed } from './side-need.ts'
import type { WaitTarget } from './wait-target.ts'
import { type Group, waitingCourse } from './waiting-course.ts'

/** Those of one direction who queue before one kind of channel; passengers may have e-gates beside their manual channels. */
export interface QueueInput {
  direction: Direction
  /** The kind of channel that serves everybody among them: `manual` for passengers, `vehicle`, `cargo`, `crew` … */
  kind: ChannelKind
  lines: string[] | null
  /** Never changed once it has been given: its runs are drawn once. */
  demand: Omit<Demand, 'startsMinute'>
  seconds: ServiceSeconds
  target: WaitTarget
  /** The openings on the board, each a channel of its own. */
  plan: QueuePlan
}

/** About so many passengers are drawn over all runs: few make chance loud and runs cheap, many the reverse. */
const drawnPassengers = 12_000
const [fewestRuns, mostRuns] = [1, 24]

/**
 * The same runs for everybody and every time: a change on the board changes the queue, not the chance behind it. The number is
 * the day on which the visa exemption between China and Kazakhstan began.
 */
const seed = 20_231_110

/**
 * What every queue needs by quarter hour against what is open on the board, for span and openings in minutes of the shift's own
 * date. Needed is the larger of what keeps up with the steady stream of the quarter hour (Erlang C) and what keeps the
 * target for the pattern with its buses and its backlog (see `patternNeed`). Passengers whom e-gates may take
 * make a queue of their own, `e-gate`; they use a manual channel where it is free sooner, so a missing e-gate is a gap
 * only while manual channels lack too, and the manual need counts on the e-gates that are open.
 */
export function channelsNeeded(span: MinuteSpan, inputs: readonly QueueInput[]): QueueNeed[] {
  return inputs.flatMap((input) => queuesOf(span, input))
}

function queuesOf(span: MinuteSpan, input: QueueInput): QueueNeed[] {
  const { direction, kind, lines, demand, seconds, target, plan } = input
  const { steady, lumps: buses, eGateShare } = demand
  const { runs, eligibleRuns } = runsOf(demand, span.from)
  const served = runs.map((arrivals) => ({ arrivals, starts: serve(arrivals, plan, seconds) }))
  const openEGates = openByQuarter(plan.eGates, span)
  const answer = (
    of: ChannelKind,
    group: Group,
    secondsPerUnit: number,
    side: ReturnType<typeof sideNeed>,
  ) => ({
    direction,
    kind: of,
    lines,
    target,
    secondsPerUnit,
    ...side,
    gaps: gapsOf(
      side.quarters.map(({ open }) => open),
      side.quarters.map(({ needed }) => needed),
      span,
    ),
    course: waitingCourse(served, group, span, target),
    runs: runs.length,
  })

  const beside = (count: number, quarter: number): number =>
    pastEGates(count, eGateShare, openEGates[quarter] ?? 0, seconds.eGate, target)
  const channels = answer(
    kind,
    'channel',
    seconds.channel,
    sideNeed({
      span,
      runs,
      target,
      seconds,
      open: openByQuarter(plan.channels, span),
      eGates: openEGates,
      steady: steady.map(beside),
      lumps: buses.map((lump) => {
        const gates = openEGates[Math.floor((lump.atMinute - span.from) / minutesInQuarter)] ?? 0
        const passengers = gates > 0 ? Math.ceil(lump.passengers * (1 - eGateShare)) : lump.passengers
        return { ...lump, passengers }
      }),
    }),
  )
  if (eGateShare === 0) return [channels]
  const eGates = answer(
    'e-gate',
    'e-gate',
    seconds.eGate,
    sideNeed({
      span,
      runs: eligibleRuns,
      target,
      seconds: { channel: seconds.eGate, eGate: seconds.eGate },
      open: openEGates,
      eGates: [],
      steady: steady.map((count) => count * eGateShare),
      lumps: buses.map((lump) => ({ ...lump, passengers: Math.ceil(lump.passengers * eGateShare) })),
    }),
  )
  // What manual channels take in time needs no e-gate: elsewhere as many count as needed as there are open.
  const lacking = eGates.quarters.map(({ open, needed }, quarter) => {
    const manual = channels.quarters[quarter]
    return manual !== undefined && manual.open < manual.needed ? needed : Math.min(open, needed)
  })
  return [channels, { ...eGates, gaps: gapsOf(openEGates, lacking, span) }]
}

/** Everybody by run, and of each run those who may use an e-gate. */
interface Runs {
  startsMinute: number
  runs: Arrivals[]
  eligibleRuns: Arrivals[]
}

/** While a hand moves an opening the demand stays the same object, and so do its runs. */
const drawn = new WeakMap<QueueInput['demand'], Runs>()

function runsOf(demand: QueueInput['demand'], startsMinute: number): Runs {
  const known = drawn.get(demand)
  if (known?.startsMinute === startsMinute) return known
  const expected = Math.max(1, expectedArrivals(demand))
  const count = Math.min(mostRuns, Math.max(fewestRuns, Math.round(drawnPassengers / expected)))
  const runs = Array.from({ length: count }, (_, run) =>
    drawArrivals({ ...demand, startsMinute }, seed + run),
  )
  const made = { startsMinute, runs, eligibleRuns: demand.eGateShare === 0 ? [] : runs.map(onlyEligible) }
  drawn.set(demand, made)
  return made
}

/** Those of a quarter hour's stream who come to the manual channels: all whom open e-gates may not take or cannot. */
function pastEGates(
  arrivals: number,
  eGateShare: number,
  eGates: number,
  secondsAtEGate: number,
  target: WaitTarget,
): number {
  const eligible = arrivals * eGateShare
  const arrivalsPerHour = (eligible * 60) / minutesInQuarter
  if (steadyNeed({ arrivalsPerHour, secondsPerUnit: secondsAtEGate }, target) <= eGates)
    return arrivals - eligible
  const taken = Math.min(eligible, (eGates * minutesInQuarter * 60) / secondsAtEGate)
  return arrivals - taken
}

/** The run with only those who may use an e-gate, as if e-gates were the channels that all of them use. */
function onlyEligible({ at, eligible, work }: Arrivals): Arrivals {
  const chosen = (_: number, index: number): boolean => eligible[index] === 1
  const moments = at.filter(chosen)
  return { at: moments, eligible: new Uint8Array(moments.length), work: work.filter(chosen) }
}
