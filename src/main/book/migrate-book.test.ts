import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { runCommand } from '../dispatch/run-operation.ts'
import { allRows, journalledRows } from '../testing/all-rows.ts'
import { refusalOf } from '../testing/refusal.ts'
import { linksOf } from '../testing/tamper.ts'
import { type TestBook, testBook } from '../testing/test-book.ts'
import { BookWriter } from './batch.ts'
import { migrateBook, schemaVersion } from './migrate-book.ts'
import { migrations } from './migrations/index.ts'
import { rebuildBook } from './rebuild-book.ts'
import { verifyChain } from './verify-chain.ts'

const addWeather = `
ALTER TABLE count ADD COLUMN weather TEXT;
UPDATE count SET weather = 'unknown' WHERE value > 100;
`
const addNote = `
CREATE TABLE note (id TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO note SELECT 'note-' || code, kind FROM checkpoint;
`
const twoMore = [...migrations, addWeather, addNote]
const newest = migrations.length

/** Types a count as a program that has just opened the book would: a migration is over before the writer begins. */
async function record({ writer }: TestBook, date: string, value: number): Promise<void> {
  const counts = [{ line: 'trucks', direction: 'entry', date, period: 'day', value }]
  const answer = await runCommand(new BookWriter(writer.db), 'recordCounts', { checkpoint: 'yard', counts })
  expect(answer).toMatchObject({ ok: true, output: { changed: 1 } })
}

test('a migrated book says so in its journal, step by step, and its chain holds', async () => {
  const book = testBook()
  await record(book, '2025-02-03', 312)
  const { db } = book.writer
  const sequence = linksOf(db).length
  migrateBook(db, book.path, 1_700_000_000_000, twoMore)
  const entries = linksOf(db)
    .slice(sequence)
    .map(({ entity, key, entry }) => [entity, key, JSON.parse(entry)])
  const entry = { format: 1, at: 1_700_000_000_000, operation: 'migrateBook' }
  expect([schemaVersion(db), entries, verifyChain(db).damage]).toEqual([
    newest + 2,
    [
      [
        'schema',
        '["version"]',
        { ...entry, batch: sequence + 1, before: { version: newest }, after: { version: newest + 1 } },
      ],
      [
        'schema',
        '["version"]',
        { ...entry, batch: sequence + 2, before: { version: newest + 1 }, after: { version: newest + 2 } },
      ],
    ],
    [],
  ])
  expect(db.prepare('SELECT value, weather FROM count').all()).toEqual([{ value: 312, weather: 'unknown' }])
})

test('before each step a copy of the book as it was is put beside it', async () => {
  const book = testBook()
  await record(book, '2025-02-03', 312)
  const before = allRows(book.writer.db)
  const copies = migrateBook(book.writer.db, book.path, 1, twoMore)
  expect(copies).toEqual([
    `${book.path}-before-schema-${newest + 1}`,
    `${book.path}-before-schema-${newest + 2}`,
  ])
  const copy = new Database(copies[0], { readonly: true })
  expect([schemaVersion(copy), allRows(copy), copy.pragma('integrity_check', { simple: true })]).toEqual([
    newest,
    before,
    'ok',
  ])
  copy.close()
})

test('a book that has the newest schema is left alone', () => {
  const book = testBook()
  const { head } = book.writer
  expect([migrateBook(book.writer.db, book.path, 1), book.writer.head]).toEqual([[], head])
})

test('a migration that fails leaves the book as it was, and works once it is mended', async () => {
  const book = testBook()
  await record(book, '2025-02-03', 312)
  const { db } = book.writer
  const before = allRows(db)
  const broken = [...migrations, addWeather, `${addNote} INSERT INTO note VALUES ('a', NULL);`]
  expect(() => migrateBook(db, book.path, 1, broken.with(newest, `${addWeather} SELECT nonsense;`))).toThrow(
    /nonsense/,
  )
  expect([schemaVersion(db), allRows(db)]).toEqual([newest, before])
  expect(() => migrateBook(db, book.path, 1, broken)).toThrow(/NOT NULL/)
  expect(schemaVersion(db)).toBe(newest + 1)
  migrateBook(db, book.path, 1, twoMore)
  expect([schemaVersion(db), verifyChain(db).damage]).toEqual([newest + 2, []])
})

test('a book of a newer program is not touched, and no copy is made', () => {
  const book = testBook()
  const { db } = book.writer
  db.pragma('user_version = 99')
  const before = allRows(db)
  expect(refusalOf(() => migrateBook(db, book.path, 1, twoMore))).toEqual({
    code: 'book-newer',
    details: { path: book.path, book: 99, program: newest + 2 },
  })
  expect([allRows(db), existsSync(`${book.path}-before-schema-${newest + 1}`)]).toEqual([before, false])
})

test('a copy that an earlier attempt left unfinished is replaced by a whole one', () => {
  const book = testBook()
  writeFileSync(`${book.path}-before-schema-${newest + 1}`, 'half a copy')
  const [copy] = migrateBook(book.writer.db, book.path, 1, twoMore)
  const db = new Database(copy, { readonly: true })
  expect(schemaVersion(db)).toBe(newest)
  db.close()
})

test('a book with entries from before, between and after migrations is rebuilt as it was kept', async () => {
  const book = testBook()
  await record(book, '2025-02-03', 312)
  await record(book, '2025-02-04', 5)
  migrateBook(book.writer.db, book.path, 1, twoMore.slice(0, newest + 1))
  await record(book, '2025-02-04', 6)
  migrateBook(book.writer.db, book.path, 3, twoMore)
  await record(book, '2025-02-05', 700)
  const target = join(book.folder, 'rebuilt.portbook')
  const entries = rebuildBook(book.writer.db, target, twoMore)
  const rebuilt = new Database(target, { readonly: true })
  expect([entries, schemaVersion(rebuilt), journalledRows(rebuilt)]).toEqual([
    linksOf(book.writer.db).length,
    newest + 2,
    journalledRows(book.writer.db),
  ])
  expect(verifyChain(rebuilt)).toEqual(verifyChain(book.writer.db))
  rebuilt.close()
})
