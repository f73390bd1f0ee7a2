import { z } from 'zod'
import { LocalDate, LocalMonth, TimeOfDay, WorkingDate } from '../dates.ts'
import { longestParts } from '../parts.ts'
import { PeriodText } from '../periods.ts'
import { Code, CountNumber, Direction, longestSource, Names, Total, Unit } from '../words.ts'
import { command, query, Receipt } from './operation.ts'

/** A whole number, `closed`, `not-applicable`, or null for *not reported*. */
export const CountValue = z.union([CountNumber, z.enum(['closed', 'not-applicable']), z.null()])
export type CountValue = z.infer<typeof CountValue>

const CountToRecord = z.strictObject({
  line: Code,
  direction: Direction,
  date: z.union([LocalDate, LocalMonth]),
  period: PeriodText,
  value: CountValue,
  source: z.string().min(1).max(longestSource).optional(),
  provisional: z.boolean().optional(),
  /** What the value was added up from in its cell, such as `45+38+12`; refused where it does not add up to it. */
  parts: z.string().min(1).max(longestParts).optional(),
})
export type CountToRecord = z.infer<typeof CountToRecord>

const ControlTotalToRecord = z.strictObject({
  direction: Direction,
  unit: Unit,
  date: z.union([LocalDate, LocalMonth]),
  period: PeriodText,
  value: CountNumber.nullable(),
  /** As of a count. */
  parts: z.string().min(1).max(longestParts).optional(),
})
export type ControlTotalToRecord = z.infer<typeof ControlTotalToRecord>

/** A column of the sheet: one direction of the shift, or of its part before or after midnight. */
const SheetColumn = z.strictObject({
  direction: Direction,
  date: LocalDate,
  period: PeriodText,
  from: TimeOfDay,
  to: TimeOfDay,
  /** True where the calendar closes it and it was marked as worked after all. */
  openAfterAll: z.boolean(),
})
export type SheetColumn = z.infer<typeof SheetColumn>

const SheetCell = z.strictObject({
  value: CountValue,
  /** True where a shift or hour of the day is still missing from the value. */
  incomplete: z.boolean(),
  /** Set where the calendar closes this whole period: the cell takes no number. Outside opening hours has no reason. */
  closedBy: z.strictObject({ reason: Names.nullable() }).nullable(),
  /** Set where the calendar closes a part of this period; the cell takes a number. */
  partlyClosed: z.strictObject({ from: TimeOfDay, to: TimeOfDay, reason: Names }).nullable(),
})
export type SheetCell = z.infer<typeof SheetCell>

const SheetLine = z.strictObject({
  line: Code,
  names: Names,
  unit: Unit,
  /** What an *of which* line is a part of; null for a line of its own. */
  parent: z.union([z.strictObject({ line: Code }), z.strictObject({ total: Total })]).nullable(),
  /** One cell per column; null where the line is not counted in that direction. */
  cells: z.array(SheetCell.nullable()),
  /** By column, what stands at each of the sheet's `bases`. */
  bases: z.array(z.array(CountValue)),
})
export type SheetLine = z.infer<typeof SheetLine>

/** As `CountValue`; a sum of lines may be larger than any of them. */
const SumValue = z.union([z.int(), z.enum(['closed', 'not-applicable']), z.null()])

/** A sum per column; without a number the state of all its lines, null while one of them is not reported. */
const SheetSum = z.strictObject({
  total: Total,
  values: z.array(SumValue),
  /** By column, whether a figure of the day is still missing from the sum. */
  incomplete: z.array(z.boolean()),
  /** By column, the same sum at each of the sheet's `bases`. */
  bases: z.array(z.array(SumValue)),
})

/** The shift that is compared with: the one before, or the same one a week or 364 days before, the same weekday. */
const SheetBase = z.strictObject({
  base: z.enum(['shiftBefore', 'weekBefore', 'yearBefore']),
  date: LocalDate,
  shift: Code,
})
export type SheetBase = z.infer<typeof SheetBase>
const SheetControlTotal = z.strictObject({
  unit: Unit,
  total: Total,
  values: z.array(CountNumber.nullable()),
})

const DaySheet = z.strictObject({
  checkpoint: Code,
  date: LocalDate,
  shift: Code,
  state: z.enum(['open', 'signed', 'acknowledged']),
  /** False for a day made up of shifts, and for a signed shift: the sheet is then only read. */
  editable: z.boolean(),
  columns: z.array(SheetColumn),
  /** What stands beside each figure; without the shift before where parts over midnight have none of their like. */
  bases: z.array(SheetBase),
  groups: z.array(
    z.strictObject({
      unit: Unit,
      lines: z.array(SheetLine),
      sums: z.array(SheetSum),
      controlTotal: SheetControlTotal,
    }),
  ),
  /** The shift before and after at this checkpoint, for PageUp and PageDown. */
  before: z.strictObject({ date: LocalDate, shift: Code }),
  after: z.strictObject({ date: LocalDate, shift: Code }),
})
export type DaySheet = z.infer<typeof DaySheet>

const ContextFigure = z.strictObject({ date: LocalDate, shift: Code, value: CountValue })
const CellContext = z.strictObject({
  /** Null for a part over midnight where the shift before has no such part. */
  shiftBefore: ContextFigure.nullable(),
  weekBefore: ContextFigure,
  /** 364 days before: the same weekday. */
  yearBefore: ContextFigure,
  /** The same shift on the twelve dates before, oldest first. */
  recent: z.array(ContextFigure),
})
export type CellContext = z.infer<typeof CellContext>

const ExportSpan = {
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  format: z.enum(['csv', 'json', 'xlsx']),
  file: z.string().min(1),
}

export const crossingsContract = {
  /** The count sheet of one shift (or of `day`) with its sums and control totals. */
  readDaySheet: query(z.strictObject({ checkpoint: Code, date: WorkingDate, shift: Code }), DaySheet),
  /** What one judges a count by: the same line and direction in the shift before, a week and a year before, and lately. */
  readCellContext: query(
    z.strictObject({
      checkpoint: Code,
      line: Code,
      direction: Direction,
      date: WorkingDate,
      period: PeriodText,
    }),
    CellContext,
  ),
  /**
   * Writes counts of one checkpoint, and control totals typed from its paper sheet, as one batch: all of them or, with
   * the first refusal, none.
   */
  recordCounts: command(
    z
      .strictObject({
        checkpoint: Code,
        counts: z.array(CountToRecord).max(10_000).default([]),
        controlTotals: z.array(ControlTotalToRecord).max(1_000).default([]),
      })
      .refine(({ counts, controlTotals }) => counts.length + controlTotals.length > 0, {
        message: 'a count or a total',
        path: ['counts'],
      }),
    Receipt,
  ),
  /** Marks a shift that the calendar closes as worked after all: its cells then take numbers. */
  openShiftAfterAll: command(z.strictObject({ checkpoint: Code, date: WorkingDate, shift: Code }), Receipt),
  /** Takes that back; refused while a number stands in what would be closed hours. */
  closeShiftAgain: command(z.strictObject({ checkpoint: Code, date: WorkingDate, shift: Code }), Receipt),
  /** Writes counts to a file that `importCounts` takes back. */
  exportCounts: query(z.strictObject(ExportSpan), z.strictObject({ rows: z.int(), file: z.string() })),
}
