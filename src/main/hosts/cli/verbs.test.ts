import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { portbook, portbookJson } from '../../testing/command-line.ts'
import { tampering } from '../../testing/tamper.ts'
import { makeTestBook, type TestBook } from '../../testing/test-book.ts'
import { testPort } from '../../testing/test-port.ts'
import { rowsXml, workbookBytes } from '../../testing/workbook.ts'

// Processes and threads start slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

/** A book on which the verbs are tried one after the other, as in a terminal. */
let book: TestBook
let file: (name: string) => string

beforeAll(() => {
  book = makeTestBook()
  book.close()
  file = (name) => join(book.folder, name)
  const columns = [{ column: 'trucks', line: 'trucks' }]
  const mapping = {
    format: 1,
    date: { column: 'date', pattern: 'ISO' },
    checkpoint: { code: 'yard' },
    direction: { column: 'way', words: { in: 'entry', out: 'exit' } },
    counts: { columns },
  }
  writeFileSync(file('mapping.json'), JSON.stringify(mapping))
  writeFileSync(file('good.csv'), 'date,way,trucks\n2025-02-03,in,312\n2025-02-03,out,7\n')
  writeFileSync(file('bad.csv'), 'date,way,trucks\n2025-02-04,in,5\n2025-02-05,in,many\n')
})
afterAll(() => book.remove())

const importing = (name: string, ...more: string[]) =>
  portbookJson(
    'import',
    'counts',
    '--book',
    book.path,
    '--file',
    file(name),
    '--mapping',
    file('mapping.json'),
    ...more,
  )

const imported = {
  rows: 2,
  counts: 2,
  new: 2,
  same: 0,
  changed: 0,
  controlTotals: { new: 0, same: 0, changed: 0 },
  disagreeing: [],
  repeated: [],
  refused: [],
  refusedCells: 0,
  createdCheckpoints: [],
  leftOut: 0,
  hiddenRows: 0,
  written: true,
}

test('import takes a workbook too, by the sheet that the mapping names', async () => {
  const sheets = [
    { name: 'Notes', rows: rowsXml([['nothing here']]) },
    {
      name: 'Counts',
      rows: rowsXml([
        ['date', 'way', 'trucks'],
        ['2024-02-03', 'in', 31],
      ]),
    },
  ]
  writeFileSync(file('counts.xlsx'), workbookBytes({ sheets }))
  const mapping = JSON.parse(readFileSync(file('mapping.json'), 'utf8')) as object
  writeFileSync(file('sheet.json'), JSON.stringify({ ...mapping, sheet: 'Counts' }))
  const options = ['--book', book.path, '--file', file('counts.xlsx'), '--mapping', file('sheet.json')]
  expect(await portbookJson('import', 'counts', ...options, '--dry-run')).toEqual({
    status: 0,
    answer: { ...imported, rows: 1, counts: 1, new: 1, written: false, batch: null },
  })
})

test('new makes a book from a port file or a ready-made port, once', async () => {
  writeFileSync(file('port.json'), JSON.stringify(testPort))
  mkdirSync(file('made'))
  const path = file('made/own.portbook')
  const own = ['new', '--book', path, '--port', file('port.json')]
  expect(await portbookJson(...own)).toEqual({
    status: 0,
    answer: { book: path, port: 'testport', checkpoints: 2, lines: 7 },
  })
  expect(await portbookJson(...own)).toEqual({
    status: 1,
    answer: { error: { code: 'book-exists', details: { path } } },
  })
  const ready = await portbook(['new', '--book', file('made/horgos.portbook'), '--port', 'horgos'])
  expect(ready).toEqual({
    status: 0,
    out: `New book for horgos: ${file('made/horgos.portbook')}\n`,
    error: '',
  })
  expect(readdirSync(file('made'))).toEqual(['horgos.portbook', 'own.portbook'])
})

test('sample makes a sample book, once', async () => {
  const path = file('sample.portbook')
  const sample = ['sample', '--book', path, '--port', 'horgos']
  const made = { book: path, port: 'horgos', from: '2023-10-01', to: '2023-12-31' }
  expect(await portbookJson(...sample)).toEqual({
    status: 0,
    answer: { ...made, figures: expect.any(Number) },
  })
  expect(await portbookJson(...sample)).toEqual({
    status: 1,
    answer: { error: { code: 'book-exists', details: { path } } },
  })
})

test('import says what it did: nothing in a trial, once in earnest, and the same again', async () => {
  const trial = { ...imported, written: false, batch: null }
  expect(await importing('good.csv', '--dry-run')).toEqual({ status: 0, answer: trial })
  expect(await importing('good.csv')).toEqual({
    status: 0,
    answer: { ...imported, batch: expect.any(Number) },
  })
  expect(await importing('good.csv')).toEqual({
    status: 0,
    answer: { ...imported, new: 0, same: 2, batch: null },
  })
})

test('an import with a refused row ends 1, names the row, and writes nothing', async () => {
  const { status, answer } = await importing('bad.csv')
  expect({ status, answer }).toEqual({
    status: 1,
    answer: {
      ...imported,
      counts: 1,
      new: 1,
      refused: [expect.objectContaining({ row: 3, column: 'trucks', reason: expect.stringMatching(/./) })],
      refusedCells: 1,
      written: false,
      batch: null,
    },
  })
  const report = ['report', 'day', '--book', book.path, '--date', '2025-02-04', '--checkpoint', 'yard']
  const { lines } = (await portbookJson(...report)).answer as { lines: { count: number | null }[] }
  expect(lines.map(({ count }) => count)).toEqual([null, null, null, null])
})

test('a report is JSON or CSV, on the screen or in a file, and one JSON object with --json', async () => {
  const report = ['report', 'day', '--book', book.path, '--date', '2025-02-03', '--checkpoint', 'yard']
  const json = await portbookJson(...report)
  const { answer } = json
  expect(json).toMatchObject({
    status: 0,
    answer: {
      period: { kind: 'day', from: '2025-02-03', to: '2025-02-03', checkpoint: 'yard' },
      passengers: { entries: null, exits: null, total: null },
    },
  })
  const shown = await portbook(report)
  expect([shown.status, JSON.parse(shown.out)]).toEqual([0, answer])
  const csv = await portbook([...report, '--format', 'csv', '--language', 'zh-CN'])
  expect([csv.status, csv.out.startsWith('\uFEFF'), csv.out.includes('312')]).toEqual([0, true, true])
  expect(await portbookJson(...report, '--format', 'csv', '--language', 'zh-CN')).toEqual({
    status: 0,
    answer: { text: csv.out },
  })
  const out = file('report.csv')
  expect(await portbookJson(...report, '--format', 'csv', '--language', 'zh-CN', '--out', out)).toEqual({
    status: 0,
    answer: { file: out },
  })
  expect(readFileSync(out, 'utf8')).toBe(csv.out)
})

test('exports say how many rows they wrote', async () => {
  const out = file('out.json')
  const counts = ['export', 'counts', '--book', book.path, '--format', 'json', '--out', out]
  expect(await portbookJson(...counts)).toEqual({ status: 0, answer: { rows: 2, file: out } })
  expect(JSON.parse(readFileSync(out, 'utf8')).map((row: { count: number }) => row.count)).toEqual([312, 7])
  const journal = ['export', 'journal', '--book', book.path, '--out', file('journal.csv')]
  const { status, answer } = await portbookJson(...journal)
  const rows = readFileSync(file('journal.csv'), 'utf8').trim().split('\r\n').length - 1
  expect([status, answer]).toEqual([0, { rows, file: file('journal.csv') }])
})

test('the port of a book is exported as a file that a new book is made from, which exports the same', async () => {
  const [port, again] = [file('port.json'), file('again.json')]
  const other = file('other.portbook')
  expect([
    await portbookJson('export', 'port', '--book', book.path, '--out', port),
    (await portbook(['new', '--book', other, '--port', port])).status,
    (await portbook(['export', 'port', '--book', other, '--out', again])).out,
    readFileSync(again, 'utf8') === readFileSync(port, 'utf8'),
  ]).toEqual([{ status: 0, answer: { file: port } }, 0, `Port written to ${again}\n`, true])
})

test('a report is a page too, and a workbook, which needs a file to go to', async () => {
  const report = ['report', 'day', '--book', book.path, '--date', '2025-02-03', '--checkpoint', 'yard']
  const page = await portbook([...report, '--format', 'html'])
  expect([page.status, page.out.startsWith('<!doctype html>'), page.out.includes('>312<')]).toEqual([
    0,
    true,
    true,
  ])
  expect(await portbook([...report, '--format', 'xlsx'])).toMatchObject({ status: 2, out: '' })
  const out = file('report.xlsx')
  expect(await portbookJson(...report, '--format', 'xlsx', '--out', out)).toEqual({
    status: 0,
    answer: { file: out },
  })
  const { sheets } = await readXlsx(readFileSync(out))
  expect(sheets[0]?.rows.flat()).toContain(312)
})

test('a report or an export never takes the place of the book', async () => {
  const before = readFileSync(book.path)
  const refused = { status: 1, answer: { error: { code: 'book-exists', details: { path: book.path } } } }
  const target = ['--book', book.path, '--out', book.path]
  expect([
    await portbookJson('report', 'day', '--date', '2025-02-03', ...target),
    await portbookJson('export', 'counts', ...target),
    await portbookJson('export', 'port', ...target),
    readFileSync(book.path).equals(before),
  ]).toEqual([refused, refused, refused, true])
})

test('rebuild makes the tables again, and verify finds the same head in both books', async () => {
  const target = file('rebuilt.portbook')
  const verified = await portbookJson('verify', '--book', book.path)
  const { entries, head } = verified.answer as { entries: number; head: string }
  const sound = { status: 0, answer: { sound: true, entries, head, damage: [] } }
  expect(verified).toEqual(sound)
  expect(await portbookJson('rebuild', '--book', book.path, '--to', target)).toEqual({
    status: 0,
    answer: { book: target, entries },
  })
  expect(await portbookJson('verify', '--book', target, '--head', head)).toEqual(sound)
})

test('verify ends 1 on a book that was tampered with, and says where', async () => {
  tampering(book).edit(3, 'entry', '{"format":1,"at":1,"operation":"createBook","batch":1}').db.close()
  const { status, out, error } = await portbook(['verify', '--book', book.path])
  expect([status, out.split('\n').slice(1), error]).toEqual([
    1,
    ['desk 1, entry 3: edited', 'The journal has been tampered with or is damaged.', ''],
    '',
  ])
  expect(await portbookJson('verify', '--book', book.path)).toMatchObject({
    status: 1,
    answer: { sound: false, damage: [{ kind: 'edited', desk: 1, sequence: 3 }] },
  })
})

test('the openings of a sample book are exported, taken back as the same, and a row that cannot be ends with status 1', async () => {
  const path = file('staffed.portbook')
  const list = file('openings.csv')
  const mapping = join(import.meta.dirname, '../../../../resources/openings-mappings/portbook-export.json')
  await portbook(['sample', '--book', path, '--port', 'horgos'])
  const taking = (from: string) =>
    portbookJson('import', 'openings', '--book', path, '--file', from, '--mapping', mapping)
  const written = await portbookJson(
    'export',
    'openings',
    '--book',
    path,
    '--from',
    '2023-12-25',
    '--out',
    list,
  )
  const { rows } = written.answer as { rows: number }
  expect(rows).toBeGreaterThan(0)
  expect(await taking(list)).toMatchObject({
    status: 0,
    answer: { rows, same: rows, new: 0, changed: 0, batch: null },
  })
  const [headings, first] = readFileSync(list, 'utf8').split('\r\n')
  writeFileSync(file('nowhere.csv'), `${headings}\r\n${first?.replace(/^[^,]*/, 'nowhere')}\r\n`)
  expect(await taking(file('nowhere.csv'))).toMatchObject({
    status: 1,
    answer: { refused: [{ row: 2, code: 'unknown-checkpoint' }], written: false },
  })
})
