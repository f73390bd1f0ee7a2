import { z } from 'zod'
import { LocalDate, WorkingDate } from '../dates.ts'
import { TariffMapping } from '../tariff/tariff-mapping.ts'
import { TradeDirection } from '../trade/trade-words.ts'
import { AtMs, Language, Names } from '../words.ts'
import { FileLayout, ImportGuess, Job, Refusal } from './import.ts'
import { command, query, Receipt } from './operation.ts'

/** The tariff: search of codes by number and words, what a code is, and the import of a tariff from a file. */

/** Texts of a line in the languages that its file has. */
export const TariffTexts = z.partialRecord(Language, z.string())
export type TariffTexts = z.infer<typeof TariffTexts>

/** Without text, what the port had most and last. */
export const longestSearch = 200
export const mostHits = 100

const TariffText = z.strictObject({ text: z.string(), language: Language })

/** How far a code is known: no tariff holds on the date, or the one that does has the code, or does not. */
export const codeStates = ['known', 'unknown', 'unchecked'] as const
export const CodeState = z.enum(codeStates)
export type CodeState = z.infer<typeof CodeState>

/** What the port's own declarations say of a code. */
const CodeUse = z.strictObject({
  items: z.int(),
  /** Of the latest declaration with it. */
  lastDate: LocalDate,
  /** What the goods were called in it. */
  goods: z.string().nullable(),
})

const Section = z.strictObject({ section: z.int(), names: Names })

const Hit = z.strictObject({
  code: z.string(),
  /** In the language asked for where it is known in it, else in another one; null for a code of which nothing is known. */
  text: TariffText.nullable(),
  /** The headings above the line and below its chapter, outermost first. */
  above: z.array(z.strictObject({ code: z.string(), text: TariffText })),
  chapter: z.strictObject({ chapter: z.string(), text: TariffText }).nullable(),
  section: z.strictObject({ section: z.int(), text: TariffText }).nullable(),
  /** Codes of the program's units, or the file's own word. */
  unit: z.string().nullable(),
  secondUnit: z.string().nullable(),
  state: CodeState,
  /** No line of the tariff is below it. */
  leaf: z.boolean(),
  use: CodeUse.nullable(),
})
export type TariffHit = z.infer<typeof Hit>

const Edition = z.strictObject({
  /** The first date that it holds on; 0001-01-01 where it has always held. */
  from: LocalDate,
  file: z.string(),
  /** SHA-256 of the file, in hexadecimal digits. */
  hash: z.string(),
  languages: z.array(Language),
  lines: z.int(),
  importedAt: AtMs,
})
export type TariffEdition = z.infer<typeof Edition>

const ChangedLine = z.strictObject({
  code: z.string(),
  before: TariffTexts.nullable(),
  after: TariffTexts.nullable(),
})

const outcome = {
  rows: z.int(),
  /** Rows of the file that became lines. */
  lines: z.int(),
  /** Lines against those of the tariff that held on that date before. */
  new: z.int(),
  same: z.int(),
  changed: z.int(),
  /** Lines that the tariff before had and this one does not. */
  gone: z.int(),
  /** The first hundred lines that are new, changed or gone; nothing where no tariff held before. */
  differences: z.array(ChangedLine),
  /** Lines by the number of their digits. */
  levels: z.array(z.strictObject({ digits: z.int(), lines: z.int() })),
  languages: z.array(Language),
  /** Rows without a code, such as a total: the first hundred by name, and how many there are. */
  skipped: z.array(z.strictObject({ row: z.int(), text: z.string() })),
  skippedRows: z.int(),
  /** Words for units that the program does not know; they are kept as they stand. */
  unknownUnits: z.array(z.strictObject({ word: z.string(), rows: z.int() })),
  /** Cells that cannot be taken: the first thousand, and how many there are. */
  refused: z.array(Refusal),
  refusedCells: z.int(),
  /** Rows of a workbook that are hidden there; they are taken like all others. */
  hiddenRows: z.int(),
  /** The first date that this tariff holds on. */
  from: LocalDate,
  /** The tariff of the same first date, which this one takes the place of. */
  replaces: Edition.nullable(),
}

/** What the port's own newest items say of goods: usual values, and names by how often they stand. */
const GoodsHabits = z.strictObject({
  /** Items looked at. */
  items: z.int(),
  goods: z.array(z.strictObject({ goods: z.string(), items: z.int() })),
  unit: z.string().nullable(),
  secondUnit: z.string().nullable(),
  origin: z.string().nullable(),
  destination: z.string().nullable(),
})
export type GoodsHabits = z.infer<typeof GoodsHabits>

const TariffPreview = z.strictObject(outcome)
export type TariffPreview = z.infer<typeof TariffPreview>
const TariffImport = z.strictObject({ ...outcome, written: z.boolean(), batch: z.int().nullable() })
export type TariffImport = z.infer<typeof TariffImport>

const TariffFile = {
  file: z.string().min(1),
  mapping: TariffMapping,
  /** Overrides the mapping's date. */
  from: WorkingDate.optional(),
}

export const tariffContract = {
  /**
   * Codes that begin with the digits typed, or whose texts have all words typed, in any of the four languages: the port's
   * own codes first, those of many and of late declarations before others, then the tariff of the date by code. Without
   * a tariff chapters answer.
   */
  findTariffCodes: query(
    z.strictObject({
      text: z.string().max(longestSearch),
      /** Today, without one. */
      date: WorkingDate.optional(),
      language: Language,
      limit: z.int().min(1).max(mostHits).default(30),
    }),
    z.strictObject({ hits: z.array(Hit), tariff: Edition.nullable() }),
  ),
  /** What a code is on a date, from its chapter down to it. */
  readTariffCode: query(
    z.strictObject({ code: z.string().max(40), date: WorkingDate.optional() }),
    z.strictObject({
      /** As plain digits. */
      code: z.string(),
      state: CodeState,
      section: Section.nullable(),
      path: z.array(z.strictObject({ code: z.string(), texts: TariffTexts })),
      leaf: z.boolean(),
      unit: z.string().nullable(),
      secondUnit: z.string().nullable(),
      tariff: Edition.nullable(),
    }),
  ),
  /** What this port usually declares under a code, or under codes that begin so, for a new item to begin with. */
  readGoodsHabits: query(
    z.strictObject({ hsCode: z.string().max(40), direction: TradeDirection.optional() }),
    GoodsHabits,
  ),
  /** The tariffs of the book, the latest first. */
  listTariffs: query(z.strictObject({}), z.array(Edition)),
  /** What a file holds, and a mapping for it; null where no column looks like codes, or none like texts. */
  guessTariff: query(
    z.strictObject({ file: z.string().min(1), layout: FileLayout.default({}) }),
    z.strictObject({
      kind: ImportGuess.shape.kind,
      sheets: ImportGuess.shape.sheets,
      headings: z.array(z.string()),
      rows: ImportGuess.shape.rows,
      mapping: TariffMapping.nullable(),
    }),
  ),
  /** Judges every row of a file without writing, on a thread of its own. @throws AppError cancelled */
  previewTariff: query(z.strictObject({ job: Job, ...TariffFile }), TariffPreview),
  /** Reads a tariff from a CSV file or workbook: all or nothing. One of the same first date is replaced wholly. */
  importTariff: command(
    z.strictObject({ ...TariffFile, dryRun: z.boolean().default(false), job: Job.optional() }),
    TariffImport,
  ),
  /** Takes a tariff out of the book; the one before it holds again. @throws AppError tariff-gone */
  removeTariff: command(z.strictObject({ from: LocalDate }), Receipt),
}
