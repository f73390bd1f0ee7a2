import { z } from 'zod'
import { LocalDate, WorkingDate } from '../dates.ts'
import { rollUps, tradeBases } from '../report/report-choices.ts'
import { TradeDirection, TransportMode } from '../trade/trade-words.ts'
import { Code, Language, Names } from '../words.ts'
import { query } from './operation.ts'
import { ReportFile, ReportFormat, ReportKind } from './reports.ts'
import { tradeBasis } from './trade-section.ts'

const span = { from: LocalDate, to: LocalDate }

/** The dates of a report by its kind; a shift's are those of its day. */
const period = {
  kind: ReportKind.exclude(['shift']),
  date: WorkingDate,
  /** Last day of a `range`. */
  to: WorkingDate.optional(),
}

/** What trade is looked at: each field that is given leaves only what has it. */
const TradeFilter = z.strictObject({
  checkpoint: Code.optional(),
  direction: TradeDirection.optional(),
  /** With all that is nested in it. */
  commodityGroup: Code.optional(),
  /** The first two digits of HS codes. */
  chapter: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  partner: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  transportMode: TransportMode.optional(),
  tradeMode: z
    .string()
    .regex(/^[A-Z0-9]{1,6}$/)
    .optional(),
})
export type TradeFilter = z.infer<typeof TradeFilter>

const RollUp = z.enum(rollUps)
export type RollUp = z.infer<typeof RollUp>

const TradeFigure = z.strictObject({
  declarations: z.int(),
  /** Of declarations; null of goods, since only whole declarations have one. */
  grossGrams: z.int().nullable(),
  /** Of items. */
  netGrams: z.int(),
  /** Null of goods, and where nothing was weighed. */
  weighbridgeGrams: z.int().nullable(),
  /** Pieces; null where none were counted. */
  units: z.int().nullable(),
  values: z.array(z.strictObject({ currency: z.string(), minor: z.int() })),
  /** All values in the reporting currency by the rate of each date; null where a rate is missing. */
  reportingMinor: z.int().nullable(),
})
export type TradeFigure = z.infer<typeof TradeFigure>

/** A figure beside the same of the base period; `change` is of the weight that counts, null where there is nothing to divide. */
const ComparedTrade = z.strictObject({
  ...TradeFigure.shape,
  base: z.strictObject({ ...TradeFigure.shape, change: z.number().nullable() }).nullable(),
})
export type ComparedTrade = z.infer<typeof ComparedTrade>

const flowsCompared = { imports: ComparedTrade, exports: ComparedTrade, both: ComparedTrade }

const TradeRow = z.strictObject({
  /** What the row is of: a code, a country, `2024-08`; with the other filters it leads to its declarations. */
  key: z.string(),
  /** Of a group, a chapter or a partner country. */
  names: Names.nullable(),
  /** The group that it is nested in, and counts in. */
  parent: Code.nullable(),
  ...flowsCompared,
})
export type TradeRow = z.infer<typeof TradeRow>

const weighs = {
  basis: z.literal(tradeBasis),
  /** The weight that counts: net where goods are looked at, else gross. */
  weight: z.enum(['gross', 'net']),
}

const TradeReport = z.strictObject({
  ...weighs,
  by: RollUp,
  period: z.strictObject({ kind: ReportKind, ...span }),
  port: z.strictObject({ code: Code, names: Names }),
  /** null for the whole port. */
  checkpoint: z.strictObject({ code: Code, names: Names }).nullable(),
  /** True for invented figures. */
  sample: z.boolean(),
  /** The last entry of the journal that the figures rest on, its hash in hexadecimal. */
  journal: z.strictObject({ sequence: z.int(), hash: z.string() }),
  /** The last date that can have any: today, where the period is not over. */
  until: LocalDate,
  base: z.strictObject({ name: z.enum(tradeBases), ...span }).nullable(),
  reportingCurrency: z.string(),
  /** Currencies of which a rate is missing for some of the dates. */
  missingRates: z.array(z.string()),
  rows: z.array(TradeRow),
  /** Of everything: not the sum of groups, which are nested and do not hold all goods. */
  total: z.strictObject(flowsCompared),
  /** The same by net weight, where the rows are of goods. */
  goods: z.strictObject(flowsCompared).nullable(),
})
export type TradeReport = z.infer<typeof TradeReport>

const mostDeclarationsOfPage = 500

const CountedDeclaration = z.strictObject({
  declaration: z.uuid(),
  number: z.string().nullable(),
  countedDate: LocalDate,
  direction: TradeDirection,
  checkpoint: Code,
  partner: z.string().nullable(),
  partnerNames: Names.nullable(),
  grossGrams: z.int().nullable(),
  weighbridgeGrams: z.int().nullable(),
  /** Of the items that the filter leaves, and so are units and value. */
  netGrams: z.int(),
  units: z.int().nullable(),
  currency: z.string().nullable(),
  valueMinor: z.int(),
})
export type CountedDeclaration = z.infer<typeof CountedDeclaration>

const CountedDeclarations = z.strictObject({
  ...weighs,
  period: z.strictObject(span),
  total: TradeFigure,
  rows: z.array(CountedDeclaration),
})
export type CountedDeclarations = z.infer<typeof CountedDeclarations>

const Statement = z.strictObject({
  basis: z.literal(tradeBasis),
  period: z.strictObject(span),
  until: LocalDate,
  base: z.strictObject(span),
  /** One sentence after another, in each language of the reports. */
  texts: z.record(Language, z.string()),
})
export type TradeStatement = z.infer<typeof Statement>

const TradeReportInput = z.strictObject({
  ...period,
  filter: TradeFilter.default({}),
  by: RollUp,
  base: z.enum(tradeBases).nullable().default(null),
})
export type TradeReportInput = z.infer<typeof TradeReportInput>

/** A file or a page holds the whole trade of a place: nothing in it could say what else was left out. */
const TradeFileInput = z.strictObject({
  ...TradeReportInput.shape,
  filter: TradeFilter.pick({ checkpoint: true }).default({}),
})

export const tradePrintingContract = {
  /** Its page as a PDF in Base64, like that of a crossings report. */
  printTradeReport: query(
    z.strictObject({ report: TradeFileInput, language: Language }),
    z.strictObject({ base64: z.string() }),
  ),
}

/** Where a file of declarations goes on: behind this one of their order. */
const CountedPlace = z.strictObject({
  countedDate: LocalDate,
  direction: TradeDirection,
  declaration: z.uuid(),
})
export type CountedPlace = z.infer<typeof CountedPlace>

const countedPart = z.strictObject({
  ...period,
  filter: TradeFilter.default({}),
  language: Language,
  after: CountedPlace.nullable(),
})

export const tradeReportContract = {
  /** Released trade of a period by one dimension, beside a named base. Refused: unknown-checkpoint, unknown-commodity-group, invalid-input. */
  readTradeReport: query(TradeReportInput, TradeReport),
  /** The same with its statement as the content of a file: tonnes to the gram, values to the smallest unit. */
  writeTradeReport: query(
    z.strictObject({
      report: TradeFileInput,
      format: ReportFormat,
      language: Language,
    }),
    ReportFile,
  ),
  /** The declarations behind a number, by the date they are counted on, with their sum whatever the page. Refused: as above. */
  readCountedDeclarations: query(
    z.strictObject({
      ...period,
      filter: TradeFilter.default({}),
      offset: z.int().min(0).max(100_000_000).default(0),
      limit: z.int().min(1).max(mostDeclarationsOfPage).default(100),
    }),
    CountedDeclarations,
  ),
  /** A part of all these declarations as the text of a CSV file, until `next` is null. */
  writeCountedPart: query(
    countedPart,
    z.strictObject({ text: z.string(), rows: z.int(), next: CountedPlace.nullable() }),
  ),
  /** The same part as cells under their headings: for a workbook. */
  readCountedPart: query(
    countedPart,
    z.strictObject({
      headings: z.array(z.string()),
      rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
      next: CountedPlace.nullable(),
    }),
  ),
  /**
   * The trade of a period as a paragraph, in four languages, each growth with its base. A period that is not over is
   * told up to today, against the same days of last year. Refused: unknown-checkpoint, invalid-input.
   */
  readTradeStatement: query(z.strictObject({ ...period, checkpoint: Code.optional() }), Statement),
}
