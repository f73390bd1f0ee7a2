import { AppError } from '../../../../shared/errors.ts'
import type { Column, MappingFile } from '../../../../shared/mapping-file.ts'
import type { Unit } from '../../../../shared/words.ts'

/** A column found in the file: its place, and its name for messages. */
export interface FoundColumn {
  index: number
  name: string
}

/** The mapping laid over one file's headings: every column found. */
export interface ImportPlan {
  mapping: MappingFile
  /** Cells in a row. */
  width: number
  date: FoundColumn
  place: FoundColumn | null
  placeName: FoundColumn | null
  direction: FoundColumn | null
  period: FoundColumn | null
  counts: { column: FoundColumn; line: string }[]
  /** `lines` is null where the measure is the line's code itself. */
  measure: { column: FoundColumn; value: FoundColumn; lines: ReadonlyMap<string, string> | null } | null
  controlTotals: { column: FoundColumn; unit: Unit }[]
  state: FoundColumn | null
  source: FoundColumn | null
  provisional: FoundColumn | null
}

/**
 * Finds the mapping's columns.
 * @param first the file's first row: its headings, or where it has none data, and columns go by position
 * @throws AppError mapping-mismatch with the column that the file does not have, or has twice
 */
export function planImport(mapping: MappingFile, first: readonly string[]): ImportPlan {
  const headings = mapping.headings ? first.map((heading) => heading.trim()) : []
  const find = (column: Column): FoundColumn => {
    const index = typeof column === 'number' ? column - 1 : headings.indexOf(column)
    const twice = typeof column === 'string' && headings.lastIndexOf(column) !== index
    if (index < 0 || index >= first.length || twice) throw new AppError('mapping-mismatch', { column })
    return { index, name: headings[index] || String(index + 1) }
  }
  const optional = (column: Column | undefined): FoundColumn | null =>
    column === undefined ? null : find(column)
  const { checkpoint, direction, counts, source, provisional } = mapping
  return {
    mapping,
    width: first.length,
    date: find(mapping.date.column),
    place: 'column' in checkpoint ? find(checkpoint.column) : null,
    placeName: 'column' in checkpoint ? optional(checkpoint.nameColumn) : null,
    direction: 'column' in direction ? find(direction.column) : null,
    period: optional(mapping.period?.column),
    counts:
      'columns' in counts ? counts.columns.map(({ column, line }) => ({ column: find(column), line })) : [],
    measure:
      'columns' in counts
        ? null
        : {
            column: find(counts.measureColumn),
            value: find(counts.valueColumn),
            lines: counts.lines === 'codes' ? null : new Map(Object.entries(counts.lines)),
          },
    controlTotals: mapping.controlTotals.map(({ column, unit }) => ({ column: find(column), unit })),
    state: optional(mapping.state?.column),
    source: typeof source === 'object' ? find(source.column) : null,
    provisional: typeof provisional === 'object' ? find(provisional.column) : null,
  }
}
