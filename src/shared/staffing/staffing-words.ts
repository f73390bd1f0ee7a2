import { z } from 'zod'
import type { Span } from './spans.ts'

/** The words of channel staffing (DESIGN, Words) as schemas. */

export const channelKinds = ['manual', 'e-gate', 'vehicle', 'cargo', 'crew', 'diplomatic'] as const
export const ChannelKind = z.enum(channelKinds)
export type ChannelKind = z.infer<typeof ChannelKind>

/** What was meant to be open, and what was. */
export const plans = ['planned', 'actual'] as const
export const Plan = z.enum(plans)
export type Plan = z.infer<typeof Plan>

/** What an officer does at a channel: inspects, helps passengers along (an e-gate's guide), or supervises. */
export const dutyRoles = ['inspector', 'assistant', 'supervisor'] as const
export const DutyRole = z.enum(dutyRoles)
export type DutyRole = z.infer<typeof DutyRole>

/** How a port says who staffs an opening: a plain number of heads, or officers by staff number. */
export const headKinds = ['counted', 'named'] as const
export const HeadKind = z.enum(headKinds)
export type HeadKind = z.infer<typeof HeadKind>

/** A minute from 00:00 of the date that a shift began on: 22:00 to 06:00 is 1320 to 1800. */
export const ShiftMinute = z.int().min(0).max(2880)

/** Most officers or heads at one opening. */
export const mostHeads = 99

/** Most openings in one command. */
export const mostOpenings = 1_000

/** A staff number: letters, digits, hyphens and full stops, such as `061234` or `XJ-0042`. */
export const StaffNumber = z.string().regex(/^[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,22}[\p{L}\p{N}])?$/u)

/**
 * Seconds of channel time a unit takes, until the port sets or learns its own (`unit` is a passenger, a vehicle for
 * `vehicle` and `cargo`). `measured`: booth time at a US airport hall 2016–2020 in its busy hours, 39.9 passengers a
 * booth-hour at the median; `published`: claims of 45 s for manual channels and 10–15 s for e-gates; `assumed`: no
 * source, to be replaced by the port's own as soon as it has some.
 */
export const startingServiceTimes: Record<
  ChannelKind,
  { seconds: number; source: 'measured' | 'published' | 'assumed' }
> = {
  manual: { seconds: 74, source: 'measured' },
  'e-gate': { seconds: 15, source: 'published' },
  vehicle: { seconds: 180, source: 'assumed' },
  cargo: { seconds: 300, source: 'assumed' },
  crew: { seconds: 45, source: 'published' },
  diplomatic: { seconds: 74, source: 'measured' },
}

/** What a channel of a kind passes: its load is counted in these. */
export const unitOfKind = {
  manual: 'persons',
  'e-gate': 'persons',
  vehicle: 'vehicles',
  cargo: 'vehicles',
  crew: 'persons',
  diplomatic: 'persons',
} as const satisfies Record<ChannelKind, 'persons' | 'vehicles'>

/** What holds at a checkpoint that has no rule of its own: heads are counted, and nobody waits longer than 30 minutes. */
export const startingRule = {
  heads: 'counted',
  longestDutyMinutes: null,
  target: { minutes: 30, percent: null },
} as const

/** Whether an opening of this kind needs somebody: e-gates work alone. */
export const needsSomebody = (kind: ChannelKind): boolean => kind !== 'e-gate'

/** The end of an opening or duty; where it has none, the end of what it lies in. */
export const endOf = ({ endsMinute }: { endsMinute: number | null }, within: Span): number =>
  Math.max(endsMinute ?? within.to, within.from)
