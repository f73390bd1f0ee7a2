import { MappingFile, type MappingFileInput } from '../mapping-file.ts'
import type { Column } from '../mapping-shape.ts'
import type { Direction } from '../words.ts'
import type { ColumnUse, ColumnUseKind, Reading } from './column-uses.ts'
import { type MappingGap, mappingGaps } from './mapping-gaps.ts'

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
  const gaps = mappingGaps(uses, reading)
  if (gaps.length > 0) return { mapping: null, gaps }
  const parsed = MappingFile.safeParse(written(uses, reading, headings))
  return parsed.success
    ? { mapping: parsed.data, gaps: [] }
    : { mapping: null, gaps: [{ gap: 'invalid', columns: [] }] }
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
