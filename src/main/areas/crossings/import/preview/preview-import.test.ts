import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ImportPreview, PreviewRow } from '../../../../../shared/contract/import.ts'
import type { MappingFileInput } from '../../../../../shared/mapping-file.ts'
import { PortFile } from '../../../../../shared/port-file.ts'
import { allRows } from '../../../../testing/all-rows.ts'
import { plainMapping } from '../../../../testing/import-file.ts'
import { signShift } from '../../../../testing/sign-shift.ts'
import { type TestBook, testBook } from '../../../../testing/test-book.ts'

const job = 'preview'

async function previewed(
  book: TestBook,
  content: string,
  change: Partial<MappingFileInput> = {},
): Promise<ImportPreview> {
  const file = join(book.folder, 'preview.csv')
  writeFileSync(file, content)
  return book.done('previewImport', { job, file, mapping: { ...plainMapping, ...change } })
}

const rowsOf = async (book: TestBook, filter: PreviewRow['outcome'] | 'all' = 'all') =>
  (await book.done('readPreviewRows', { job, filter, offset: 0, limit: 200 })).rows

test('every row is judged new, same, changed or refused, with what stands in the book and why; nothing is written', async () => {
  const book = testBook()
  const at = { direction: 'entry', period: 'day' } as const
  await book.done('recordCounts', {
    checkpoint: 'hall',
    counts: [
      { ...at, line: 'domestic', date: '2025-02-03', value: 120 },
      { ...at, line: 'foreign', date: '2025-02-03', value: 40 },
      { ...at, line: 'domestic', date: '2025-02-04', value: 80 },
    ],
  })
  const before = allRows(book.writer.db)
  const preview = await previewed(
    book,
    'Date,Domestic,Foreign\n2025-02-03,120,40\n2025-02-04,81,\n2025-02-05,1,2\n2025-02-30,1,2\n2025-02-06,x,3\n2025-02-07,,\n',
  )
  const rows = await rowsOf(book)
  expect({
    rowsBy: preview.rowsBy,
    rows: rows.map((row) => [
      row.row,
      row.outcome,
      ...row.figures.map(({ line, before, after }) => `${line} ${before} ${after}`),
      ...row.refused.map(({ column, code }) => `${column} ${code}`),
    ]),
    untouched: allRows(book.writer.db),
  }).toEqual({
    rowsBy: { new: 1, same: 1, changed: 1, refused: 2, nothing: 1 },
    rows: [
      [2, 'same', 'domestic 120 120', 'foreign 40 40'],
      [3, 'changed', 'domestic 80 81'],
      [4, 'new', 'domestic null 1', 'foreign null 2'],
      [5, 'refused', 'Date date-impossible'],
      [6, 'refused', 'foreign null 3', 'Domestic count-not-whole'],
      [7, 'nothing'],
    ],
    untouched: before,
  })
})

test('rows come in pages by their outcome', async () => {
  const book = testBook()
  const days = Array.from({ length: 28 }, (_, day) => `2025-02-${String(day + 1).padStart(2, '0')}`)
  await previewed(
    book,
    ['Date,Domestic,Foreign', ...days.map((day, at) => `${day},${at % 2 ? 'x' : at},1`)].join('\n'),
  )
  const page = async (filter: 'all' | 'refused', offset: number) =>
    (await book.done('readPreviewRows', { job, filter, offset, limit: 5 })).rows.map(({ row }) => row)
  expect([await page('all', 10), await page('refused', 10), await page('refused', 20)]).toEqual([
    [12, 13, 14, 15, 16],
    [23, 25, 27, 29],
    [],
  ])
})

test('words that nobody knows are listed once each, with their rows and what they may mean', async () => {
  const book = testBook()
  const preview = await previewed(
    book,
    [
      'Date,Place,Way,Shift,What,N',
      '2025-02-03,Passenger hall,In,early,Domestic,1',
      '2025-02-03,Passenger hal,In,,Domestic,1',
      '2025-02-04,Passenger hal,Inbound,,Domestics,2',
      '2025-02-05,Nowhere,In,Mornings,Forein,3',
      '2025-02-06,合计,In,,Domestic,3',
    ].join('\n'),
    {
      checkpoint: { column: 'Place', by: 'name', codes: { 合计: null } },
      direction: { column: 'Way', words: { In: 'entry' } },
      period: { column: 'Shift' },
      counts: { measureColumn: 'What', valueColumn: 'N', lines: { Domestic: 'domestic' } },
    },
  )
  expect({ unknown: preview.unknown, leftOut: preview.leftOut }).toEqual({
    leftOut: 1,
    unknown: {
      places: [
        { word: 'Passenger hal', rows: 2, suggestion: 'hall' },
        { word: 'Nowhere', rows: 1, suggestion: null },
      ],
      directions: [{ word: 'Inbound', rows: 1, suggestion: 'entry' }],
      periods: [
        { word: 'early', rows: 1, suggestion: null },
        { word: 'Mornings', rows: 1, suggestion: 'morning' },
      ],
      lines: [],
    },
  })
})

test('a preview that was let go of has no rows any more', async () => {
  const book = testBook()
  await previewed(book, 'Date,Domestic,Foreign\n2025-02-03,1,2\n')
  await book.done('closePreview', { job })
  expect(await book.call('readPreviewRows', { job, filter: 'all', offset: 0, limit: 1 })).toEqual({
    ok: false,
    error: { code: 'preview-gone', details: {} },
  })
})

test('a preview and an import that are asked to stop answer so, and write nothing', async () => {
  const book = testBook()
  const file = join(book.folder, 'preview.csv')
  writeFileSync(file, 'Date,Domestic,Foreign\n2025-02-03,1,2\n')
  const before = allRows(book.writer.db)
  const stopped = { ok: false, error: { code: 'cancelled', details: {} } }
  await book.done('cancelImport', { job })
  const preview = await book.call('previewImport', { job, file, mapping: plainMapping })
  await book.done('cancelImport', { job })
  const imported = await book.call('importCounts', { job, file, mapping: plainMapping })
  expect({ answers: [preview, imported], rows: allRows(book.writer.db) }).toEqual({
    answers: [stopped, stopped],
    rows: before,
  })
})

/** Files in which anything that the rules look at may come together: places made, parents, signed shifts, closures. */
const place = fc.constantFrom('hall', 'hall', 'hall', 'yard', 'new hall', 'other', '')
const cell = fc.oneof(
  { weight: 6, arbitrary: fc.nat({ max: 9 }).map(String) },
  { weight: 2, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.constantFrom('closed', 'not-applicable', 'x', '-1', '1.5', '99999999') },
)
const row = fc.tuple(
  fc.constantFrom('2025-02-03', '2025-02-04', '2025-05-01', '2025-05-02', '2999-01-01', '2025-02-30'),
  place,
  fc.constantFrom('in', 'in', 'out', 'up'),
  fc.constantFrom('', 'morning', 'night', 'night/1', 'noon'),
  fc.constantFrom('domestic', 'foreign', 'diplomats', 'e-gate', 'crew', 'trucks', 'ghost'),
  cell,
)
const wideRow = fc.tuple(
  fc.constantFrom('2025-02-03', '2025-02-04', '2025-05-01'),
  place,
  fc.constantFrom('in', 'out'),
  fc.constantFrom('', 'morning'),
  cell,
  cell,
  cell,
  cell,
)

const longMapping: Partial<MappingFileInput> = {
  checkpoint: { column: 'place', by: 'code', create: ['other'] },
  date: { column: 'date', pattern: 'YYYY-MM-DD' },
  direction: { column: 'way', words: { in: 'entry', out: 'exit' } },
  period: { column: 'shift' },
  counts: { measureColumn: 'line', valueColumn: 'n', lines: 'codes' },
}
const wideMapping: Partial<MappingFileInput> = {
  ...longMapping,
  checkpoint: { column: 'place', by: 'name', codes: { hall: 'hall', yard: 'yard' } },
  counts: {
    columns: [
      { column: 'a', line: 'domestic' },
      { column: 'b', line: 'foreign' },
      { column: 'c', line: 'diplomats' },
    ],
  },
  controlTotals: [{ column: 'd', unit: 'persons' }],
}

test.each([
  ['one measure a row', 'date,place,way,shift,line,n', row as fc.Arbitrary<string[]>, longMapping],
  ['a column a line', 'date,place,way,shift,a,b,c,d', wideRow as fc.Arbitrary<string[]>, wideMapping],
])(
  'the preview says what the import then does: %s',
  async (_, headings, rows, change) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(rows, { minLength: 1, maxLength: 25 }),
        fc.constantFrom('refuse', 'create') as fc.Arbitrary<'refuse' | 'create'>,
        async (table, unknownPlaces) => {
          const book = testBook()
          try {
            await book.done('recordCounts', {
              checkpoint: 'hall',
              counts: (['domestic', 'foreign'] as const).map((line) => ({
                line,
                direction: 'entry',
                date: '2025-02-03',
                period: 'day',
                value: 5,
                parts: '2+3',
              })),
            })
            signShift(book, 'hall', '2025-02-04', 'morning')
            const file = join(book.folder, 'random.csv')
            const once = [...new Set(table.map((cells) => cells.join(',')))]
            writeFileSync(file, [headings, ...once].join('\n'))
            const input = { file, mapping: { ...plainMapping, ...change }, unknownPlaces }
            const preview = await book.done('previewImport', { job, ...input })
            const { written, batch, ...imported } = await book.done('importCounts', input)
            const { rowsBy, unknown, ...told } = preview
            expect(told).toEqual(imported)
            expect(Object.values(rowsBy).reduce((a, b) => a + b)).toBe(imported.rows)
            expect(rowsBy.refused > 0).toBe(imported.refusedCells > 0)
            expect(written).toBe(imported.refusedCells === 0)
            if (!written) return
            const after = await book.done('previewImport', { job, ...input })
            expect({ ...after, rowsBy: { ...after.rowsBy, same: 0, nothing: 0 } }).toMatchObject({
              new: 0,
              changed: 0,
              rowsBy: { new: 0, changed: 0, refused: 0 },
              same: imported.counts,
            })
          } finally {
            book.remove()
          }
        },
      ),
      { numRuns: 40 },
    )
  },
  120_000,
)

const root = join(import.meta.dirname, '../../../../../..')
const hongKong = join(root, '../shared/data/hk-daily-passengers-2021-2023.csv')
test.skipIf(!existsSync(hongKong))(
  existsSync(hongKong)
    ? 'the Hong Kong file is previewed whole'
    : 'the Hong Kong file: skipped, since ../shared/data has none',
  async () => {
    const read = (path: string) => JSON.parse(readFileSync(join(root, 'e2e/fixtures', path), 'utf8'))
    const book = testBook(PortFile.parse(read('ports/hong-kong.json')))
    const input = { file: hongKong, mapping: read('mappings/hk-daily.json') }
    const { rowsBy, unknown, ...told } = await book.done('previewImport', { job, ...input })
    const { written, batch, ...imported } = await book.done('importCounts', input)
    expect({ told, rowsBy }).toEqual({
      told: imported,
      rowsBy: { new: 33_656, same: 0, changed: 0, refused: 0, nothing: 0 },
    })
  },
  60_000,
)
