import { z } from 'zod'
import type { MappingFile } from '../mapping-file.ts'
import { type Column, DatePattern, encodings, separators } from '../mapping-shape.ts'
import { PeriodText } from '../periods.ts'
import { Code, Direction, longestSource, Unit } from '../words.ts'

/**
 * A mapping taken apart the other way round: what each column of one file is used for, and how its cells are read.
 * The window shows and changes these, and puts the mapping together again.
 */
export const ColumnUse = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('nothing') }),
  z.strictObject({ as: z.literal('date') }),
  z.strictObject({ as: z.literal('checkpoint') }),
  /** The name that a place gets when the import makes it, beside a column with its code. */
  z.strictObject({ as: z.literal('checkpoint-name') }),
  z.strictObject({ as: z.literal('direction') }),
  z.strictObject({ as: z.literal('period') }),
  /** The counts of one line; `direction` is set where the columns of the file have directions of their own, else null. */
  z.strictObject({ as: z.literal('count'), line: Code, direction: Direction.nullable() }),
  z.strictObject({ as: z.literal('total'), unit: Unit, direction: Direction.nullable() }),
  z.strictObject({ as: z.literal('measure') }),
  z.strictObject({ as: z.literal('value') }),
  z.strictObject({ as: z.literal('state') }),
  z.strictObject({ as: z.literal('source') }),
  z.strictObject({ as: z.literal('provisional') }),
])
export type ColumnUse = z.infer<typeof ColumnUse>
export type ColumnUseKind = ColumnUse['as']

const words = <Value extends z.ZodType>(value: Value) => z.record(z.string(), value.nullable())

/** Everything of a mapping but its columns. Words that stand for null leave their rows out. */
export const Reading = z.strictObject({
  encoding: z.enum(encodings).nullable(),
  separator: z.enum(separators),
  sheet: z.string().nullable(),
  skipRows: z.int().min(0).max(100),
  headings: z.union([z.boolean(), z.literal(2)]),
  datePattern: DatePattern,
  /** The place of the whole file where no column says it. */
  checkpoint: Code.nullable(),
  placesBy: z.enum(['code', 'name']),
  placeWords: words(Code),
  /** Words of places that the import makes. */
  create: z.array(z.string().min(1)),
  unknownPlaces: z.enum(['refuse', 'create']),
  /** The direction of the whole file where neither a column nor the count columns say it. */
  direction: Direction.nullable(),
  directionWords: words(Direction),
  periodWords: words(PeriodText),
  lineWords: z.union([z.literal('codes'), words(Code)]),
  notReported: z.array(z.string()),
  closed: z.array(z.string()),
  notApplicable: z.array(z.string()),
  thousands: z.enum([',', '.', ' ', '’']).nullable(),
  source: z.string().max(longestSource).nullable(),
  provisional: z.boolean(),
})
export type Reading = z.infer<typeof Reading>

const nothing: ColumnUse = { as: 'nothing' }

/** How a new mapping reads a file of which nothing is known yet. */
export const plainReading: Reading = {
  encoding: null,
  separator: ',',
  sheet: null,
  skipRows: 0,
  headings: true,
  datePattern: 'ISO',
  checkpoint: null,
  placesBy: 'name',
  placeWords: {},
  create: [],
  unknownPlaces: 'refuse',
  direction: null,
  directionWords: {},
  periodWords: {},
  lineWords: {},
  notReported: [''],
  closed: ['closed'],
  notApplicable: ['not-applicable'],
  thousands: null,
  source: null,
  provisional: false,
}

/** Index from 0 of a mapping's column in a file of these headings; -1 where the file does not have it, or has it twice. */
export function columnIndex(column: Column, headings: readonly string[]): number {
  if (typeof column === 'number') return column <= headings.length ? column - 1 : -1
  const index = headings.indexOf(column)
  return headings.lastIndexOf(column) === index ? index : -1
}

/** What each column of a file is used for by a mapping; columns that the file does not have are left out. */
export function columnUses(mapping: MappingFile, headings: readonly string[]): ColumnUse[] {
  const uses: ColumnUse[] = headings.map(() => nothing)
  for (const { column, use } of usesOf(mapping)) {
    const index = columnIndex(column, headings)
    if (index >= 0) uses[index] = use
  }
  return uses
}

/** Whether a file of these headings has every column that a mapping names. */
export function mappingFits(mapping: MappingFile, headings: readonly string[]): boolean {
  return usesOf(mapping).every(({ column }) => columnIndex(column, headings) >= 0)
}

function usesOf(mapping: MappingFile): { column: Column; use: ColumnUse }[] {
  const { date, checkpoint, direction, period, counts, controlTotals, state, source, provisional } = mapping
  const found: { column: Column; use: ColumnUse }[] = [{ column: date.column, use: { as: 'date' } }]
  const add = (column: Column | undefined, use: ColumnUse): void => {
    if (column !== undefined) found.push({ column, use })
  }
  if ('column' in checkpoint) {
    add(checkpoint.column, { as: 'checkpoint' })
    add(checkpoint.nameColumn, { as: 'checkpoint-name' })
  }
  if ('column' in direction) add(direction.column, { as: 'direction' })
  add(period?.column, { as: 'period' })
  if ('columns' in counts) {
    for (const { column, line, direction: own } of counts.columns)
      add(column, { as: 'count', line, direction: own ?? null })
  } else {
    add(counts.measureColumn, { as: 'measure' })
    add(counts.valueColumn, { as: 'value' })
  }
  for (const { column, unit, direction: own } of controlTotals)
    add(column, { as: 'total', unit, direction: own ?? null })
  add(state?.column, { as: 'state' })
  if (typeof source === 'object') add(source.column, { as: 'source' })
  if (typeof provisional === 'object') add(provisional.column, { as: 'provisional' })
  return found
}

/** Everything of a mapping but its columns. */
export function readingOf(mapping: MappingFile): Reading {
  const { checkpoint, direction, period, counts, source, provisional } = mapping
  const byColumn = 'column' in checkpoint ? checkpoint : null
  return {
    encoding: mapping.encoding ?? null,
    separator: mapping.separator,
    sheet: mapping.sheet ?? null,
    skipRows: mapping.skipRows,
    headings: mapping.headings,
    datePattern: mapping.date.pattern,
    checkpoint: 'code' in checkpoint ? checkpoint.code : null,
    placesBy: byColumn?.by ?? plainReading.placesBy,
    placeWords: byColumn?.codes ?? {},
    create: byColumn?.create ?? [],
    unknownPlaces: mapping.unknownPlaces,
    direction: 'fixed' in direction ? direction.fixed : null,
    directionWords: 'words' in direction ? direction.words : {},
    periodWords: period?.words ?? {},
    lineWords: 'lines' in counts ? counts.lines : {},
    notReported: mapping.notReported,
    closed: mapping.closed,
    notApplicable: mapping.notApplicable,
    thousands: mapping.thousands ?? null,
    source: typeof source === 'string' ? source : null,
    provisional: provisional === true,
  }
}
