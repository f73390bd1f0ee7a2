import type { PreviewRow, Refusal } from '../../../../shared/contract/import.ts'
import { nameOfColumn } from './rows-shown.ts'

/** A refused cell as a line of the list: its row, its column, what stands there, and why it is refused. */
export type RefusalLine = [row: string, column: string, cell: string, reason: string]

/** One line for each refusal of a row. */
export function refusalLines(
  { row, cells, refused }: Pick<PreviewRow, 'row' | 'cells' | 'refused'>,
  headings: readonly string[],
  reasonOf: (refusal: Refusal) => string,
): RefusalLine[] {
  return refused.map((refusal) => {
    const at = headings.findIndex((_, index) => nameOfColumn(headings, index) === refusal.column)
    return [String(row), refusal.column, cells[at] ?? '', reasonOf(refusal)]
  })
}
