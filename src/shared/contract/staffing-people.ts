import { z } from 'zod'
import { LocalDate, LocalMonth, WorkingDate } from '../dates.ts'
import { Plan } from '../staffing/staffing-words.ts'
import { Code, Names } from '../words.ts'
import { query } from './operation.ts'

/** What stands on the board of one shift, planned or actual. */
const Manned = z.strictObject({
  /** How many different channels open at all, and how many are open at once at most. */
  channels: z.int(),
  mostAtOnce: z.int(),
  /** People at the channels at once at most, as far as anybody said. */
  mostHeads: z.int(),
  /** Officers who are named. */
  officers: z.int(),
})
export type Manned = z.infer<typeof Manned>

const CoverageDay = z.strictObject({
  date: LocalDate,
  /** The teams that the rota has in this shift, and how many officers in service they have. */
  teams: z.array(Code),
  onRota: z.int(),
  planned: Manned,
  actual: Manned,
  /** Staff numbers on the rota whom the plan names at no channel; empty where the plan names nobody. */
  unplanned: z.array(z.string()),
  /** Staff numbers whom the plan names although the rota has their team off. */
  offRota: z.array(z.string()),
})
export type CoverageDay = z.infer<typeof CoverageDay>

const Coverage = z.strictObject({
  /** Monday to Sunday. */
  from: LocalDate,
  to: LocalDate,
  teams: z.array(z.strictObject({ team: Code, names: Names })),
  checkpoints: z.array(
    z.strictObject({
      checkpoint: Code,
      names: Names,
      /** By start; `day` at a checkpoint without shifts, with null for its names. */
      shifts: z.array(
        z.strictObject({
          shift: Code,
          names: Names.nullable(),
          /** Monday to Sunday; null on a date that has no such shift. */
          days: z.array(CoverageDay.nullable()),
        }),
      ),
    }),
  ),
})
export type Coverage = z.infer<typeof Coverage>

/** Minutes of duty by month, in the order of `months`. */
const byMonth = z.array(z.number())
const OfficerHours = z.strictObject({
  months: z.array(LocalMonth),
  /** By staff number; those who had duties, and those who are in service. */
  officers: z.array(
    z.strictObject({
      officer: z.string(),
      name: z.string().nullable(),
      team: Code.nullable(),
      minutes: byMonth,
    }),
  ),
  /** By the team that an officer was in on the date of the duty, in the port's order. */
  teams: z.array(z.strictObject({ team: Code, names: Names, minutes: byMonth })),
  /** Duties of officers in no team. */
  withoutTeam: byMonth,
  /** Heads × minutes at openings that name nobody. */
  unnamed: byMonth,
})
export type OfficerHours = z.infer<typeof OfficerHours>

export const staffingPeopleContract = {
  /** Teams and officers by shift in the week around a date, by the rota against the plan and what was; at one checkpoint or all that have channels. Refused: unknown-checkpoint. */
  readCoverage: query(z.strictObject({ date: WorkingDate, checkpoint: Code.optional() }), Coverage),
  /**
   * Hours of duty by officer and team in each month, at most 36 of them. A night over midnight counts on both its dates,
   * or on the day it began, by the port's rule. Refused: invalid-input.
   */
  readOfficerHours: query(
    z.strictObject({
      from: LocalMonth,
      to: LocalMonth,
      plan: Plan.default('actual'),
      checkpoint: Code.optional(),
    }),
    OfficerHours,
  ),
}
