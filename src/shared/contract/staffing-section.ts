import { z } from 'zod'
import { LocalDate, WorkingDate } from '../dates.ts'
import { ChannelKind } from '../staffing/staffing-words.ts'
import { Code, Direction, Names, Unit } from '../words.ts'
import { ExpectedShift } from './forecast.ts'
import { query } from './operation.ts'
import { CrossingsReportInput, ReportKind } from './reports.ts'
import { CheckpointLoad } from './staffing-load.ts'

/**
 * The staffing section of reports, and the plan of a shift. Minutes count from 00:00 of the date that a shift began on; in
 * the report of a day from 00:00 of the day.
 */

const span = { from: z.int(), to: z.int() }

/** What one channel did in one direction. */
const ChannelWork = z.strictObject({
  channel: Code,
  names: Names,
  kind: ChannelKind,
  unit: z.enum(['persons', 'vehicles']),
  direction: Direction,
  open: z.array(z.strictObject(span)),
  /** Most people at it at once; null where nobody said how many. */
  staff: z.int().nullable(),
  channelMinutes: z.number(),
  served: z.number(),
  perChannelHour: z.number().nullable(),
})
export type ChannelWork = z.infer<typeof ChannelWork>

/** Fewer channels open than needed: the stretch of the shift or day that lacked the most. */
const LackOfChannels = z.strictObject({
  direction: Direction,
  kind: ChannelKind,
  /** Lines of the count sheet where the channels are for them alone. */
  lines: z.array(Code).nullable(),
  from: z.number(),
  to: z.number(),
  open: z.int(),
  needed: z.int(),
  /** The longest wait in that queue with the channels that were open, as simulated; null where nobody came. */
  longestMinutes: z.number().nullable(),
})
export type LackOfChannels = z.infer<typeof LackOfChannels>

const Need = z.strictObject({
  target: z.strictObject({ minutes: z.number(), percent: z.number().nullable() }),
  /** Null where there were always enough. */
  worst: LackOfChannels.nullable(),
})

const openMinutes = {
  plannedMinutes: z.number(),
  channelMinutes: z.number(),
  officerMinutes: z.number(),
  /** Channel minutes of which nobody said how many people there were; e-gates need none. */
  unknownMinutes: z.number(),
}

/** What one channel was open and planned in the period. */
const ChannelHours = z.strictObject({
  channel: Code,
  names: Names,
  kind: ChannelKind,
  /** Dates on which it was open. */
  days: z.int(),
  entryMinutes: z.number(),
  exitMinutes: z.number(),
  ...openMinutes,
})
export type ChannelHours = z.infer<typeof ChannelHours>

/** A row of the staffing table: a date, of a period longer than two months a month, than five years a year. */
const OpenStep = z.strictObject({
  from: LocalDate,
  to: LocalDate,
  opened: z.int(),
  mostAtOnce: z.int(),
  ...openMinutes,
  /** In the section's unit by the period rule, as in the crossings report; null where nothing is known. */
  entries: z.int().nullable(),
  exits: z.int().nullable(),
})
export type OpenStep = z.infer<typeof OpenStep>

const StaffingSection = z.strictObject({
  ...CheckpointLoad.shape,
  /** Channels that were open or planned, in the port's order. */
  channelHours: z.array(ChannelHours),
  /** What stands beside the openings: passengers, where the checkpoint counts none vehicles, and so on. */
  unit: Unit,
  /** By date, month or year; none of a shift or day, which has `hours`. */
  steps: z.array(OpenStep),
  /** By channel in the port's order; of a shift or day only. */
  work: z.array(ChannelWork),
  /** Of a shift or day in which channels were open. */
  need: Need.nullable(),
})
export type StaffingSection = z.infer<typeof StaffingSection>

const StaffingSections = z.strictObject({
  period: z.strictObject({ kind: ReportKind, from: LocalDate, to: LocalDate, shift: Code.nullable() }),
  /** Those that had channels in the period; none in a book without them. */
  checkpoints: z.array(StaffingSection),
})
export type StaffingSections = z.infer<typeof StaffingSections>

const PlannedChannel = z.strictObject({
  channel: Code,
  names: Names,
  kind: ChannelKind,
  direction: Direction,
  ...span,
  headCount: z.int().nullable(),
  /** Officers by staff number, with their own times. */
  duties: z.array(z.strictObject({ officer: z.string(), ...span })),
})
export type PlannedChannel = z.infer<typeof PlannedChannel>

/** A stretch of a shift in which a queue needs and is planned the same. */
const PlannedNeed = z.strictObject({
  direction: Direction,
  kind: ChannelKind,
  lines: z.array(Code).nullable(),
  from: z.number(),
  to: z.number(),
  /** Units expected in it. */
  expected: z.number(),
  needed: z.int(),
  open: z.int(),
})
export type PlannedNeed = z.infer<typeof PlannedNeed>

const ShiftPlan = z.strictObject({
  port: z.strictObject({ code: Code, names: Names }),
  /** True for invented figures. */
  sample: z.boolean(),
  checkpoint: z.strictObject({ code: Code, names: Names }),
  date: LocalDate,
  /** Null names for the day of a checkpoint that counts by day. */
  shift: z.strictObject({ code: Code, names: Names.nullable(), ...span }),
  /** By channel and start. */
  openings: z.array(PlannedChannel),
  /** Passengers (or another unit) by direction; null where too little is known to foretell. */
  expected: z
    .strictObject({
      unit: z.enum(['persons', 'vehicles', 'trains', 'containers']),
      directions: ExpectedShift.shape.directions,
    })
    .nullable(),
  target: z.strictObject({ minutes: z.number(), percent: z.number().nullable() }),
  needs: z.array(PlannedNeed),
  worst: LackOfChannels.nullable(),
})
export type ShiftPlan = z.infer<typeof ShiftPlan>

const ShiftPlanInput = z.strictObject({ checkpoint: Code, date: WorkingDate, shift: Code })
export type ShiftPlanInput = z.infer<typeof ShiftPlanInput>

export const staffingSectionContract = {
  /** What the channels did in the period of a report, for its staffing section: channels, load by kind, and where they were too few. Refused as for the report. */
  readStaffingSections: query(CrossingsReportInput, StaffingSections),
  /** The plan of a shift to hang up: who opens what, who is expected, and what is needed. Refused: unknown-checkpoint, checkpoint-not-in-service, unknown-shift. */
  readShiftPlan: query(ShiftPlanInput, ShiftPlan),
}
