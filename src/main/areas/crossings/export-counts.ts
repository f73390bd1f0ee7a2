import type { Language } from '../../../shared/words.ts'
import type { QueryContext } from '../../book/handlers.ts'
import { type Cell, type TableFormat, writeTable } from '../../book/write-table.ts'
import { type ExportedCount, iterateCounts } from './counts.sql.ts'

export const countHeadings = [
  'checkpoint',
  'date',
  'period',
  'direction',
  'line',
  'count',
  'state',
  'source',
  'provisional',
]

/** Writes the counts of a span of dates (all of them without one), month rows of its months included. */
export async function exportCounts(
  { db }: QueryContext,
  input: {
    from?: string | undefined
    to?: string | undefined
    format: TableFormat
    file: string
    language?: Language | undefined
  },
): Promise<{ rows: number; file: string }> {
  const from = input.from?.slice(0, 7) ?? '0000'
  const rows = await writeTable(input.file, input.format, countHeadings, exportRows(db, from, input))
  return { rows, file: input.file }
}

function* exportRows(
  db: QueryContext['db'],
  firstMonth: string,
  span: { from?: string | undefined; to?: string | undefined },
): Generator<Cell[]> {
  for (const count of iterateCounts(db, firstMonth, span.to ?? '9999-12-31')) {
    if (span.from !== undefined && count.period !== 'month' && count.date < span.from) continue
    yield countCells(count)
  }
}

/** A count as a row of an export, which an import takes back. */
export function countCells(count: ExportedCount): Cell[] {
  return [
    count.checkpoint,
    count.date,
    count.period,
    count.direction,
    count.line,
    count.value,
    count.mark ?? 'number',
    count.source,
    count.provisional,
  ]
}
