import type { MappingFile } from '../../../../shared/mapping-file.ts'
import type { Column } from '../../../../shared/mapping-shape.ts'
import type { Direction, Unit } from '../../../../shared/words.ts'
import { columnFinder, type FoundColumn } from '../../../import/find-column.ts'

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
  /** `direction` is null where the row or the mapping says it. */
  counts: { column: FoundColumn; line: string; direction: Direction | null }[]
  /** `lines` is null where the measure is the line's code itself. */
  measure: {
    column: FoundColumn
    value: FoundColumn
    lines: ReadonlyMap<string, string | null> | null
  } | null
  controlTotals: { column: FoundColumn; unit: Unit; direction: Direction | null }[]
  state: FoundColumn | null
  source: FoundColumn | null
  provisional: FoundColumn | null
  /** Columns in which some words leave their rows out. */
  leavingOut: { column: FoundColumn; words: ReadonlySet<string> }[]
}

/**
 * Finds the mapping's columns.
 * @param first the file's headings, or where it has none its first row of data, and columns go by position
 * @throws AppError mapping-mismatch with the column that the file does not have, or has twice
 */
export function planImport(mapping: MappingFile, first: readonly string[]): ImportPlan {
  const find = columnFinder(first, mapping.headings !== false)
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
      'columns' in counts
        ? counts.columns.map(({ column, line, direction: own }) => ({
            column: find(column),
            line,
            direction: own ?? null,
          }))
        : [],
    measure:
      'columns' in counts
        ? null
        : {
            column: find(counts.measureColumn),
            value: find(counts.valueColumn),
            lines: counts.lines === 'codes' ? null : new Map(Object.entries(counts.lines)),
          },
    controlTotals: mapping.controlTotals.map(({ column, unit, direction: own }) => ({
      column: find(column),
      unit,
      direction: own ?? null,
    })),
    state: optional(mapping.state?.column),
    source: typeof source === 'object' ? find(source.column) : null,
    provisional: typeof provisional === 'object' ? find(provisional.column) : null,
    leavingOut: [
      'column' in checkpoint ? { column: find(checkpoint.column), words: leftOut(checkpoint.codes) } : null,
      'column' in direction ? { column: find(direction.column), words: leftOut(direction.words) } : null,
      mapping.period ? { column: find(mapping.period.column), words: leftOut(mapping.period.words) } : null,
      'lines' in counts && counts.lines !== 'codes'
        ? { column: find(counts.measureColumn), words: leftOut(counts.lines) }
        : null,
    ].filter((each) => each !== null && each.words.size > 0) as ImportPlan['leavingOut'],
  }
}

/** The words that stand for nothing. */
function leftOut(words: Readonly<Record<string, string | null>>): Set<string> {
  return new Set(Object.keys(words).filter((word) => words[word] === null))
}
