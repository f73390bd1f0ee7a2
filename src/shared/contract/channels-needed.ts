import { z } from 'zod'
import { LocalDate, WorkingDate } from '../dates.ts'
import { ChannelKind, Plan, ShiftMinute } from '../staffing/staffing-words.ts'
import { Code, Direction, Unit } from '../words.ts'
import { query } from './operation.ts'

/**
 * How many channels a shift needs, and why: see docs/QUEUES.md. Minutes count from 00:00 of the date that the shift began
 * on, as on the board. Numbers of units are means and need not be whole.
 */

const Target = z.strictObject({ minutes: z.number(), percent: z.number().nullable() })
const span = { from: z.number(), to: z.number() }
const Gap = z.strictObject({ ...span, open: z.int(), needed: z.int() })

const Lump = {
  atMinute: z.number(),
  passengers: z.int(),
  overMinutes: z.number().optional(),
}

/** How somebody can be expected: as counted in this very shift, by the forecast, or as in the same shift lately. */
export const arrivalBases = ['counted', 'expected', 'recent', 'unknown'] as const

const Queue = z.strictObject({
  direction: Direction,
  /** The kind of channel that serves everybody in it. */
  kind: ChannelKind,
  /** Lines of the count sheet where its channels are for them alone. */
  lines: z.array(Code).nullable(),
  channels: z.array(Code),
  eGates: z.array(Code),
  seconds: z.strictObject({ channel: z.number(), eGate: z.number() }),
  /** By quarter hour of the board, without those who come by the buses (`lumps`). */
  demand: z.strictObject({
    steady: z.array(z.number()),
    lumps: z.array(z.strictObject(Lump)),
    eGateShare: z.number(),
  }),
  unit: Unit,
  arrivals: z.strictObject({
    /** Everybody, those of the buses included; null where nothing is known. */
    count: z.number().nullable(),
    basis: z.enum(arrivalBases),
    /** Spread over the shift by counts of hours, or evenly over its open minutes. */
    profile: z.enum(['hours', 'even']),
  }),
})
export type NeededQueue = z.infer<typeof Queue>

const SteadyQueue = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('steady'),
    utilisation: z.number(),
    waitProbability: z.number(),
    meanWaitMinutes: z.number(),
  }),
  z.strictObject({ state: z.literal('over-capacity'), utilisation: z.number().nullable() }),
])

const Waiting = z.strictObject({
  arrivals: z.number(),
  meanMinutes: z.number().nullable(),
  longestMinutes: z.number().nullable(),
  percentile95Minutes: z.number().nullable(),
  shareWithin: z.number().nullable(),
  queue: z.number(),
  longestQueue: z.number(),
})

const Need = z.strictObject({
  direction: Direction,
  /** `e-gate` for those whom e-gates may take, beside the queue of everybody. */
  kind: ChannelKind,
  lines: z.array(Code).nullable(),
  target: Target,
  secondsPerUnit: z.number(),
  quarters: z.array(
    z.strictObject({
      ...span,
      expected: z.number(),
      open: z.int(),
      needed: z.int(),
      /** Erlang C for the steady stream of this quarter hour. */
      steady: z.strictObject({ arrivalsPerHour: z.number(), needed: z.int(), queue: SteadyQueue }),
    }),
  ),
  gaps: z.array(Gap),
  /** The drain time of each bus. */
  lumps: z.array(
    z.strictObject({
      ...Lump,
      needed: z.int(),
      open: z.int(),
      drainMinutes: z.number().nullable(),
    }),
  ),
  /** The simulated pattern with the channels on the board. */
  course: z.strictObject({ quarters: z.array(Waiting), whole: Waiting, leftWaiting: z.number() }),
  runs: z.int(),
})

const LearntTime = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('learnt'), seconds: z.int(), hours: z.int() }),
  z.strictObject({ state: z.literal('too-few-hours'), hours: z.int(), needed: z.int() }),
  z.strictObject({ state: z.literal('never-busy'), hours: z.int() }),
])

const ServiceTime = z.strictObject({
  kind: ChannelKind,
  seconds: z.int(),
  /** The port's own setting where there is one, else what its history teaches, else the program's starting value. */
  used: z.enum(['setting', 'learnt', 'starting']),
  setting: z.int().nullable(),
  learnt: LearntTime,
  starting: z.int(),
})
export type UsedServiceTime = z.infer<typeof ServiceTime>

const ChannelsNeeded = z.strictObject({
  checkpoint: Code,
  date: LocalDate,
  shift: Code,
  startsMinute: ShiftMinute,
  endsMinute: ShiftMinute,
  /** Whose openings it was held against. */
  plan: Plan,
  target: Target,
  /** Who is expected where: with the openings of a board it gives `needs` again (see `needOfBoard`). */
  queues: z.array(Queue),
  needs: z.array(Need),
  /** The gap that lacks the most channels, the longest of those; null where the board is enough. */
  worst: z
    .strictObject({ direction: Direction, kind: ChannelKind, lines: z.array(Code).nullable(), ...Gap.shape })
    .nullable(),
  serviceTimes: z.array(ServiceTime),
})
export type ChannelsNeeded = z.infer<typeof ChannelsNeeded>

export const channelsNeededContract = {
  /**
   * What every queue of a shift (or of `day`, all shifts that begin on the date) needs by quarter hour against the openings of
   * a plan; without `plan` what was, where actual openings are written, else what is planned. Refused:
   * unknown-checkpoint, checkpoint-not-in-service, unknown-shift.
   */
  readChannelsNeeded: query(
    z.strictObject({ checkpoint: Code, date: WorkingDate, shift: Code, plan: Plan.optional() }),
    ChannelsNeeded,
  ),
}
