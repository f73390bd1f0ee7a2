import { headingJoint } from '../../shared/mapping-shape.ts'
import type { FileRow } from './file-row.ts'

/**
 * The headings of a file that has groups above them, as `入境 / 内地居民`. A group holds for its own column and those
 * after it that have none; in a workbook only where its cells are merged, if any of that row's are.
 */
export function joinHeadings(groups: FileRow, headings: FileRow): string[] {
  const exact = (groups.merged?.size ?? 0) > 0
  const width = Math.max(groups.cells.length, headings.cells.length)
  let carried = ''
  return Array.from({ length: width }, (_, index) => {
    const own = trimmed(groups.cells[index]) || trimmed(groups.merged?.get(index))
    // A cell over both rows is a heading without a group.
    const below = trimmed(headings.cells[index])
    if (own !== '' || exact) carried = own
    if (below === '') {
      carried = ''
      return own
    }
    return carried === '' || carried === below ? below : `${carried}${headingJoint}${below}`
  })
}

const trimmed = (text: string | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim()
