import { z } from 'zod'
import { LocalDate, WorkingDate } from '../dates.ts'
import { OpeningsMappingFile } from '../openings-mapping-file.ts'
import {
  ChannelKind,
  DutyRole,
  HeadKind,
  mostHeads,
  mostOpenings,
  Plan,
  ShiftMinute,
} from '../staffing/staffing-words.ts'
import { Code, Direction, Names } from '../words.ts'
import { Refusal } from './import.ts'
import { command, query, Receipt } from './operation.ts'

/**
 * Openings: which channel was open from when to when, and with whom. A shift is named by the date that it began on, and
 * minutes count from 00:00 of that date: a night of 22:00–06:00 is 1320 to 1800. At a checkpoint that counts by day the
 * shift is `day`. Planned and actual openings stand side by side and never get in each other's way.
 */

const place = { checkpoint: Code, date: WorkingDate, shift: Code }

/** An officer at an opening; several may be there at once, and one may relieve another in the middle. */
const Duty = z.strictObject({
  officer: z.string(),
  role: DutyRole,
  startsMinute: ShiftMinute,
  /** Null: until the opening ends. */
  endsMinute: ShiftMinute.nullable(),
})
export type Duty = z.infer<typeof Duty>

const openingFields = {
  channel: Code,
  plan: Plan,
  direction: Direction,
  startsMinute: ShiftMinute,
  /** Null: still open. A planned opening without an end is planned to the end of its shift. */
  endsMinute: ShiftMinute.nullable(),
  /** How many people staff it; null where nobody said, and where officers are named. */
  headCount: z.int().min(0).max(mostHeads).nullable(),
  duties: z.array(Duty).max(mostHeads),
}
const OpeningToRecord = z.strictObject({
  ...openingFields,
  headCount: openingFields.headCount.default(null),
  duties: openingFields.duties.default([]),
})
export type OpeningToRecord = z.infer<typeof OpeningToRecord>

const OpeningId = z.uuid()

const Opening = z.strictObject({ opening: OpeningId, shift: Code, ...openingFields })
export type Opening = z.infer<typeof Opening>

const span = { from: ShiftMinute, to: ShiftMinute }
const Span = z.strictObject(span)

/** Something about an opening that is worth a second look and refuses nothing; from–to are the minutes it is about. */
const warningKinds = [
  /** An officer works on without relief for longer than the port's rule, over channels that follow each other too; without named officers, one head alone does. */
  'long-duty',
  /** Open with nobody: no heads, or minutes in which no named officer is there. */
  'nobody',
  /** An officer who is not qualified for the kind of channel. */
  'unqualified',
  /** An officer whose team has no duty in this shift by the rota. */
  'off-rota',
  /** Open while the channel is out of service: an outage that was entered afterwards. */
  'out-of-service',
  /** Open while the calendar closes the checkpoint. */
  'checkpoint-closed',
  /** The shift is over and nobody said when the channel closed. */
  'never-closed',
] as const
const BoardWarning = z.strictObject({
  warning: z.enum(warningKinds),
  opening: OpeningId,
  officer: z.string().nullable(),
  ...span,
})
export type BoardWarning = z.infer<typeof BoardWarning>

const BoardChannel = z.strictObject({
  channel: Code,
  names: Names,
  kind: ChannelKind,
  directions: z.array(Direction),
  /** Lines of the count sheet; null where all may use it. */
  eligible: z.array(Code).nullable(),
  /** Seconds that a unit takes, by the port's setting or the program's starting value. */
  serviceSeconds: z.int(),
  /** Minutes of the board in which it is out of service. */
  outages: z.array(z.strictObject({ id: z.string(), ...span, reason: z.string().nullable() })),
})
export type BoardChannel = z.infer<typeof BoardChannel>

const BoardShift = z.strictObject({
  shift: Code,
  /** Null for the day itself, which has none. */
  names: Names.nullable(),
  startsMinute: ShiftMinute,
  endsMinute: ShiftMinute,
  state: z.enum(['open', 'signed', 'acknowledged']),
  /** Which openings may be written: none of a signed shift, no actual ones of a date to come. */
  editable: z.strictObject({ planned: z.boolean(), actual: z.boolean() }),
})
export type BoardShift = z.infer<typeof BoardShift>

const BoardOfficer = z.strictObject({
  officer: z.string(),
  name: z.string().nullable(),
  kinds: z.array(ChannelKind),
  team: Code.nullable(),
  /** Shifts of this board in which the rota has the officer's team. */
  shifts: z.array(Code),
})
export type BoardOfficer = z.infer<typeof BoardOfficer>

const Board = z.strictObject({
  checkpoint: Code,
  date: LocalDate,
  shift: Code,
  /** The whole board: the shift, or from the first to the last of the day's. */
  startsMinute: ShiftMinute,
  endsMinute: ShiftMinute,
  /** One, or all that begin on the date. */
  shifts: z.array(BoardShift),
  /** Minutes in which the calendar has the checkpoint open. */
  open: z.array(Span),
  /** What closes it in between; outside opening hours has no reason. */
  closed: z.array(z.strictObject({ ...span, reason: Names.nullable() })),
  /** The minute by the port’s clock, up to a day after the board; null otherwise, and in a sample book. */
  nowMinute: ShiftMinute.nullable(),
  /** Those that exist on the date, in the port's order. */
  channels: z.array(BoardChannel),
  /** By channel, plan and start. */
  openings: z.array(Opening),
  warnings: z.array(BoardWarning),
  rule: z.strictObject({
    heads: HeadKind,
    longestDutyMinutes: z.int().nullable(),
    target: z.strictObject({ minutes: z.int(), percent: z.int().nullable() }),
  }),
  /** In service on the date, by staff number. */
  officers: z.array(BoardOfficer),
  /** The shift before and after at this checkpoint; for the whole day the day before and after. */
  before: z.strictObject({ date: LocalDate, shift: Code }),
  after: z.strictObject({ date: LocalDate, shift: Code }),
})
export type Board = z.infer<typeof Board>

/** An opening that a copy left out, and the refusal it would have met. */
const LeftOut = z.strictObject({
  channel: Code,
  startsMinute: ShiftMinute,
  endsMinute: ShiftMinute,
  refusal: z.strictObject({
    code: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
})
export type LeftOut = z.infer<typeof LeftOut>

/** What an import of openings did, or with `dryRun` would do. */
const OpeningsImport = z.strictObject({
  rows: z.int(),
  openings: z.int(),
  new: z.int(),
  same: z.int(),
  changed: z.int(),
  /** The first thousand; with any of them nothing is written. `refusedCells` counts all. */
  refused: z.array(Refusal),
  refusedCells: z.int(),
  /** Rows that the mapping leaves out by one of its words. */
  leftOut: z.int(),
  /** Rows of a workbook that are hidden there; they are taken like all others. */
  hiddenRows: z.int(),
  written: z.boolean(),
  batch: z.int().nullable(),
})
export type OpeningsImport = z.infer<typeof OpeningsImport>

const change = {
  channel: Code.optional(),
  direction: Direction.optional(),
  startsMinute: ShiftMinute.optional(),
  endsMinute: ShiftMinute.nullable().optional(),
  headCount: openingFields.headCount.optional(),
  duties: openingFields.duties.optional(),
}

/**
 * Every command here refuses what cannot be: unknown-checkpoint, unknown-shift, checkpoint-not-in-service, date-ahead (an
 * actual opening of a date to come), shift-signed, unknown-channel, channel-not-in-service (its dates),
 * channel-out-of-service (an outage), channel-not-that-way, opening-ends-first, outside-shift, channel-open-already,
 * unknown-officer, officer-not-in-service, duty-outside-opening, officer-elsewhere. Of several openings the refusal says
 * the `row`, counted from 0.
 */
export const staffingContract = {
  /** The channels of a shift (or of `day`: all shifts that begin on the date) with their openings, planned and actual. */
  readBoard: query(z.strictObject(place), Board),
  /** Opens a channel; answers the new opening's id. */
  openChannel: command(
    z.strictObject({ ...place, ...OpeningToRecord.shape }),
    z.strictObject({ ...Receipt.shape, opening: OpeningId }),
  ),
  /** Closes a channel that is still open, or ends an opening at another minute; duties end with it. Refused too: unknown-opening. */
  closeChannel: command(z.strictObject({ opening: OpeningId, endsMinute: ShiftMinute }), Receipt),
  /**
   * Changes what is given and leaves the rest: moves either end or both, to another channel, says other heads or
   * officers. Without `duties` those there keep to the opening: one that began with it moves with its start, one beyond
   * its ends is cut. Refused too: unknown-opening.
   */
  changeOpening: command(z.strictObject({ opening: OpeningId, ...change }), Receipt),
  /** Turns a channel round at a minute: the opening ends there, and one the other way with the same people goes on. At its start the whole opening turns. Refused too: unknown-opening. */
  reverseChannel: command(z.strictObject({ opening: OpeningId, atMinute: ShiftMinute }), Receipt),
  /** Removes openings of one checkpoint with their duties. Refused: unknown-opening, shift-signed. */
  removeOpenings: command(z.strictObject({ openings: z.array(OpeningId).min(1).max(mostOpenings) }), Receipt),
  /** Writes several openings of one date as one batch: all of them or, with the first refusal, none. Each is of the shift that is named with it, or of the one of all. Answers the new openings' ids in the same order. */
  recordOpenings: command(
    z.strictObject({
      ...place,
      openings: z
        .array(z.strictObject({ ...OpeningToRecord.shape, shift: Code.optional() }))
        .min(1)
        .max(mostOpenings),
    }),
    z.strictObject({ ...Receipt.shape, openings: z.array(OpeningId) }),
  ),
  /**
   * Makes the openings of a shift those of the same shift of another date (yesterday, the same weekday last week), or
   * turns the plan of the shift into what was: `from` gives date and plan, `to` too. Openings that stand there already
   * are refused by plan-exists, which says how many `openings`, unless `replace`. Copies are cut to the shift's hours
   * where those are others; what cannot be on the new date is left out and answered. Refused: nothing-to-copy.
   */
  copyPlan: command(
    z.strictObject({
      checkpoint: Code,
      shift: Code,
      from: z.strictObject({ date: WorkingDate, plan: Plan }),
      to: z.strictObject({ date: WorkingDate, plan: Plan }),
      replace: z.boolean().default(false),
    }),
    z.strictObject({ ...Receipt.shape, copied: z.int(), leftOut: z.array(LeftOut) }),
  ),
  /**
   * Reads openings from a CSV file or a workbook, one a row, all or nothing as one batch. An opening that the book has
   * with the same channel, plan, shift and start is the same or changed.
   */
  importOpenings: command(
    z.strictObject({
      file: z.string().min(1),
      mapping: OpeningsMappingFile,
      dryRun: z.boolean().default(false),
    }),
    OpeningsImport,
  ),
  /** Writes openings to a file that `importOpenings` takes back by `resources/openings-mappings/portbook-export.json`. */
  exportOpenings: query(
    z.strictObject({
      from: WorkingDate.optional(),
      to: WorkingDate.optional(),
      format: z.enum(['csv', 'json', 'xlsx']),
      file: z.string().min(1),
    }),
    z.strictObject({ rows: z.int(), file: z.string() }),
  ),
}
