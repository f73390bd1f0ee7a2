import type { PreviewFigure, PreviewRow } from '../../../../shared/contract/import.ts'
import type { ColumnUse } from '../../../../shared/import/column-uses.ts'
import type { MappingGap } from '../../../../shared/import/mapping-gaps.ts'

/** Rows as the table shows them: judged by a check, or only read. */
export type ShownRow = Pick<PreviewRow, 'row' | 'cells'> & Partial<PreviewRow>

/** Columns that hold numbers, and so stand to the right. */
export function isFigure(use: ColumnUse | undefined): boolean {
  return use?.as === 'count' || use?.as === 'total' || use?.as === 'value'
}

/** How the check names a column: its heading, or its position. */
export function nameOfColumn(headings: readonly string[], at: number): string {
  return headings[at] || String(at + 1)
}

/** What a check says of one cell; null where it says nothing of it alone. */
export function judged(
  row: ShownRow,
  column: string,
): { refused: boolean; figure: PreviewFigure | null } | null {
  const refused = row.refused?.some((refusal) => refusal.column === column) ?? false
  const figure = row.figures?.find((each) => each.column === column) ?? null
  return refused || figure ? { refused, figure } : null
}

/** The columns at which something is missing; where any could be the one, the first that is not used yet. */
export function askingColumns(gaps: readonly MappingGap[], uses: readonly ColumnUse[]): Set<number> {
  const asking = gaps.flatMap(({ gap, columns }) => {
    if (gap === 'no-words' || gap === 'no-place' || gap === 'no-direction' || gap === 'invalid') return []
    if (columns.length > 0) return columns
    const free = uses.findIndex(({ as }) => as === 'nothing')
    return uses.length > 0 ? [Math.max(0, free)] : []
  })
  return new Set(asking)
}
