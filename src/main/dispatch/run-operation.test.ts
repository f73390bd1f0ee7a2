import { linkSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { InputOf } from '../../shared/contract/index.ts'
import { openBookToRead } from '../book/open-book.ts'
import { allRows } from '../testing/all-rows.ts'
import { testBook } from '../testing/test-book.ts'
import { runCommand, runQuery } from './run-operation.ts'

const count = { line: 'trucks', direction: 'entry', date: '2025-02-03', period: 'day', value: 312 } as const
const unknown = (operation: string) => ({
  ok: false,
  error: { code: 'unknown-operation', details: { operation } },
})

test('an operation that is none, or not of a book, is unknown', async () => {
  const { writer } = testBook()
  const names = ['openSesame', '', 'toString', '__proto__', 'constructor', 'readDesk', 'startBook']
  const answers = names.map((name) => [runCommand(writer, name, {}), runQuery(writer.db, name, {})])
  expect(await Promise.all(answers.flat())).toEqual(names.flatMap((name) => [unknown(name), unknown(name)]))
})

test('a query is no command and a command no query: neither runs as the other', async () => {
  const { writer } = testBook()
  const before = allRows(writer.db)
  expect([
    await runCommand(writer, 'describePort', {}),
    await runQuery(writer.db, 'recordCounts', { checkpoint: 'yard', counts: [count] }),
  ]).toEqual([unknown('describePort'), unknown('recordCounts')])
  expect([allRows(writer.db), writer.db.inTransaction]).toEqual([before, false])
})

test.each([
  ['a field that is missing', { counts: [count] }, 'checkpoint'],
  ['a field too many', { checkpoint: 'yard', counts: [count], force: true }, ''],
  ['a number that is none', { checkpoint: 'yard', counts: [{ ...count, value: 1.5 }] }, 'counts.0.value'],
  ['a negative number', { checkpoint: 'yard', counts: [count, { ...count, value: -1 }] }, 'counts.1.value'],
  [
    'a date that does not exist',
    { checkpoint: 'yard', counts: [{ ...count, date: '2025-02-30' }] },
    'counts.0.date',
  ],
  [
    'a period that is none',
    { checkpoint: 'yard', counts: [{ ...count, period: 'noon!' }] },
    'counts.0.period',
  ],
  ['nothing at all', undefined, ''],
  ['no list', { checkpoint: 'yard', counts: [] }, 'counts'],
])('%s is invalid input, named by its field', async (_, input, field) => {
  const { writer } = testBook()
  const before = allRows(writer.db)
  expect(await runCommand(writer, 'recordCounts', input)).toEqual({
    ok: false,
    error: { code: 'invalid-input', details: { field, message: expect.stringMatching(/./) } },
  })
  expect(allRows(writer.db)).toEqual(before)
})

test('a command with one refused count writes none of them', async () => {
  const book = testBook()
  const before = allRows(book.writer.db)
  const answer = await book.call('recordCounts', {
    checkpoint: 'yard',
    counts: [count, { ...count, direction: 'exit' }, { ...count, line: 'buses' }],
  })
  expect([answer, allRows(book.writer.db)]).toEqual([
    { ok: false, error: { code: 'line-not-on-sheet', details: { checkpoint: 'yard', line: 'buses' } } },
    before,
  ])
})

test('a damaged page is a damaged book, not a bug', async () => {
  const book = testBook()
  await book.done('recordCounts', { checkpoint: 'yard', counts: [count] })
  const root = Number(
    book.writer.db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'count'").pluck().get(),
  )
  book.close()
  const bytes = readFileSync(book.path)
  bytes.fill(0xa5, (root - 1) * 4_096, root * 4_096)
  writeFileSync(book.path, bytes)
  const reader = openBookToRead(book.path)
  expect(
    await runQuery(reader, 'exportCounts', { format: 'json', file: join(book.folder, 'out.json') }),
  ).toEqual({ ok: false, error: { code: 'book-damaged', details: { path: book.path } } })
  reader.close()
  expect(readdirSync(book.folder).filter((name) => name.startsWith('out'))).toEqual([])
})

test('an export never takes the place of the open book, its log, or another book', async () => {
  const book = testBook()
  const other = testBook()
  other.close()
  linkSync(book.path, join(book.folder, 'same-file.csv'))
  const before = readFileSync(book.path)
  const targets = [
    book.path,
    `${book.path}-wal`,
    `${book.path}-lock`,
    join(book.folder, 'same-file.csv'),
    other.path,
  ]
  for (const file of targets) {
    for (const operation of ['exportCounts', 'exportJournal'] as const) {
      expect(await book.call(operation, { format: 'csv', file })).toEqual({
        ok: false,
        error: { code: 'book-exists', details: { path: file } },
      })
    }
  }
  expect(readFileSync(book.path).equals(before)).toBe(true)
  const plain = join(book.folder, 'counts.csv')
  writeFileSync(plain, 'an older export')
  expect(await book.call('exportCounts', { format: 'csv', file: plain })).toMatchObject({ ok: true })
})

test.each(['no-such-folder/out.csv', 'file/out.csv', 'x'.repeat(300), 'folder', 'nul\u0000l'])(
  'a file that cannot be written or read is a listed error: %j',
  async (name) => {
    const book = testBook()
    writeFileSync(join(book.folder, 'file'), '')
    const file = name === 'folder' ? book.folder : `${book.folder}/${name}`
    const mapping = {
      format: 1 as const,
      date: { column: 'date', pattern: 'ISO' as const },
      checkpoint: { code: 'yard' },
      direction: { fixed: 'entry' as const },
      counts: { columns: [{ column: 'trucks', line: 'trucks' }] },
    } satisfies InputOf<'importCounts'>['mapping']
    const answers = [
      await book.call('exportCounts', { format: 'csv', file }),
      await book.call('exportJournal', { format: 'json', file }),
      await book.call('importCounts', { file, mapping }),
    ]
    const listed = ['file-unreadable', 'file-missing', 'invalid-input']
    expect(answers.map((answer) => !answer.ok && listed.includes(answer.error.code))).toEqual([
      true,
      true,
      true,
    ])
  },
)

test('a query sees the book at one instant, whatever is saved while it runs', async () => {
  const book = testBook()
  const reader = openBookToRead(book.path)
  const file = join(book.folder, 'journal.json')
  const before = await book.done('verifyJournal', {})
  const exporting = runQuery(reader, 'exportJournal', { format: 'json', file })
  await book.done('recordCounts', {
    checkpoint: 'hall',
    counts: [{ line: 'domestic', direction: 'entry', date: '2025-02-03', period: 'morning', value: 7 }],
  })
  expect(await exporting).toEqual({ ok: true, output: { rows: before.entries, file } })
  reader.close()
})
