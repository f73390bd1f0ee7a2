import { z } from 'zod'
import { LocalDate, TimeOfDay } from './dates.ts'
import { reservedShiftCodes } from './periods.ts'
import { Code, Direction, directions, Language, Names, Total, Unit } from './words.ts'

/** A port as a JSON file: what `portbook new --port` takes. `docs/PORT-FILES.md` describes it for people. */

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
  /** Not after `starts` means on the next day. */
  ends: TimeOfDay,
  ...validity,
})

const PortCheckpoint = z.strictObject({
  code: Code,
  ...named,
  kind: z.enum(['passengers', 'cargo', 'rail', 'mixed']),
  directions: z
    .array(Direction)
    .min(1)
    .default([...directions]),
  sheet: z.array(Code).min(1),
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

const PortFileShape = z.strictObject({
  format: z.literal(1),
  code: Code,
  ...named,
  zone: z.string().refine(isZone, 'a time zone such as Asia/Shanghai'),
  languages: z.array(Language).min(1),
  /** How shifts over midnight count, from a date on: in two parts, or wholly on the day they began. */
  midnight: z
    .array(z.strictObject({ from: LocalDate, rule: z.enum(['split', 'start-day']) }))
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
})

export const PortFile = PortFileShape.superRefine((port, context) => {
  const refuse = (message: string, path: PropertyKey[]): void => {
    context.addIssue({ code: 'custom', message, path: [...path] })
  }
  const lines = new Map(port.lines.map((line) => [line.code, line]))
  if (lines.size < port.lines.length) refuse('two lines have the same code', ['lines'])
  if (new Set(port.checkpoints.map((place) => place.code)).size < port.checkpoints.length) {
    refuse('two checkpoints have the same code', ['checkpoints'])
  }
  for (const [index, line] of port.lines.entries()) {
    const allowed = line.unit === 'persons' ? ['passengers', 'persons'] : [line.unit]
    if (line.totals.some((total) => !allowed.includes(total)))
      refuse('a total of another unit', ['lines', index])
    if (line.partOf && line.totals.length > 0) refuse('an of-which line adds to no total', ['lines', index])
    if (!line.partOf || 'total' in line.partOf) continue
    const parent = lines.get(line.partOf.line)
    if (!parent || parent === line || parent.unit !== line.unit)
      refuse('unknown parent line', ['lines', index])
  }
  for (const [index, checkpoint] of port.checkpoints.entries()) {
    const path = ['checkpoints', index]
    if (checkpoint.sheet.some((code) => !lines.has(code))) refuse('an unknown line on the sheet', path)
    if (new Set(checkpoint.sheet).size < checkpoint.sheet.length) refuse('a line twice on the sheet', path)
    for (const closure of checkpoint.closures) {
      if (closure.to < closure.from) refuse('a closure that ends before it begins', path)
      if ((closure.starts === undefined) !== (closure.ends === undefined)) refuse('half a time span', path)
    }
  }
})
export type PortFile = z.infer<typeof PortFile>
export type PortFileInput = z.input<typeof PortFile>

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
