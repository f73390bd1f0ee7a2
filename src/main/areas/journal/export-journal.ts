import type { QueryContext } from '../../book/handlers.ts'
import { type TableFormat, writeTable } from '../../book/write-table.ts'
import { iterateEntries, readEntry } from './journal.sql.ts'

const headings = [
  'desk',
  'sequence',
  'at',
  'person',
  'operation',
  'entity',
  'key',
  'before',
  'after',
  'reason',
  'batch',
  'undoes',
  'hash',
]

/** Writes every entry, oldest first, with instants as ISO text in UTC. */
export async function exportJournal(
  { db }: QueryContext,
  input: { format: TableFormat; file: string },
): Promise<{ rows: number; file: string }> {
  const rows = await writeTable(input.file, input.format, headings, entryRows(db))
  return { rows, file: input.file }
}

function* entryRows(db: QueryContext['db']): Generator<(string | number | null)[]> {
  for (const stored of iterateEntries(db)) {
    const entry = readEntry(stored)
    yield [
      entry.desk,
      entry.sequence,
      new Date(entry.at).toISOString(),
      entry.person,
      entry.operation,
      entry.entity,
      stored.key,
      entry.before && JSON.stringify(entry.before),
      entry.after && JSON.stringify(entry.after),
      entry.reason,
      entry.batch,
      entry.undoes,
      stored.hash,
    ]
  }
}
