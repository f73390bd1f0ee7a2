import type { StoredHeader } from './declarations.sql.ts'

/**
 * The date that a declaration is counted on, as ports count trade: only what is released counts, an import on the date
 * of its release, an export on the date of its clearance.
 */
export function countedDateOf(
  header: Pick<StoredHeader, 'state' | 'direction' | 'releasedDate' | 'clearedDate'>,
): string | null {
  if (header.state !== 'released') return null
  return header.direction === 'import' ? header.releasedDate : (header.clearedDate ?? header.releasedDate)
}
