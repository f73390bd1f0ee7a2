import { z } from 'zod'
import { LocalDate, TimeOfDay } from '../dates.ts'
import { checkpointKinds } from '../port-shape.ts'
import { NewCode, NewShiftCode, OpenDate, SettingDate, SettingNames, SettingTime } from '../setting-fields.ts'
import { Code, Direction, Language, MidnightRule, Names, Total, Unit } from '../words.ts'
import {
  ClosureSetting,
  calendarSettingsContract,
  EventSetting,
  Holiday,
  SeasonSetting,
} from './calendar-settings.ts'
import { command, query, Receipt } from './operation.ts'

/**
 * The settings of the port. Everywhere here `from` and `to` are the first and the last date on which something holds,
 * null where there is none. Every command is one batch that can be undone. What has figures (counts, control totals,
 * handover notes, signed shifts) is never removed, only ended: removing it is refused by has-figures, dates that would
 * leave figures outside by figures-outside, and a change that would give past figures another meaning by
 * fixed-by-figures; all three say the `last` date with figures.
 */

/** The dates of the first and the last figure of something; null where it has none. */
export const Figures = z.strictObject({ first: LocalDate, last: LocalDate }).nullable()
export type Figures = z.infer<typeof Figures>

/** Names by date, oldest first; the first ones hold from the beginning, with `from` null. Later ones may name only some languages. */
export const DatedNames = z.array(z.strictObject({ from: LocalDate.nullable(), names: Names })).min(1)
export type DatedNames = z.infer<typeof DatedNames>

const validity = { from: LocalDate.nullable(), to: LocalDate.nullable() }
const Parent = z.union([z.strictObject({ line: Code }), z.strictObject({ total: Total })]).nullable()

const ShiftSetting = z.strictObject({
  shift: Code,
  ...validity,
  starts: TimeOfDay,
  /** At or before `starts` means on the next day. */
  ends: TimeOfDay,
  overMidnight: z.boolean(),
  /** Of the code, over all its times. */
  names: DatedNames,
  figures: Figures,
})
export type ShiftSetting = z.infer<typeof ShiftSetting>

const SheetLineSetting = z.strictObject({ line: Code, ...validity, figures: Figures })
export type SheetLineSetting = z.infer<typeof SheetLineSetting>

const CheckpointSetting = z.strictObject({
  checkpoint: Code,
  names: DatedNames,
  kind: z.enum(checkpointKinds),
  directions: z.array(Direction),
  ...validity,
  figures: Figures,
  /** In the order of the paper sheet. */
  sheet: z.array(SheetLineSetting),
  /** By start; a code stands once for each of its times. Empty for a checkpoint that counts by day. */
  shifts: z.array(ShiftSetting),
  /** By date. Without any the checkpoint is always open. */
  seasons: z.array(SeasonSetting),
  closures: z.array(ClosureSetting),
})
export type CheckpointSetting = z.infer<typeof CheckpointSetting>

const LineSetting = z.strictObject({
  line: Code,
  names: DatedNames,
  unit: Unit,
  totals: z.array(Total),
  /** Set for an *of which* line, which adds to no total. */
  parent: Parent,
  ...validity,
  figures: Figures,
  /** The checkpoints on whose sheet it stands. */
  checkpoints: z.array(Code),
})
export type LineSetting = z.infer<typeof LineSetting>

const Settings = z.strictObject({
  port: Code,
  names: DatedNames,
  zone: z.string(),
  languages: z.array(Language),
  /** How shifts over midnight count from a date on; the first rule holds from the beginning. */
  midnightRules: z.array(z.strictObject({ from: LocalDate.nullable(), rule: MidnightRule })),
  checkpoints: z.array(CheckpointSetting),
  /** In the order in which the sheets have them; then those on no sheet. */
  lines: z.array(LineSetting),
  /** By date. */
  holidays: z.array(Holiday),
  /** By date. */
  events: z.array(EventSetting),
})
export type Settings = z.infer<typeof Settings>

/** What has names that change with the years. */
const Named = z.discriminatedUnion('entity', [
  z.strictObject({ entity: z.literal('port') }),
  z.strictObject({ entity: z.literal('checkpoint'), checkpoint: Code }),
  z.strictObject({ entity: z.literal('line'), line: Code }),
  z.strictObject({ entity: z.literal('shift'), checkpoint: Code, shift: Code }),
  z.strictObject({ entity: z.literal('channel'), channel: Code }),
  z.strictObject({ entity: z.literal('team'), team: Code }),
  z.strictObject({ entity: z.literal('route'), route: Code }),
])
export type Named = z.infer<typeof Named>

const openDates = { from: OpenDate, to: OpenDate }
const checkpointFields = {
  kind: z.enum(checkpointKinds),
  directions: z.array(Direction).min(1).max(2),
  ...openDates,
}
const lineFields = { unit: Unit, totals: z.array(Total).max(2), parent: Parent, ...openDates }
const shiftTimes = { starts: SettingTime, ends: SettingTime }
export const settingsContract = {
  /** Everything, also what has ended or is still to come, in the port's order. */
  readSettings: query(z.strictObject({}), Settings),

  /** The settings as the content of a port file that `portbook new --port` takes, for the window to offer as a download. */
  exportPort: query(z.strictObject({}), z.strictObject({ name: z.string(), text: z.string() })),

  /** The languages that people here read, the main one first. */
  keepLanguages: command(z.strictObject({ languages: z.array(Language).min(1).max(4) }), Receipt),

  /**
   * Names from a date on; the ones before stay as they were. With the date of names that are there, or null for the
   * first ones, these are corrected: a language that is left out loses its name of that date.
   * Refused: setting-gone, and of a channel, team or route that is not there.
   */
  keepNames: command(z.strictObject({ of: Named, from: OpenDate, names: SettingNames }), Receipt),
  /** Takes back the names of a date; the first ones stay. Refused: setting-gone. */
  removeNames: command(z.strictObject({ of: Named, from: SettingDate }), Receipt),

  /**
   * How shifts over midnight count from a date on, until the next rule; null for the first rule.
   * Refused: fixed-by-figures where a shift over midnight has figures that would belong to other periods.
   */
  keepMidnightRule: command(z.strictObject({ from: OpenDate, rule: MidnightRule }), Receipt),
  /** Takes back the rule of a date. Refused: setting-gone, fixed-by-figures. */
  removeMidnightRule: command(z.strictObject({ from: SettingDate }), Receipt),

  /** A new checkpoint, last in order, with the lines of its sheet in their order. Refused: code-taken, unknown-line, ends-before-begins. */
  addCheckpoint: command(
    z.strictObject({
      checkpoint: NewCode,
      names: SettingNames,
      ...checkpointFields,
      lines: z.array(Code).min(1).max(200),
    }),
    Receipt,
  ),
  /**
   * Says anew what a checkpoint is and when it is in service; ending it is giving `to`.
   * Refused: unknown-checkpoint, ends-before-begins, figures-outside, fixed-by-figures (a direction with figures),
   * last-checkpoint where none would be in service today.
   */
  changeCheckpoint: command(z.strictObject({ checkpoint: Code, ...checkpointFields }), Receipt),
  /** Removes a checkpoint with its sheet, shifts and calendar. Refused: unknown-checkpoint, has-figures, last-checkpoint. */
  removeCheckpoint: command(z.strictObject({ checkpoint: Code }), Receipt),
  /** The order of all checkpoints. Refused: order-incomplete. */
  orderCheckpoints: command(z.strictObject({ checkpoints: z.array(Code).min(1).max(200) }), Receipt),

  /** A new line, on no sheet yet. Refused: code-taken, ends-before-begins, total-impossible, parent-impossible. */
  addLine: command(z.strictObject({ line: NewCode, names: SettingNames, ...lineFields }), Receipt),
  /**
   * Says anew what a line counts and when; ending it is giving `to`.
   * Refused: unknown-line, ends-before-begins, figures-outside, total-impossible, parent-impossible, line-is-parent,
   * fixed-by-figures (another unit, total or parent).
   */
  changeLine: command(z.strictObject({ line: Code, ...lineFields }), Receipt),
  /** Removes a line and takes it off its sheets. Refused: unknown-line, has-figures, line-is-parent, line-of-channel, sheet-empty. */
  removeLine: command(z.strictObject({ line: Code }), Receipt),

  /** Puts a line on a checkpoint's sheet, last in order, or changes its dates there. Refused: unknown-checkpoint, unknown-line, ends-before-begins, figures-outside. */
  keepSheetLine: command(z.strictObject({ checkpoint: Code, line: Code, ...openDates }), Receipt),
  /** Takes a line off a sheet. Refused: unknown-checkpoint, setting-gone, has-figures, sheet-empty. */
  removeSheetLine: command(z.strictObject({ checkpoint: Code, line: Code }), Receipt),
  /** The order of all lines of a sheet. Refused: unknown-checkpoint, order-incomplete. */
  orderSheet: command(z.strictObject({ checkpoint: Code, lines: z.array(Code).min(1).max(200) }), Receipt),

  /**
   * A new shift. Refused: unknown-checkpoint, code-taken, ends-before-begins, shift-starts-late, shifts-overlap,
   * fixed-by-figures (notes, openings or signatures of the day itself, at a checkpoint that had no shifts).
   */
  addShift: command(
    z.strictObject({
      checkpoint: Code,
      shift: NewShiftCode,
      names: SettingNames,
      ...shiftTimes,
      ...openDates,
    }),
    Receipt,
  ),
  /**
   * Corrects one row of a shift, which `row` names by its first date; ending the shift is giving `to`.
   * Refused: unknown-checkpoint, setting-gone, ends-before-begins, figures-outside, shift-starts-late, shifts-overlap,
   * fixed-by-figures (other times: `changeShiftTimes` gives them from a date on).
   */
  changeShift: command(
    z.strictObject({
      checkpoint: Code,
      shift: Code,
      row: LocalDate.nullable(),
      ...shiftTimes,
      ...openDates,
    }),
    Receipt,
  ),
  /**
   * Gives a shift other times from a date on: ends the row that holds then and makes a new one up to the same end.
   * Refused: unknown-checkpoint, unknown-shift, fixed-by-figures, shift-starts-late, shifts-overlap.
   */
  changeShiftTimes: command(
    z.strictObject({ checkpoint: Code, shift: Code, from: SettingDate, ...shiftTimes }),
    Receipt,
  ),
  /** Removes one row of a shift. Refused: unknown-checkpoint, setting-gone, has-figures. */
  removeShift: command(z.strictObject({ checkpoint: Code, shift: Code, row: LocalDate.nullable() }), Receipt),

  ...calendarSettingsContract,
}
