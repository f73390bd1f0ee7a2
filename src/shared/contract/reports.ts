import { z } from 'zod'
import { LocalDate, TimeOfDay, WorkingDate } from '../dates.ts'
import { exportFormats, reportKinds, reportParts } from '../report/report-choices.ts'
import { Code, Direction, Language, MidnightRule, Names, Unit } from '../words.ts'
import { query } from './operation.ts'
import { TradeSection } from './trade-section.ts'

export const ReportKind = z.enum(reportKinds)
export type ReportKind = z.infer<typeof ReportKind>

const Span = { from: LocalDate, to: LocalDate }

/** Both directions and their sum; null where nothing is known. */
const Flow = z.strictObject({
  entries: z.int().nullable(),
  exits: z.int().nullable(),
  total: z.int().nullable(),
})
export type Flow = z.infer<typeof Flow>

/** A finer or coarser figure that disagrees with the one that counts, or a gap in what is known (DESIGN, Periods). */
const Flag = z.strictObject({
  kind: z.enum(['hours-differ', 'day-differs', 'month-differs', 'partial', 'incomplete']),
  /** The date or month it is about. */
  at: z.string(),
  /** The other figure; null for a gap. */
  value: z.int().nullable(),
})
export type Flag = z.infer<typeof Flag>

/** What stands where a figure would: the number, or why there is none. */
const FigureState = z.enum(['number', 'closed', 'not-applicable', 'not-reported'])
export type FigureState = z.infer<typeof FigureState>

const ReportLine = z.strictObject({
  code: Code,
  names: Names,
  /** True for a line that is a part of another line or of a total, and adds to nothing. */
  ofWhich: z.boolean(),
  direction: Direction,
  unit: Unit,
  /** null where `state` says why there is no number. */
  count: z.int().nullable(),
  state: FigureState,
  /** True where the span holds more than is known. */
  incomplete: z.boolean(),
  flags: z.array(Flag),
})
export type ReportLine = z.infer<typeof ReportLine>

const ReportControlTotal = z.strictObject({
  direction: Direction,
  unit: Unit,
  typed: z.int(),
  sum: z.int().nullable(),
})

const Comparison = z.strictObject({
  base: z.enum(['previous', 'sameWeekdayLastWeek', 'lastYear', 'yearToDate']),
  /** The base period and its passengers of both directions. */
  ...Span,
  /** null where `state` says why there is no number. */
  value: z.int().nullable(),
  state: FigureState,
  /** True where the base period holds more than is known. */
  incomplete: z.boolean(),
  /** The figure that is compared with it: the report's own, or for yearToDate the year up to the report's end. */
  current: z.strictObject({ ...Span, value: z.int().nullable() }),
  /** (current − value) / value as a ratio: 1.94 is +194 %. Null means n/a: the base is zero or missing. */
  change: z.number().nullable(),
})
export type Comparison = z.infer<typeof Comparison>

/** Bases that every line has too; the year to date is of passengers only. */
const LineBase = z.enum(['previous', 'sameWeekdayLastWeek', 'lastYear'])
export type LineBase = z.infer<typeof LineBase>

/** A line or a total, in one direction or both, beside its bases; the spans of the bases stand in `comparisons`. */
const ComparedFigure = z.strictObject({
  kind: z.enum(['line', 'total']),
  /** The line's code, or the total's name. */
  code: Code,
  direction: z.enum(['entry', 'exit', 'both']),
  unit: Unit,
  /** null where `state` says why there is no number. */
  count: z.int().nullable(),
  state: FigureState,
  bases: z.array(
    z.strictObject({
      base: LineBase,
      value: z.int().nullable(),
      state: FigureState,
      /** True where the base period holds more than is known. */
      incomplete: z.boolean(),
      /** (count − value) / value. Null means n/a: the base is zero, missing or incomplete. */
      change: z.number().nullable(),
    }),
  ),
})
export type ComparedFigure = z.infer<typeof ComparedFigure>

const figures = {
  passengers: Flow,
  persons: Flow,
  lines: z.array(ReportLine),
  controlTotals: z.array(ReportControlTotal),
  compared: z.array(ComparedFigure),
}

/** What a shift told the next one, as of the report's end. */
const ReportNote = z.strictObject({
  checkpoint: z.strictObject({ code: Code, names: Names }),
  /** When it was noted; without a shift at a checkpoint that counts by day. */
  date: LocalDate,
  shift: z.strictObject({ code: Code, names: Names }).nullable(),
  text: z.string(),
  /** `open` and `settled` are said of items to be settled only. */
  state: z.enum(['note', 'open', 'settled']),
  /** True for an open item of a shift before the report's. */
  carried: z.boolean(),
})
export type ReportNote = z.infer<typeof ReportNote>

const CrossingsReport = z.strictObject({
  period: z.strictObject({
    kind: ReportKind,
    ...Span,
    checkpoint: Code.nullable(),
    shift: Code.nullable(),
    /** How shifts over midnight are counted in this span. */
    midnight: MidnightRule,
  }),
  port: z.strictObject({ code: Code, names: Names }),
  /** The shift of a shift report, with its local times. */
  shift: z.strictObject({ code: Code, names: Names, starts: TimeOfDay, ends: TimeOfDay }).nullable(),
  /** True for invented figures. */
  sample: z.boolean(),
  /** The last entry of the journal that the figures rest on, its hash in hexadecimal. */
  journal: z.strictObject({ sequence: z.int(), hash: z.string() }),
  /** The one checkpoint that was asked for; null for the whole port. */
  checkpoint: z.strictObject({ code: Code, names: Names }).nullable(),
  ...figures,
  comparisons: z.array(Comparison),
  /** The busiest hour of a shift or day, the busiest day of a longer period; null where not known. */
  peak: z.strictObject({ date: LocalDate, hour: z.int().nullable(), passengers: z.int() }).nullable(),
  byCheckpoint: z.array(z.strictObject({ code: Code, names: Names, ...figures })).optional(),
  /** What was imported and exported; null where the book has no declarations of the place. */
  trade: TradeSection.nullable(),
  /** Notes of the shift, or of the day's shifts, and open items; none of a longer period. */
  notes: z.array(ReportNote),
  /** Names that changed inside the span: the newest is printed, with this footnote. */
  renamed: z.array(z.strictObject({ code: Code, before: Names, after: Names, from: LocalDate })),
})
export type CrossingsReport = z.infer<typeof CrossingsReport>

export const CrossingsReportInput = z.strictObject({
  kind: ReportKind,
  date: WorkingDate,
  /** Last day of a `range`. */
  to: WorkingDate.optional(),
  checkpoint: Code.optional(),
  shift: Code.optional(),
})
export type CrossingsReportInput = z.infer<typeof CrossingsReportInput>

export const reportFormats = ['json', 'csv', 'html', 'xlsx'] as const
export const ReportFormat = z.enum(reportFormats)
export type ReportFormat = z.infer<typeof ReportFormat>

export const ExportFormat = z.enum(exportFormats)
export type ExportFormat = z.infer<typeof ExportFormat>

/** What of a report is written: all of it, its staffing as a table of its own, or the plan of its shift to hang up. */
export const ReportPart = z.enum(reportParts)
export type ReportPart = z.infer<typeof ReportPart>

export const ReportFile = z.discriminatedUnion('encoding', [
  z.strictObject({ encoding: z.literal('text'), text: z.string() }),
  z.strictObject({ encoding: z.literal('base64'), base64: z.string() }),
])
/** The content of a report's file: a text, or for Excel bytes in Base64. */
export type ReportFile = z.infer<typeof ReportFile>

/** Runs in the host's process, which has what prints; not in a book's threads. */
export const printingContract = {
  /** The page of a report as a PDF in Base64: A4, its text selectable. */
  printCrossingsReport: query(
    z.strictObject({ report: CrossingsReportInput, part: ReportPart.optional(), language: Language }),
    z.strictObject({ base64: z.string() }),
  ),
}

export const reportsContract = {
  /** The same report as the content of a file. Of a plan also refused: checkpoint-not-in-service; one is of a shift or day of one checkpoint. */
  writeCrossingsReport: query(
    z.strictObject({
      report: CrossingsReportInput,
      part: ReportPart.optional(),
      format: ReportFormat,
      language: Language,
    }),
    ReportFile,
  ),
  /** Crossings of a period by line, direction and checkpoint. A shift needs its checkpoint. */
  readCrossingsReport: query(CrossingsReportInput, CrossingsReport),
}
