import type { CountPosition, CountsFilter } from '../../../shared/contract/counts-table.ts'
import type { ErrorReport } from '../../../shared/errors.ts'
import { call } from '../../lib/client.ts'
import { download } from '../../lib/download.ts'

/**
 * Writes what the filter finds as a CSV file that an import takes back, and offers it as a download.
 * @param onRows told how many rows there are so far
 * @returns why not, or the number of rows
 */
export async function exportCounts(
  filter: CountsFilter,
  file: string,
  onRows: (rows: number) => void,
): Promise<{ rows: number } | { error: ErrorReport }> {
  const parts: Blob[] = []
  let rows = 0
  let after: CountPosition | null = null
  try {
    do {
      const answer: Awaited<ReturnType<typeof call<'writeCountsPart'>>> = await call('writeCountsPart', {
        filter,
        after,
      })
      if (!answer.ok) return { error: answer.error }
      // As a blob the browser may keep it on the disk.
      parts.push(new Blob([answer.output.text]))
      rows += answer.output.rows
      after = answer.output.next
      onRows(rows)
    } while (after !== null)
  } catch {
    return { error: { code: 'host-gone', details: {} } }
  }
  download(new Blob(parts, { type: 'text/csv;charset=utf-8' }), file)
  return { rows }
}
