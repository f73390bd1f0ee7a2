import { AppError } from '../../shared/errors.ts'
import type { Column } from '../../shared/mapping-shape.ts'
import type { FileRow } from './file-row.ts'

/** A column found in the file: its place, and its name for messages. */
export interface FoundColumn {
  index: number
  name: string
}

/**
 * Finds columns in a file by heading or position.
 * @param first the file's headings, or where it has none its first row of data
 * @returns a function that throws AppError mapping-mismatch for a column that the file does not have, or has twice
 */
export function columnFinder(
  first: readonly string[],
  hasHeadings: boolean,
): (column: Column) => FoundColumn {
  const headings = hasHeadings ? first.map((heading) => heading.trim()) : []
  return (column) => {
    const index = typeof column === 'number' ? column - 1 : headings.indexOf(column)
    const twice = typeof column === 'string' && headings.lastIndexOf(column) !== index
    if (index < 0 || index >= first.length || twice) throw new AppError('mapping-mismatch', { column })
    return { index, name: headings[index] || String(index + 1) }
  }
}

/** A cell that says what the row is about: one that is merged with the cell above says the same. */
export function textOf({ cells, merged }: FileRow, { index }: FoundColumn): string {
  return cells[index] || merged?.get(index) || ''
}
