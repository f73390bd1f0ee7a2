import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { CountToRecord } from '../../../shared/contract/crossings.ts'
import { MappingFile } from '../../../shared/mapping-file.ts'
import { storedCounts } from '../../testing/import-file.ts'
import { type TestBook, testBook } from '../../testing/test-book.ts'

const mapping = MappingFile.parse(
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../../resources/mappings/portbook-export.json'), 'utf8'),
  ),
)

/** Counts of every kind: each period, mark, source and both places. */
async function filledBook(): Promise<TestBook> {
  const book = testBook()
  const at = { line: 'domestic', direction: 'entry', date: '2025-02-03' } as const
  const counts: CountToRecord[] = [
    { ...at, period: 'morning', value: 120, source: 'Border inspection, "north"' },
    { ...at, period: 'morning@10', value: 0 },
    { ...at, period: 'night/1', value: 5, source: '=2+2', provisional: true },
    { ...at, period: 'night/2', value: 6, date: '2025-02-04', provisional: true },
    { ...at, period: 'day', value: 'closed', direction: 'exit' },
    { ...at, period: 'day', value: 'not-applicable', line: 'buses' },
    { ...at, period: 'month', value: 9_000, date: '2025-02' },
    { ...at, period: 'day', value: 7, date: '2024-12-31' },
  ]
  await book.done('recordCounts', { checkpoint: 'hall', counts })
  await book.done('recordCounts', {
    checkpoint: 'yard',
    counts: [{ ...at, line: 'trucks', period: 'day', value: 28, source: '海关' }],
  })
  return book
}

const exported = async (book: TestBook, span: { from?: string; to?: string } = {}) => {
  const file = join(book.folder, 'export.csv')
  const answer = await book.done('exportCounts', { ...span, format: 'csv', file })
  return { file, rows: answer.rows, text: readFileSync(file, 'utf8') }
}

test('an export taken back into its own book is the same, figure by figure', async () => {
  const book = await filledBook()
  const { file, rows } = await exported(book)
  const again = await book.done('importCounts', { file, mapping })
  expect(again).toMatchObject({ rows, counts: 9, new: 0, same: 9, changed: 0, refused: [], batch: null })
})

test.each(['csv', 'xlsx'] as const)(
  'an export as %s taken into a new book of the same port gives the same counts',
  async (format) => {
    const book = await filledBook()
    const file = join(book.folder, `export.${format}`)
    await book.done('exportCounts', { format, file })
    const other = testBook()
    await other.done('importCounts', { file, mapping })
    expect(storedCounts(other)).toEqual(storedCounts(book))
  },
)

test('a CSV says of each figure where, when, what and what it is, and starts no formula', async () => {
  const { text } = await exported(await filledBook())
  expect({
    mark: text.startsWith('\ufeff'),
    rows: parse(text, { bom: true }).map((row) => row.join('|')),
  }).toEqual({
    mark: true,
    rows: [
      'checkpoint|date|period|direction|line|count|state|source|provisional',
      'hall|2025-02-03|day|entry|buses||not-applicable||',
      'hall|2024-12-31|day|entry|domestic|7|number||',
      'hall|2025-02|month|entry|domestic|9000|number||',
      'hall|2025-02-03|morning|entry|domestic|120|number|Border inspection, "north"|',
      'hall|2025-02-03|morning@10|entry|domestic|0|number||',
      "hall|2025-02-03|night/1|entry|domestic|5|number|'=2+2|1",
      'hall|2025-02-04|night/2|entry|domestic|6|number||1',
      'hall|2025-02-03|day|exit|domestic||closed||',
      'yard|2025-02-03|day|entry|trucks|28|number|海关|',
    ],
  })
})

test('a span has its dates and the month rows of its months', async () => {
  const book = await filledBook()
  const { text, rows } = await exported(book, { from: '2025-02-04', to: '2025-02-28' })
  expect({ rows, dates: parse(text, { bom: true, from: 2 }).map((row) => `${row[1]} ${row[2]}`) }).toEqual({
    rows: 2,
    dates: ['2025-02 month', '2025-02-04 night/2'],
  })
})

test('JSON has the same figures as CSV', async () => {
  const book = await filledBook()
  const { text } = await exported(book)
  const file = join(book.folder, 'export.json')
  await book.done('exportCounts', { format: 'json', file })
  const objects = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string | number | null>[]
  const [headings = [], ...rows] = parse(text, { bom: true })
  expect(objects.map((object) => headings.map((heading) => object[heading] ?? ''))).toEqual(
    rows.map((row) =>
      row.map((cell, column) => {
        const isNumber = headings[column] === 'count' || headings[column] === 'provisional'
        return isNumber && cell !== '' ? Number(cell) : cell.replace(/^'=/, '=')
      }),
    ),
  )
})
