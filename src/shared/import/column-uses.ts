import { z } from 'zod'
import {
  type Column,
  DatePattern,
  encodings,
  MappingFile,
  type MappingFileInput,
  separators,
} from '../mapping-file.ts'
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

/** Why uses make no mapping yet: what is missing or stands twice, with the columns (from 0) that it is about. */
export interface MappingGap {
  gap:
    | 'no-date'
    | 'no-place'
    | 'no-direction'
    | 'no-counts'
    | 'no-value'
    | 'no-measure'
    | 'both-ways'
    | 'column-without-direction'
    | 'twice'
    | 'no-words'
    | 'invalid'
  columns: number[]
}

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

/**
 * Puts a mapping together from the uses of a file's columns.
 * @param headings of the file, one for each use; a heading that is empty or stands twice is named by position
 * @returns the mapping, or every gap that keeps it from being one
 */
export function mappingFrom(
  uses: readonly ColumnUse[],
  reading: Reading,
  headings: readonly string[],
): { mapping: MappingFile; gaps: [] } | { mapping: null; gaps: MappingGap[] } {
  const gaps = gapsIn(uses, reading)
  if (gaps.length > 0) return { mapping: null, gaps }
  const parsed = MappingFile.safeParse(written(uses, reading, headings))
  return parsed.success
    ? { mapping: parsed.data, gaps: [] }
    : { mapping: null, gaps: [{ gap: 'invalid', columns: [] }] }
}

/** Uses that only one column of a file may have. */
const single = [
  ...(['date', 'checkpoint', 'checkpoint-name', 'direction', 'period', 'measure', 'value'] as const),
  ...(['state', 'source', 'provisional'] as const),
]

function gapsIn(uses: readonly ColumnUse[], reading: Reading): MappingGap[] {
  const gaps: MappingGap[] = []
  const of = (kind: ColumnUseKind): number[] => [...uses.keys()].filter((at) => uses[at]?.as === kind)
  const counts = of('count')
  const measure = of('measure')
  const value = of('value')
  if (of('date').length === 0) gaps.push({ gap: 'no-date', columns: [] })
  if (of('checkpoint').length === 0 && reading.checkpoint === null)
    gaps.push({ gap: 'no-place', columns: of('checkpoint-name') })
  if (counts.length > 0 && measure.length + value.length > 0)
    gaps.push({ gap: 'both-ways', columns: [...measure, ...value] })
  else if (counts.length === 0) {
    if (measure.length === 0 && value.length === 0) gaps.push({ gap: 'no-counts', columns: [] })
    else if (measure.length === 0) gaps.push({ gap: 'no-measure', columns: value })
    else if (value.length === 0) gaps.push({ gap: 'no-value', columns: measure })
    else if (reading.lineWords !== 'codes' && Object.keys(reading.lineWords).length === 0)
      gaps.push({ gap: 'no-words', columns: measure })
  }
  const directed = [...counts, ...of('total')]
  const directionOf = (at: number): string | null => {
    const use = uses[at]
    return use && 'direction' in use ? use.direction : null
  }
  const own = directed.filter((at) => directionOf(at) !== null)
  const column = of('direction')
  if (column.length > 0) {
    if (own.length > 0) gaps.push({ gap: 'both-ways', columns: column })
    if (Object.keys(reading.directionWords).length === 0) gaps.push({ gap: 'no-words', columns: column })
  } else if (own.length > 0) {
    const without = directed.filter((at) => directionOf(at) === null)
    if (without.length > 0) gaps.push({ gap: 'column-without-direction', columns: without })
  } else if (reading.direction === null) gaps.push({ gap: 'no-direction', columns: [] })
  for (const kind of single) {
    const columns = of(kind)
    if (columns.length > 1) gaps.push({ gap: 'twice', columns })
  }
  for (const columns of Map.groupBy(directed, (at) => JSON.stringify(uses[at])).values()) {
    if (columns.length > 1) gaps.push({ gap: 'twice', columns })
  }
  return gaps
}

function written(
  uses: readonly ColumnUse[],
  reading: Reading,
  headings: readonly string[],
): MappingFileInput {
  const named = (at: number): Column => {
    const heading = headings[at] ?? ''
    const once = heading !== '' && headings.indexOf(heading) === headings.lastIndexOf(heading)
    return reading.headings && once ? heading : at + 1
  }
  const column = (kind: ColumnUseKind): Column | undefined => {
    const at = uses.findIndex((use) => use.as === kind)
    return at < 0 ? undefined : named(at)
  }
  const all = <Kind extends 'count' | 'total'>(kind: Kind) =>
    [...uses.entries()].flatMap(([at, use]) =>
      use.as === kind ? [{ column: named(at), use: use as Extract<ColumnUse, { as: Kind }> }] : [],
    )
  const direction = (own: Direction | null) => (own === null ? {} : { direction: own })
  const counts = all('count')
  const totals = all('total')
  const period = column('period')
  const state = column('state')
  const source = column('source')
  const provisional = column('provisional')
  return {
    format: 1,
    ...(reading.encoding !== null && { encoding: reading.encoding }),
    separator: reading.separator,
    ...(reading.sheet !== null && { sheet: reading.sheet }),
    skipRows: reading.skipRows,
    headings: reading.headings,
    date: { column: column('date') ?? 1, pattern: reading.datePattern },
    checkpoint: placeWritten(column('checkpoint'), column('checkpoint-name'), reading),
    direction: directionWritten(
      column('direction'),
      [...counts, ...totals].some(({ use }) => use.direction !== null),
      reading,
    ),
    ...(period !== undefined && { period: { column: period, words: reading.periodWords } }),
    counts:
      counts.length > 0
        ? {
            columns: counts.map(({ column, use }) => ({
              column,
              line: use.line,
              ...direction(use.direction),
            })),
          }
        : {
            measureColumn: column('measure') ?? 1,
            valueColumn: column('value') ?? 1,
            lines: reading.lineWords,
          },
    controlTotals: totals.map(({ column, use }) => ({ column, unit: use.unit, ...direction(use.direction) })),
    notReported: reading.notReported,
    closed: reading.closed,
    notApplicable: reading.notApplicable,
    ...(state !== undefined && { state: { column: state } }),
    ...(reading.thousands !== null && { thousands: reading.thousands }),
    unknownPlaces: reading.unknownPlaces,
    ...(source !== undefined
      ? { source: { column: source } }
      : reading.source !== null && { source: reading.source }),
    provisional: provisional !== undefined ? { column: provisional } : reading.provisional,
  }
}

function placeWritten(
  column: Column | undefined,
  nameColumn: Column | undefined,
  reading: Reading,
): MappingFileInput['checkpoint'] {
  if (column === undefined) return { code: reading.checkpoint ?? '' }
  return {
    column,
    by: reading.placesBy,
    codes: reading.placeWords,
    create: reading.create,
    ...(nameColumn !== undefined && reading.placesBy === 'code' && { nameColumn }),
  }
}

function directionWritten(
  column: Column | undefined,
  inColumns: boolean,
  reading: Reading,
): MappingFileInput['direction'] {
  if (column !== undefined) return { column, words: reading.directionWords }
  return inColumns ? { inColumns: true } : { fixed: reading.direction ?? 'entry' }
}
