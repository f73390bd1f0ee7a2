import { z } from 'zod'
import { LocalDate, LocalMonth } from '../dates.ts'
import { errorCodes } from '../errors.ts'
import { ColumnUse, Reading } from '../import/column-uses.ts'
import { MappingFile } from '../mapping-file.ts'
import { encodings, separators } from '../mapping-shape.ts'
import { PeriodText } from '../periods.ts'
import { Code, Direction, Unit } from '../words.ts'
import { CountValue } from './crossings.ts'
import { command, query, Receipt } from './operation.ts'

/**
 * Import of counts from a file on this computer: guess → correct → preview → import. The window guesses with
 * `guessImport`, shows `uses` and `reading` as choices, puts the mapping together with `mappingFrom`
 * (`shared/import/column-uses.ts`), previews it row by row, asks about `unknown` words once, puts the answers into
 * `reading` (`placeWords`, `create`, `directionWords`, `periodWords`, `lineWords`), saves the mapping under a name and
 * imports.
 */

/** A cell of the file that cannot be taken: `reason` is a sentence in English, `code` and `details` its parts. */
export const Refusal = z.strictObject({
  /** As Excel numbers it. */
  row: z.int(),
  /** Heading, or position where it has none; empty where the whole row is meant. */
  column: z.string(),
  reason: z.string(),
  code: z.enum(errorCodes),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type Refusal = z.infer<typeof Refusal>

/** The outcome of counts in numbers; control totals and rows are counted apart. */
const tally = {
  rows: z.int(),
  counts: z.int(),
  new: z.int(),
  same: z.int(),
  changed: z.int(),
  controlTotals: z.strictObject({ new: z.int(), same: z.int(), changed: z.int() }),
  /** Control totals of this file that differ from the sum of its own lines. */
  disagreeing: z.array(z.strictObject({ row: z.int(), typed: z.int(), sum: z.int() })),
  /** Keys that stand twice with the same value: named and counted once. */
  repeated: z.array(z.strictObject({ row: z.int(), firstRow: z.int(), column: z.string() })),
  /** The first thousand refusals; `refusedCells` counts all of them. */
  refused: z.array(Refusal),
  refusedCells: z.int(),
  createdCheckpoints: z.array(Code),
  /** Rows that the mapping leaves out by one of its words. */
  leftOut: z.int(),
  /** Rows of a workbook that are hidden there; they are taken like all others. */
  hiddenRows: z.int(),
}

/** What an import did, or with `dryRun` would do; new, same and changed are numbers of counts. */
const ImportResult = z.strictObject({ ...tally, written: z.boolean(), batch: z.int().nullable() })
export type ImportResult = z.infer<typeof ImportResult>

/** How the file is laid out; what is left out is guessed. */
export const FileLayout = z.strictObject({
  encoding: z.enum(encodings).optional(),
  separator: z.enum(separators).optional(),
  sheet: z.string().min(1).optional(),
  skipRows: z.int().min(0).max(100).optional(),
  headings: z.union([z.boolean(), z.literal(2)]).optional(),
})
export type FileLayout = z.infer<typeof FileLayout>

export const mostSampleRows = 20

const SavedMapping = z.strictObject({ name: z.string().min(1).max(80), mapping: MappingFile })
export type SavedMapping = z.infer<typeof SavedMapping>

/** What a file holds, and how its columns would be read. */
export const ImportGuess = z.strictObject({
  /** By its content, whatever its name ends in. */
  kind: z.enum(['csv', 'xlsx']),
  /** Sheets of a workbook in its order; hidden ones are not read. Empty for CSV. */
  sheets: z.array(z.strictObject({ name: z.string(), hidden: z.boolean() })),
  /** One for each column, trimmed; two rows of headings are joined as `入境 / 内地居民`. Empty texts without headings. */
  headings: z.array(z.string()),
  /** The first rows below the headings as text, each with its number in the file. */
  rows: z.array(z.strictObject({ row: z.int(), cells: z.array(z.string()) })),
  /** One for each heading. */
  uses: z.array(ColumnUse),
  /** How cells are read; its layout (encoding, separator, sheet, rows above, headings) is the file's as it was read. */
  reading: Reading,
  /** Name of the saved mapping that fits this file and is the guess; null where it was guessed afresh. */
  saved: z.string().nullable(),
})
export type ImportGuess = z.infer<typeof ImportGuess>

/** A word of the file that the mapping and the book do not know. */
const UnknownWord = z.strictObject({
  word: z.string(),
  rows: z.int(),
  /** What it may mean: a code of the book, a direction or a period; null where nothing is like it. */
  suggestion: z.string().nullable(),
})
export type UnknownWord = z.infer<typeof UnknownWord>

export const rowOutcomes = ['new', 'same', 'changed', 'refused', 'nothing'] as const
/**
 * `refused` where one of its cells is; else `changed` or `new` where one of its figures is; `same` where the book says
 * all of it already; `nothing` where the row has no figures or is left out.
 */
export const RowOutcome = z.enum(rowOutcomes)
export type RowOutcome = z.infer<typeof RowOutcome>

/** What an import of this file would do, every row judged by the import's own rules. */
const ImportPreview = z.strictObject({
  ...tally,
  rowsBy: z.record(RowOutcome, z.int()),
  unknown: z.strictObject({
    places: z.array(UnknownWord),
    directions: z.array(UnknownWord),
    periods: z.array(UnknownWord),
    /** Measures: the words of a file with one measure a row. */
    lines: z.array(UnknownWord),
  }),
})
export type ImportPreview = z.infer<typeof ImportPreview>

const PreviewFigure = z.strictObject({
  column: z.string(),
  direction: Direction,
  /** A count's line; null for a control total. */
  line: Code.nullable(),
  /** A control total's unit; null for a count. */
  unit: Unit.nullable(),
  outcome: z.enum(['new', 'same', 'changed', 'repeated']),
  /** What the book says now. */
  before: CountValue,
  after: CountValue,
})
export type PreviewFigure = z.infer<typeof PreviewFigure>

const PreviewRow = z.strictObject({
  row: z.int(),
  outcome: RowOutcome,
  /** As they stand in the file; long texts are cut. */
  cells: z.array(z.string()),
  /** Null where the row could not be read so far. */
  moment: z
    .strictObject({ checkpoint: Code, date: z.union([LocalDate, LocalMonth]), period: PeriodText })
    .nullable(),
  figures: z.array(PreviewFigure),
  refused: z.array(Refusal),
})
export type PreviewRow = z.infer<typeof PreviewRow>

/** The most rows that one page of a preview has. */
export const mostPreviewRows = 200

/** Names one preview or import, so that its progress can be told and it can be cancelled: any text, new each time. */
export const Job = z.string().min(1).max(64)

const Counted = {
  file: z.string().min(1),
  mapping: MappingFile,
  /** Overrides what the mapping says. */
  unknownPlaces: z.enum(['refuse', 'create']).optional(),
}

export const importContract = {
  /** What a CSV file or workbook holds, and a guess of what its columns are. */
  guessImport: query(
    z.strictObject({ file: z.string().min(1), layout: FileLayout.default({}) }),
    ImportGuess,
  ),
  /**
   * Judges every row of a file without writing, on a thread of its own; tells its progress by events of kind
   * `progress`. Its rows are kept until `closePreview`, or until three newer previews were made.
   * @throws AppError cancelled
   */
  previewImport: query(z.strictObject({ job: Job, ...Counted }), ImportPreview),
  /** A page of a finished preview's rows in the file's order. @throws AppError preview-gone */
  readPreviewRows: query(
    z.strictObject({
      job: Job,
      filter: z.enum(['all', ...rowOutcomes]),
      offset: z.int().min(0),
      limit: z.int().min(1).max(mostPreviewRows),
    }),
    z.strictObject({ rows: z.array(PreviewRow) }),
  ),
  /** Lets go of a preview's rows; one that is still running is cancelled. */
  closePreview: query(z.strictObject({ job: Job }), z.strictObject({})),
  /** Stops a preview or an import at its next row; what was asked for then answers `cancelled`, and nothing is written. */
  cancelImport: query(z.strictObject({ job: Job }), z.strictObject({})),
  /** Reads a CSV file or workbook by a mapping into counts and control totals: all or nothing, one batch. */
  importCounts: command(
    z.strictObject({ ...Counted, dryRun: z.boolean().default(false), job: Job.optional() }),
    ImportResult,
  ),
  /** Keeps a mapping in the book under a name; one of the same name is replaced. */
  saveMapping: command(SavedMapping, Receipt),
  /** @throws AppError mapping-missing */
  removeMapping: command(z.strictObject({ name: z.string().min(1).max(80) }), Receipt),
  /** Every mapping kept in the book, by name. */
  listMappings: query(z.strictObject({}), z.array(SavedMapping)),
}
