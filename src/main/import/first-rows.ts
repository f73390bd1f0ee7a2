import { AppError } from '../../shared/errors.ts'
import { headingRowsOf, type TableShape } from '../../shared/mapping-shape.ts'
import type { FileRow, FileRows } from './file-row.ts'
import { joinHeadings } from './headings.ts'

/** The headings, or where the file has none its first row, which is data. */
export async function firstRows(
  { rows }: FileRows,
  headings: TableShape['headings'],
  file: string,
): Promise<{ headings: string[]; data: FileRow | null }> {
  const next = async (): Promise<FileRow> => {
    const row = await rows.next()
    if (row.done) throw new AppError('file-empty', { file })
    return row.value
  }
  const first = await next()
  const number = headingRowsOf(headings)
  if (number === 0) return { headings: first.cells, data: first }
  return { headings: number === 2 ? joinHeadings(first, await next()) : first.cells, data: null }
}
