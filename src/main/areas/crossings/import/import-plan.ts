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
  width: number | null
  date: FoundColumn
  place: FoundColumn | null
  placeName: FoundColumn | null
  direction: FoundColumn | null
  period: FoundColumn | null
  counts: { column: FoundColumn; line: string }[]
  measure: { column: FoundColumn; value: FoundColumn; lines: ReadonlyMap<string, string> } | null
  controlTotals: { column: FoundColumn; unit: Unit }[]
  source: FoundColumn | null
  provisional: FoundColumn | null
}

/**
 * Finds the mapping's columns.
 * @param headings the file's headings; null where it has none and columns go by position
 * @throws AppError mapping-mismatch with the column that the file does not have
 */
export function planImport(mapping: MappingFile, headings: readonly string[] | null): ImportPlan {
  const trimmed = headings?.map((heading) => heading.trim()) ?? null
  const find = (column: Column): FoundColumn => {
    const index = typeof column === 'number' ? column - 1 : (trimmed?.indexOf(column) ?? -1)
    if (index < 0 || (trimmed && index >= trimmed.length)) throw new AppError('mapping-mismatch', { column })
    return { index, name: trimmed?.[index] || String(index + 1) }
  }
  const optional = (column: Column | undefined): FoundColumn | null =>
    column === undefined ? null : find(column)
  const { checkpoint, direction, counts, source, provisional } = mapping
  return {
    mapping,
    width: trimmed?.length ?? null,
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
            lines: new Map(Object.entries(counts.lines)),
          },
    controlTotals: mapping.controlTotals.map(({ column, unit }) => ({ column: find(column), unit })),
    source: typeof source === 'object' ? find(source.column) : null,
    provisional: typeof provisional === 'object' ? find(provisional.column) : null,
  }
}
