import { z } from 'zod'
import { isZone, LocalDate, TimeOfDay } from './dates.ts'
import { reservedShiftCodes } from './periods.ts'
import { PortStaffing } from './staffing/port-staffing.ts'
import { PortTrade } from './trade/port-trade.ts'
import { Code, Direction, directions, Language, MidnightRule, Names, Total, Unit } from './words.ts'

/** A port as a JSON file: what `portbook new --port` takes. `docs/PORT-FILES.md` describes it for people. */

export const checkpointKinds = ['passengers', 'cargo', 'rail', 'mixed'] as const

const validity = { from: LocalDate.optional(), to: LocalDate.optional() }
const named = {
  names: Names,
  /** Names that hold from a date on, replacing the ones before. */
  renamed: z.array(z.strictObject({ from: LocalDate, names: Names })).default([]),
}

const PortLine = z.strictObject({
  code: Code,
  ...named,
  unit: Unit,
  /** Totals the line adds to; an *of which* line adds to none. */
  totals: z.array(Total).default([]),
  /** The line or total that this *of which* line is a part of. */
  partOf: z.union([z.strictObject({ line: Code }), z.strictObject({ total: Total })]).optional(),
  ...validity,
})

const PortShift = z.strictObject({
  code: Code.refine((code) => !reservedShiftCodes.includes(code), 'reserved word'),
  ...named,
  starts: TimeOfDay,
  /** Before `starts` means on the next day. */
  ends: TimeOfDay,
  ...validity,
})

const PortCheckpoint = z.strictObject({
  code: Code,
  ...named,
  kind: z.enum(checkpointKinds),
  directions: z
    .array(Direction)
    .min(1)
    .default([...directions]),
  /** The lines it counts; with dates where one is on the sheet for a time only. */
  sheet: z.array(z.union([Code, z.strictObject({ line: Code, ...validity })])).min(1),
  shifts: z.array(PortShift).default([]),
  hours: z
    .array(
      z.strictObject({
        ...validity,
        /** 1 Monday … 7 Sunday; every day without it. */
        weekdays: z.array(z.int().min(1).max(7)).min(1).optional(),
        opens: TimeOfDay,
        closes: TimeOfDay,
      }),
    )
    .default([]),
  closures: z
    .array(
      z.strictObject({
        from: LocalDate,
        to: LocalDate,
        /** Both or neither: the part of each day that is closed. */
        starts: TimeOfDay.optional(),
        ends: TimeOfDay.optional(),
        reason: Names,
      }),
    )
    .default([]),
  ...validity,
})

export const PortFileShape = z.strictObject({
  format: z.literal(1),
  code: Code,
  ...named,
  zone: z.string().refine(isZone, 'a time zone such as Asia/Shanghai'),
  languages: z.array(Language).min(1),
  /** How shifts over midnight count, from a date on: in two parts, or wholly on the day they began. */
  midnight: z
    .array(z.strictObject({ from: LocalDate, rule: MidnightRule }))
    .min(1)
    .default([{ from: '0001-01-01', rule: 'split' }]),
  lines: z.array(PortLine).min(1),
  checkpoints: z.array(PortCheckpoint).min(1),
  holidays: z
    .array(
      z.strictObject({
        country: z.string().regex(/^[A-Z]{2}$/),
        from: LocalDate,
        to: LocalDate,
        names: Names,
      }),
    )
    .default([]),
  /** What explains numbers: at a checkpoint, or in the whole port without one. Those of one kind recur. */
  events: z
    .array(
      z.strictObject({
        kind: z.string().min(1).optional(),
        checkpoint: Code.optional(),
        from: LocalDate,
        to: LocalDate,
        names: Names,
      }),
    )
    .default([]),
  /** Commodity groups, qualifications and money; a port without it counts no groups. */
  trade: PortTrade.optional(),
  /** Channels, rules, teams and bus routes; a port without it has none yet. */
  staffing: PortStaffing.optional(),
})

/** A line of a checkpoint's sheet as written, with its dates. */
export function lineOnSheet(entry: PortFileShape['checkpoints'][number]['sheet'][number]): {
  line: string
  from?: string | undefined
  to?: string | undefined
} {
  return typeof entry === 'string' ? { line: entry } : entry
}

/** The port as written, before the rules that hold between its fields. */
export type PortFileShape = z.infer<typeof PortFileShape>
