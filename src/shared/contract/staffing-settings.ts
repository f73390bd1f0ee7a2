import { z } from 'zod'
import { LocalDate, TimeOfDay, WorkingDate } from '../dates.ts'
import { NewCode, OpenDate, SettingDate, SettingNames, SettingTime } from '../setting-fields.ts'
import { ChannelKind, HeadKind } from '../staffing/staffing-words.ts'
import { NewStaffNumber, OfficerName, OutageReason } from '../staffing-fields.ts'
import { Code, Direction } from '../words.ts'
import { command, query, Receipt } from './operation.ts'
import { DatedNames, Figures } from './settings.ts'

/**
 * The settings of channel staffing: channels, service times, rules, officers, teams and rotas. As in `settings`, `from`
 * and `to` are the first and last date on which something holds, null where there is none; every command is one batch
 * that can be undone; what has openings or duties is ended, not removed (has-figures, figures-outside, fixed-by-figures).
 */

const validity = { from: LocalDate.nullable(), to: LocalDate.nullable() }
const openDates = { from: OpenDate, to: OpenDate }

const Outage = z.strictObject({
  id: z.string(),
  /** Out of service from this date and time; */
  from: LocalDate,
  fromTime: TimeOfDay,
  /** to this one, both null until further notice. */
  to: LocalDate.nullable(),
  toTime: TimeOfDay.nullable(),
  reason: z.string().nullable(),
})
export type Outage = z.infer<typeof Outage>

const ChannelSetting = z.strictObject({
  channel: Code,
  names: DatedNames,
  kind: ChannelKind,
  directions: z.array(Direction),
  /** The lines of the count sheet whose travellers or vehicles may use it; null where all may. */
  eligible: z.array(Code).nullable(),
  ...validity,
  /** The first and the last date with an opening. */
  figures: Figures,
  /** By date. */
  outages: z.array(Outage),
})
export type ChannelSetting = z.infer<typeof ChannelSetting>

const Target = z.strictObject({
  /** Waits of at most this many minutes … */
  minutes: z.int().min(1).max(1440),
  /** … for this share of travellers; null for everybody. */
  percent: z.int().min(1).max(99).nullable(),
})
export type WaitTarget = z.infer<typeof Target>

const ruleFields = {
  /** Whether an opening says a number of heads or names officers. */
  heads: HeadKind,
  /** Minutes that one officer may work without relief; null without such a rule. */
  longestDutyMinutes: z.int().min(1).max(1440).nullable(),
  target: Target,
}

const StaffingRule = z.strictObject({ from: LocalDate.nullable(), ...ruleFields })
export type StaffingRule = z.infer<typeof StaffingRule>

const rotaDays = z
  .array(z.strictObject({ day: z.int().min(1).max(366), shift: Code, team: Code }))
  .min(1)
  .max(2_000)

const Rota = z.strictObject({
  from: LocalDate,
  to: LocalDate.nullable(),
  cycleDays: z.int(),
  /** Which team works which shift on which day of the cycle; day 1 is `from`. */
  days: rotaDays,
})
export type Rota = z.infer<typeof Rota>

const CheckpointStaffing = z.strictObject({
  checkpoint: Code,
  /** In the port's order. */
  channels: z.array(ChannelSetting),
  /** By date; the first holds from the beginning, with `from` null where nothing else was set. */
  rules: z.array(StaffingRule),
  /** By date. */
  rotas: z.array(Rota),
})

const ServiceTime = z.strictObject({
  kind: ChannelKind,
  /** Null: wherever a checkpoint has none of its own. */
  checkpoint: Code.nullable(),
  from: LocalDate.nullable(),
  seconds: z.int(),
})

const OfficerSetting = z.strictObject({
  officer: z.string(),
  name: z.string().nullable(),
  /** The kinds of channel that the officer is qualified for. */
  kinds: z.array(ChannelKind),
  ...validity,
  /** By date; at most one team at a time. */
  teams: z.array(z.strictObject({ team: Code, ...validity })),
  /** The first and the last date with a duty. */
  figures: Figures,
})
export type OfficerSetting = z.infer<typeof OfficerSetting>

const TeamSetting = z.strictObject({ team: Code, names: DatedNames, ...validity })
export type TeamSetting = z.infer<typeof TeamSetting>

const StaffingSettings = z.strictObject({
  checkpoints: z.array(CheckpointStaffing),
  serviceTimes: z.array(ServiceTime),
  /** What holds where no service time is set, and where it comes from. */
  startingServiceTimes: z.array(
    z.strictObject({
      kind: ChannelKind,
      seconds: z.int(),
      source: z.enum(['measured', 'published', 'assumed']),
    }),
  ),
  /** By staff number. */
  officers: z.array(OfficerSetting),
  /** In the port's order. */
  teams: z.array(TeamSetting),
})
export type StaffingSettings = z.infer<typeof StaffingSettings>

const channelFields = {
  kind: ChannelKind,
  directions: z.array(Direction).min(1).max(2),
  eligible: z.array(Code).min(1).max(200).nullable(),
  ...openDates,
}
const officerFields = {
  name: OfficerName,
  kinds: z.array(ChannelKind).max(6),
  ...openDates,
  teams: z.array(z.strictObject({ team: Code, ...openDates })).max(200),
}

export const staffingSettingsContract = {
  /** Every setting of channel staffing. */
  readStaffingSettings: query(z.strictObject({}), StaffingSettings),
  /** The officers in service on a date, with their teams and who is on by the rota: for choosing one. */
  listOfficers: query(
    z.strictObject({ date: WorkingDate }),
    z.array(
      z.strictObject({
        officer: z.string(),
        name: z.string().nullable(),
        kinds: z.array(ChannelKind),
        team: Code.nullable(),
        /** The shifts that begin on this date and in which the rota has the officer's team. */
        shifts: z.array(z.strictObject({ checkpoint: Code, shift: Code })),
      }),
    ),
  ),

  /**
   * A new channel of a checkpoint, last in order. Refused: unknown-checkpoint, code-taken, ends-before-begins,
   * direction-not-counted (one that the checkpoint does not serve), unknown-line.
   */
  addChannel: command(
    z.strictObject({ checkpoint: Code, channel: NewCode, names: SettingNames, ...channelFields }),
    Receipt,
  ),
  /**
   * Says anew what a channel is and when it exists; ending it is giving `to`. Its names from a date on are given by
   * `keepNames`. Refused: unknown-channel, ends-before-begins, figures-outside, direction-not-counted, unknown-line;
   * fixed-by-figures (another kind, or a direction with openings).
   */
  changeChannel: command(z.strictObject({ channel: Code, ...channelFields }), Receipt),
  /** Removes a channel with its outages. Refused: unknown-channel, has-figures. */
  removeChannel: command(z.strictObject({ channel: Code }), Receipt),
  /** The order of all channels of a checkpoint. Refused: unknown-checkpoint, order-incomplete. */
  orderChannels: command(
    z.strictObject({ checkpoint: Code, channels: z.array(Code).min(1).max(200) }),
    Receipt,
  ),

  /**
   * Takes a channel out of service; `id` names the outage that is said anew, null for a new one.
   * Refused: unknown-channel, setting-gone, ends-before-begins, half-a-span, shift-starts-late (24:00);
   * outage-over-openings where it was open then, saying how many `openings`, unless `confirmed`.
   */
  keepOutage: command(
    z.strictObject({
      id: z.string().nullable(),
      channel: Code,
      from: SettingDate,
      fromTime: SettingTime,
      to: OpenDate,
      toTime: SettingTime.nullable(),
      reason: OutageReason,
      confirmed: z.boolean().default(false),
    }),
    Receipt,
  ),
  /** Refused: setting-gone. */
  removeOutage: command(z.strictObject({ id: z.string() }), Receipt),

  /** Seconds that a unit takes at a kind of channel from a date on, at one checkpoint or wherever it has none of its own. Refused: unknown-checkpoint. */
  keepServiceTime: command(
    z.strictObject({
      kind: ChannelKind,
      checkpoint: Code.nullable(),
      from: OpenDate,
      seconds: z.int().min(1).max(86_400),
    }),
    Receipt,
  ),
  /** Takes a service time back: what held before holds again. Refused: setting-gone. */
  removeServiceTime: command(
    z.strictObject({ kind: ChannelKind, checkpoint: Code.nullable(), from: OpenDate }),
    Receipt,
  ),

  /** The staffing rule of a checkpoint from a date on, until the next one. Refused: unknown-checkpoint. */
  keepStaffingRule: command(z.strictObject({ checkpoint: Code, from: OpenDate, ...ruleFields }), Receipt),
  /** Refused: unknown-checkpoint, setting-gone. */
  removeStaffingRule: command(z.strictObject({ checkpoint: Code, from: OpenDate }), Receipt),

  /** A new officer. Refused: officer-number-impossible, officer-taken, ends-before-begins, unknown-team, teams-overlap. */
  addOfficer: command(z.strictObject({ officer: NewStaffNumber, ...officerFields }), Receipt),
  /** Says anew who an officer is. Refused: unknown-officer, ends-before-begins, figures-outside, unknown-team, teams-overlap. */
  changeOfficer: command(z.strictObject({ officer: z.string(), ...officerFields }), Receipt),
  /** Removes an officer without duties. Refused: unknown-officer, has-figures. */
  removeOfficer: command(z.strictObject({ officer: z.string() }), Receipt),

  /** A new team, last in order. Refused: code-taken, ends-before-begins. */
  addTeam: command(z.strictObject({ team: NewCode, names: SettingNames, ...openDates }), Receipt),
  /** Says anew when a team exists; its names are given by `keepNames`. Refused: unknown-team, ends-before-begins. */
  changeTeam: command(z.strictObject({ team: Code, ...openDates }), Receipt),
  /** Removes a team that no officer belongs to and no rota names. Refused: unknown-team, team-in-use. */
  removeTeam: command(z.strictObject({ team: Code }), Receipt),
  /** The order of all teams. Refused: order-incomplete. */
  orderTeams: command(z.strictObject({ teams: z.array(Code).min(1).max(200) }), Receipt),

  /**
   * A checkpoint's rota from a date on, all at once; `replaces` names by its first date the one that is said anew, null
   * for a new one. A rota that holds on `from` already ends the day before. Refused: unknown-checkpoint, setting-gone,
   * ends-before-begins, unknown-shift, unknown-team, rota-day-impossible, rotas-overlap (with one that begins later).
   */
  keepRota: command(
    z.strictObject({
      checkpoint: Code,
      replaces: LocalDate.nullable(),
      from: SettingDate,
      to: OpenDate,
      cycleDays: z.int().min(1).max(366),
      days: rotaDays,
    }),
    Receipt,
  ),
  /** Refused: unknown-checkpoint, setting-gone. */
  removeRota: command(z.strictObject({ checkpoint: Code, from: SettingDate }), Receipt),
}
