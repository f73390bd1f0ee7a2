import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ImportResult } from '../../shared/contract/import.ts'
import type { Answer } from '../../shared/errors.ts'
import type { MappingFileInput } from '../../shared/mapping-file.ts'
import type { TestBook } from './test-book.ts'

/** A plain daily file of the test port's hall: `Date,Domestic,Foreign`, entries. */
export const plainMapping: MappingFileInput = {
  format: 1,
  date: { column: 'Date', pattern: 'YYYY-MM-DD' },
  checkpoint: { code: 'hall' },
  direction: { fixed: 'entry' },
  counts: {
    columns: [
      { column: 'Domestic', line: 'domestic' },
      { column: 'Foreign', line: 'foreign' },
    ],
  },
}

interface Choices {
  dryRun?: boolean
  unknownPlaces?: 'refuse' | 'create'
}

/** Imports a file with this content, by the plain mapping changed as said. */
export function importFile(
  book: TestBook,
  content: string | Buffer,
  change: Partial<MappingFileInput> = {},
  choices: Choices = {},
): Promise<Answer<ImportResult>> {
  const file = join(book.folder, 'counts.csv')
  writeFileSync(file, content)
  return book.call('importCounts', { file, mapping: { ...plainMapping, ...change }, ...choices })
}

/** Every count of the book as `checkpoint line direction date period value`, then source and `provisional` where set. */
export function storedCounts(book: TestBook): unknown[] {
  return book.writer.db
    .prepare(
      `SELECT concat_ws(' ', checkpoint, line, direction, date, period, coalesce(value, mark), source,
                        iif(provisional, 'provisional', NULL))
       FROM count ORDER BY checkpoint, date, period, line, direction`,
    )
    .pluck()
    .all()
}
