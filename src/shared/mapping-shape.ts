import { z } from 'zod'
import { PeriodText } from './periods.ts'
import { Code, Direction, longestSource, Unit } from './words.ts'

/** How a file's columns become counts: what `portbook import counts --mapping` takes. See `docs/MAPPING-FILES.md`. */

/** A column by its heading, or by its position from 1 where the file has no headings. */
export const Column = z.union([z.string().min(1), z.int().min(1)])
export type Column = z.infer<typeof Column>

export const encodings = ['utf-8', 'gb18030', 'utf-16le'] as const
export const separators = [',', ';', '\t', '|'] as const

/** What stands between the two headings of a column that has a row of groups above its own. */
export const headingJoint = ' / '

const datePatterns = [
  'YYYY-MM-DD',
  'YYYY/MM/DD',
  'YYYYMMDD',
  'DD-MM-YYYY',
  'DD/MM/YYYY',
  'DD.MM.YYYY',
  'MM/DD/YYYY',
  'MM-DD-YYYY',
  'YYYY年MM月DD日',
] as const
const monthPatterns = ['YYYY-MM', 'YYYY/MM', 'YYYYMM', 'MM/YYYY', 'MMM YYYY', 'YYYY年MM月'] as const
/** `ISO` takes dates and months, as Portbook's own exports write them. */
export const DatePattern = z.enum(['ISO', ...datePatterns, ...monthPatterns])
export type DatePattern = z.infer<typeof DatePattern>

export function isMonthPattern(pattern: DatePattern): boolean {
  return (monthPatterns as readonly string[]).includes(pattern)
}

/** How many rows of headings a mapping or a guess says there are. */
export function headingRowsOf(headings: boolean | 2): 0 | 1 | 2 {
  return headings === 2 ? 2 : headings ? 1 : 0
}

const byText = <Value extends z.ZodType>(value: Value) => z.record(z.string(), value)
const byWords = <Value extends z.ZodType>(value: Value) =>
  byText(value).refine((words) => Object.keys(words).length > 0, 'at least one word')

/** How a table lies in its file, whatever it holds. */
export const tableFields = {
  /** Without it: a byte-order mark decides, else UTF-8. */
  encoding: z.enum(encodings).optional(),
  separator: z.enum(separators).default(','),
  /** Sheet of a workbook by its name; without it the first one that is not hidden. */
  sheet: z.string().min(1).max(31).optional(),
  /** Rows above the headings that are no data. */
  skipRows: z.int().min(0).max(100).default(0),
  /** Whether there is a row of headings; 2 where groups stand above them, which are joined as `入境 / 内地居民`. */
  headings: z.union([z.boolean(), z.literal(2)]).default(true),
}
const TableShape = z.strictObject(tableFields)
export type TableShape = z.infer<typeof TableShape>

export const MappingFileShape = z.strictObject({
  format: z.literal(1),
  ...tableFields,
  date: z.strictObject({ column: Column, pattern: DatePattern }),
  /** Where the count was taken: one fixed checkpoint, or a column with codes or names. */
  checkpoint: z.union([
    z.strictObject({ code: Code }),
    z.strictObject({
      column: Column,
      by: z.enum(['code', 'name']),
      /** The file's word → the book's code, for places that the file calls otherwise; null leaves its rows out. */
      codes: byText(Code.nullable()).default({}),
      /** Words of places that the import makes, whatever `unknownPlaces` says. */
      create: z.array(z.string().min(1)).default([]),
      /** Column with the name that a place gets when it is created. */
      nameColumn: Column.optional(),
    }),
  ]),
  /** One fixed direction, a column whose words are listed (null leaves its rows out), or each count column its own. */
  direction: z.union([
    z.strictObject({ fixed: Direction }),
    z.strictObject({ column: Column, words: byWords(Direction.nullable()) }),
    z.strictObject({ inColumns: z.literal(true) }),
  ]),
  /**
   * A column that names the period within the date: a shift's code, `night/1` and so on (see `docs/BOOK.md`), or a word
   * of the file that stands for one (null leaves its rows out). Without it, or where the cell is empty, the counts are of the day (or month).
   */
  period: z.strictObject({ column: Column, words: byText(PeriodText.nullable()).default({}) }).optional(),
  /** One count column per line, or one measure a row; `codes` where the measure is the line's code itself. */
  counts: z.union([
    z.strictObject({
      columns: z
        .array(z.strictObject({ column: Column, line: Code, direction: Direction.optional() }))
        .min(1),
    }),
    z.strictObject({
      measureColumn: Column,
      valueColumn: Column,
      /** null leaves the rows of this word out. */
      lines: z.union([z.literal('codes'), byWords(Code.nullable())]),
    }),
  ]),
  /** Columns with a total of the file's own, kept as control totals. */
  controlTotals: z
    .array(z.strictObject({ column: Column, unit: Unit, direction: Direction.optional() }))
    .default([]),
  /** Texts that mean *not reported*, such as an empty cell or `-`. */
  notReported: z.array(z.string()).default(['']),
  /** Texts that mean *closed* and *not applicable*. */
  closed: z.array(z.string()).default(['closed']),
  notApplicable: z.array(z.string()).default(['not-applicable']),
  /** A column that says by one of those texts what an empty count cell of its row means. */
  state: z.strictObject({ column: Column }).optional(),
  /** A separator between thousands inside numbers, such as `,` in "1,234". */
  thousands: z.enum([',', '.', ' ', '’']).optional(),
  /** Whether a place that the book does not have refuses its row or is made; the command line may say otherwise. */
  unknownPlaces: z.enum(['refuse', 'create']).default('refuse'),
  /** Who the figures come from: one text for all, or a column. */
  source: z.union([z.string().min(1).max(longestSource), z.strictObject({ column: Column })]).optional(),
  /** Whether the figures are provisional: all of them, or where a column says 1. */
  provisional: z.union([z.boolean(), z.strictObject({ column: Column })]).default(false),
})

/** The mapping as written, before the rules that hold between its fields. */
export type MappingFileShape = z.infer<typeof MappingFileShape>
