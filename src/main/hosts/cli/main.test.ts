import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { endedUncleanly } from '../../book/check-book.ts'
import { startChild } from '../../testing/child.ts'
import { portbook, portbookJson } from '../../testing/command-line.ts'
import { testBook, testFolder } from '../../testing/test-book.ts'

// Processes and threads start slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

test.each(
  [
    [],
    ['open'],
    ['verify'],
    ['verify', '--book', 'F', '--loud'],
    ['report', 'fortnight', '--book', 'F', '--date', '2025-02-03'],
    ['report', 'day', 'please', '--book', 'F', '--date', '2025-02-03'],
    ['new', '--book', 'F', '--port', 'no-such-file.json'],
    ['export', 'counts', '--book', 'F', '--format', 'pdf', '--out', 'F'],
    ['report', 'day', '--book', 'F', '--date', '2024-08-31', '--part', 'weather'],
    ['sample', '--book', 'F', '--port', 'atlantis'],
    ['sample', '--book', 'F', '--years', '0'],
  ].map((args) => [args.join(' ') || 'nothing', args] as const),
)('%s is wrong use', async (_, args) => {
  expect(await portbookJson(...args)).toEqual({
    status: 2,
    answer: { error: { code: 'wrong-use', message: expect.stringMatching(/./) } },
  })
})

test('wrong use is explained where errors go, not where data goes', async () => {
  const { status, out, error } = await portbook(['verify'])
  expect([status, out, error.split('\n').slice(0, 2)]).toEqual([
    2,
    '',
    ['--book is missing', 'Usage (every verb takes --json; docs/COMMAND-LINE.md):'],
  ])
})

test('a date that does not exist is wrong use, a checkpoint that does not exist is what the data says', async () => {
  const book = testBook()
  book.close()
  const report = ['report', 'day', '--book', book.path]
  expect(await portbookJson(...report, '--date', '2025-02-30')).toMatchObject({
    status: 2,
    answer: { error: { code: 'invalid-input' } },
  })
  expect(await portbookJson(...report, '--date', '2025-02-03', '--checkpoint', 'moon')).toMatchObject({
    status: 1,
    answer: { error: { code: 'unknown-checkpoint' } },
  })
  expect(
    await portbookJson(...report, '--date', '2025-02-03', '--out', join(book.folder, 'no', 'folder')),
  ).toEqual({
    status: 1,
    answer: { error: { code: 'file-unreadable', details: { path: join(book.folder, 'no', 'folder') } } },
  })
})

test('a file that is no book is refused in one sentence', async () => {
  const path = join(testFolder(), 'letter.portbook')
  writeFileSync(path, 'Dear port,')
  expect(await portbook(['verify', '--book', path])).toEqual({
    status: 1,
    out: '',
    error: `This file is not a book of Portbook. (path ${path})\n`,
  })
})

test('while a program holds the book, queries answer and commands are refused, naming it', async () => {
  const book = testBook()
  book.close()
  const csv = join(book.folder, 'counts.csv')
  writeFileSync(csv, 'date,trucks\n2025-02-03,312\n')
  const map = join(book.folder, 'mapping.json')
  writeFileSync(
    map,
    JSON.stringify({
      format: 1,
      date: { column: 'date', pattern: 'ISO' },
      checkpoint: { code: 'yard' },
      direction: { fixed: 'entry' },
      counts: { columns: [{ column: 'trucks', line: 'trucks' }] },
    }),
  )
  const holder = startChild('hold-book.ts', [book.path, 'the other program'])
  await holder.lines.next()
  const importing = ['import', 'counts', '--book', book.path, '--file', csv, '--mapping', map]
  expect([
    await portbookJson('verify', '--book', book.path),
    await portbookJson('report', 'day', '--book', book.path, '--date', '2025-02-03'),
    await portbookJson(...importing),
  ]).toMatchObject([
    { status: 0, answer: { sound: true } },
    { status: 0 },
    {
      status: 1,
      answer: { error: { code: 'book-in-use', details: { program: 'the other program', pid: holder.pid } } },
    },
  ])
  const { status, error } = await portbook(importing)
  expect([status, error]).toEqual([
    1,
    expect.stringMatching(
      /^The book is open in another program\. \(path .*, program the other program, computer .*, since 20\d\d-/,
    ),
  ])
  await holder.finish()
  expect(await portbookJson(...importing)).toMatchObject({ status: 0, answer: { written: true } })
})

test('a query changes nothing of a closed book, which then opens as after a clean end', async () => {
  const book = testBook()
  book.close()
  const before = readFileSync(book.path)
  await portbook(['verify', '--book', book.path])
  expect([readFileSync(book.path).equals(before), endedUncleanly(book.path)]).toEqual([true, false])
})

test('output that nobody reads to its end is no failure', async () => {
  const book = testBook()
  book.close()
  const report = ['report', 'year', '--book', book.path, '--date', '2025-02-03']
  expect(await portbook(report, true)).toEqual({ status: 0, out: '', error: '' })
})
