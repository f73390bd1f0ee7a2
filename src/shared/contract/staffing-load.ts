import { z } from 'zod'
import { LocalDate, WorkingDate } from '../dates.ts'
import { ChannelKind, ShiftMinute } from '../staffing/staffing-words.ts'
import { Code, Direction, Names, Total, Unit } from '../words.ts'
import { query } from './operation.ts'
import { ReportKind } from './reports.ts'

/**
 * Load: what was counted against the time that channels were open. Numbers served are as exact as counts: how many went
 * through a kind of channel follows from an *of which* line that a channel is kept for, otherwise from who may use what
 * (`src/shared/staffing/share-out.ts`), so they need not be whole.
 */

/**
 * How counts were spread over the hours: `hours` they were counted by hour; `profile` by the port's own arrivals by hour
 * at this checkpoint in the weeks before; `even` evenly over the open hours, for want of both. Of a mixture the weakest
 * that more than a hundredth of the numbers rest on.
 */
const Profile = z.enum(['hours', 'profile', 'even'])
export type Profile = z.infer<typeof Profile>

const KindLoad = z.strictObject({
  kind: ChannelKind,
  unit: z.enum(['persons', 'vehicles']),
  /** Null: both together. */
  direction: Direction.nullable(),
  /** How many different channels were open at all. */
  opened: z.int(),
  channelMinutes: z.number(),
  officerMinutes: z.number(),
  /** Channel minutes of which nobody said how many people there were. */
  unknownMinutes: z.number(),
  served: z.number(),
  /** Per hour that a channel was open; null without any. */
  perChannelHour: z.number().nullable(),
  /** Per hour of an officer; null without any, or where some are not known. */
  perOfficerHour: z.number().nullable(),
  /** Time needed over time open: above 1 nobody could keep up; null without open time. */
  utilisation: z.number().nullable(),
})

const HourLoad = z.strictObject({
  /** Of a shift from 00:00 of the date that it began on; otherwise of the day, all dates together. */
  startsMinute: z.int(),
  /** Channels open in this hour, on the average over it and over the dates. */
  open: z.number(),
  /** Passengers of this hour, all dates together. */
  entries: z.number(),
  exits: z.number(),
  /** Of all channels for persons together; null while none of them is open. */
  utilisation: z.number().nullable(),
  /** Counted while no channel was open that could take them. */
  withoutChannel: z.number(),
  /** Of the kinds that were open in this hour: an idle kind does not hide a busy one. `open` as of the hour. */
  kinds: z.array(
    z.strictObject({ kind: ChannelKind, open: z.number(), served: z.number(), utilisation: z.number() }),
  ),
})

export const CheckpointLoad = z.strictObject({
  checkpoint: Code,
  names: Names,
  /** Channels that existed at any time of the period, how many of them were open at all, and how many at once at most. */
  channels: z.strictObject({ exist: z.int(), opened: z.int(), mostAtOnce: z.int() }),
  /** By kind: its directions, then both. */
  kinds: z.array(KindLoad),
  hours: z.array(HourLoad),
  profile: Profile,
  /** Minutes planned, by kind in the order of `kinds` where something was: for planned against actual. */
  planned: z.array(z.strictObject({ kind: ChannelKind, channelMinutes: z.number() })),
  /** True where a figure of the period is still missing. */
  incomplete: z.boolean(),
})
export type CheckpointLoad = z.infer<typeof CheckpointLoad>

const StaffingReport = z.strictObject({
  period: z.strictObject({ kind: ReportKind, from: LocalDate, to: LocalDate, shift: Code.nullable() }),
  /** Without a checkpoint all that have channels or openings in the period. */
  checkpoints: z.array(CheckpointLoad),
})
export type StaffingReport = z.infer<typeof StaffingReport>

const Arrivals = z.strictObject({
  /** The board's minutes in quarter hours; the last may be shorter. */
  startsMinute: ShiftMinute,
  endsMinute: ShiftMinute,
  /** Every line of the sheet that a channel may be kept for, by quarter hour. Pass it to `boardLoad`. */
  lines: z.array(
    z.strictObject({
      line: Code,
      unit: Unit,
      totals: z.array(Total),
      parent: z.union([z.strictObject({ line: Code }), z.strictObject({ total: Total })]).nullable(),
      direction: Direction,
      byBucket: z.array(z.number()),
    }),
  ),
  profile: Profile,
  /** True where a figure of the shift is still missing. */
  incomplete: z.boolean(),
})
export type BoardArrivals = z.infer<typeof Arrivals>

export const staffingLoadContract = {
  /**
   * The load of the channels in a shift, a day or a longer period, each checkpoint by itself. Dates are calendar dates:
   * a night over midnight counts in two parts, or on the day it began, by the port's rule. An opening that nobody closed
   * lasts to the end of its shift, or up to now. Refused: unknown-checkpoint, unknown-shift, invalid-input.
   */
  readStaffingReport: query(
    z.strictObject({
      kind: ReportKind,
      date: WorkingDate,
      /** The last date of a range. */
      to: WorkingDate.optional(),
      checkpoint: Code.optional(),
      shift: Code.optional(),
    }),
    StaffingReport,
  ),
  /** What was counted in the shift of a board (or in all of a day), by quarter hour. Refused: unknown-checkpoint, unknown-shift. */
  readBoardArrivals: query(z.strictObject({ checkpoint: Code, date: WorkingDate, shift: Code }), Arrivals),
}
