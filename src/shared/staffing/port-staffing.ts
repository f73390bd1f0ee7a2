import { z } from 'zod'
import { isZone, LocalDate, TimeOfDay } from '../dates.ts'
import { Code, Direction, directions, Names } from '../words.ts'
import { ChannelKind, HeadKind } from './staffing-words.ts'

/** The part of a port file on channel staffing and buses. People are not in it. */

const validity = { from: LocalDate.optional(), to: LocalDate.optional() }
const named = {
  names: Names,
  renamed: z.array(z.strictObject({ from: LocalDate, names: Names })).default([]),
}
const PortOutage = z.strictObject({
  /** Out of service from this date and time; */
  from: LocalDate,
  fromTime: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .default('00:00'),
  /** to this one, without them until further notice. */
  to: LocalDate.optional(),
  toTime: TimeOfDay.default('24:00'),
  reason: z.string().trim().min(1).max(120).optional(),
})
const PortChannel = z.strictObject({
  code: Code,
  checkpoint: Code,
  ...named,
  kind: ChannelKind,
  directions: z
    .array(Direction)
    .min(1)
    .default([...directions]),
  /** Lines of the count sheet whose travellers or vehicles may use it; all without it. */
  eligible: z.array(Code).min(1).optional(),
  outages: z.array(PortOutage).default([]),
  ...validity,
})
const PortServiceTime = z.strictObject({
  kind: ChannelKind,
  /** Wherever a checkpoint has none of its own, without it. */
  checkpoint: Code.optional(),
  from: LocalDate.optional(),
  seconds: z.int().min(1).max(86_400),
})
const PortRule = z.strictObject({
  checkpoint: Code,
  from: LocalDate.optional(),
  heads: HeadKind.default('counted'),
  longestDutyMinutes: z.int().min(1).max(1440).optional(),
  target: z.strictObject({
    minutes: z.int().min(1).max(1440),
    percent: z.int().min(1).max(99).optional(),
  }),
})
const PortTeam = z.strictObject({ code: Code, ...named, ...validity })
const PortRota = z.strictObject({
  checkpoint: Code,
  from: LocalDate,
  to: LocalDate.optional(),
  cycleDays: z.int().min(1).max(366),
  days: z.array(z.strictObject({ day: z.int().min(1).max(366), shift: Code, team: Code })).min(1),
})
const PortRoute = z.strictObject({
  code: Code,
  ...named,
  checkpoint: Code.optional(),
  crossesBorder: z.boolean(),
  /** Lines of the count sheet that its vehicles and their passengers are compared with. */
  busLine: Code.optional(),
  passengerLine: Code.optional(),
  /** Of its far side. */
  zone: z.string().refine(isZone, 'a time zone such as Asia/Almaty').optional(),
  ...validity,
})

export const PortStaffing = z.strictObject({
  channels: z.array(PortChannel).default([]),
  serviceTimes: z.array(PortServiceTime).default([]),
  rules: z.array(PortRule).default([]),
  teams: z.array(PortTeam).default([]),
  rotas: z.array(PortRota).default([]),
  routes: z.array(PortRoute).default([]),
})
export type PortStaffing = z.infer<typeof PortStaffing>
