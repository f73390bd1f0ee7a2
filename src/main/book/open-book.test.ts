import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import type { ErrorCode } from '../../shared/errors.ts'
import { makeBook } from '../dispatch/make-book.ts'
import { runCommand } from '../dispatch/run-operation.ts'
import { refusalOf } from '../testing/refusal.ts'
import { type TestBook, testBook, testFolder } from '../testing/test-book.ts'
import { testPort } from '../testing/test-port.ts'
import { checkAtOpening, checkPages } from './check-book.ts'
import { openReader } from './connection.ts'
import { migrations } from './migrations/index.ts'
import { openBook, openBookToRead } from './open-book.ts'

const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

/** Both ways of opening, what they are refused with, and that the file stays as it is. */
function openings(path: string): { write: ErrorCode | null; read: ErrorCode | null; unchanged: boolean } {
  const before = sha256(path)
  const write = refusalOf(() => openBook(path, 'test').close())?.code ?? null
  const read = refusalOf(() => openBookToRead(path).close())?.code ?? null
  return { write, read, unchanged: sha256(path) === before }
}

function newBookPath(): string {
  const path = join(testFolder(), 'test.portbook')
  makeBook(path, testPort)
  return path
}

/** A book with enough counts to be some hundred pages long. */
async function longBook(): Promise<TestBook> {
  const book = testBook()
  for (let month = 1; month <= 12; month += 1) {
    const dates = Array.from({ length: 28 }, (_, day) => new Date(Date.UTC(2023, month - 1, day + 1)))
    await book.done('recordCounts', {
      checkpoint: 'hall',
      counts: dates.flatMap((date) =>
        (['entry', 'exit'] as const).map((direction) => ({
          line: 'domestic',
          direction,
          date: date.toISOString().slice(0, 10),
          period: 'morning',
          value: date.getUTCDate(),
        })),
      ),
    })
  }
  return book
}

test('a file that is not there is missing, and nothing is made in its place', () => {
  const folder = testFolder()
  const path = join(folder, 'gone.portbook')
  expect([
    refusalOf(() => openBook(path, 'test')),
    refusalOf(() => openBookToRead(path)),
    readdirSync(folder),
  ]).toEqual([{ code: 'book-missing', details: { path } }, { code: 'book-missing', details: { path } }, []])
})

// Windows lets nobody take away a file that is open.
test.skipIf(process.platform === 'win32')(
  'nothing is said to be saved in a book whose file was taken away or replaced, and all is saved again in its own',
  async () => {
    const path = newBookPath()
    const { writer, close } = openBook(path, 'test')
    const record = () =>
      runCommand(writer, 'recordCounts', {
        checkpoint: 'hall',
        counts: [{ line: 'domestic', direction: 'entry', date: '2023-01-02', period: 'morning', value: 7 }],
      })
    const missing = { ok: false, error: { code: 'book-missing', details: { path } } }
    renameSync(path, `${path}-aside`)
    expect(await record()).toEqual(missing)
    writeFileSync(path, 'another file')
    expect(await record()).toEqual(missing)
    renameSync(`${path}-aside`, path)
    expect(await record()).toMatchObject({ ok: true, output: { changed: 1 } })
    close()
  },
)

const foreign = { write: 'book-not-a-book', read: 'book-not-a-book', unchanged: true }

test.each([
  ['an empty file', ''],
  ['a short text file', 'Dear port,'],
  ['a long text file', 'Dear port, '.repeat(10_000)],
  ['a zip file', `PK\u0003\u0004${'\u0000'.repeat(5_000)}`],
])('%s is not a book', (_, text) => {
  const path = join(testFolder(), 'letter.portbook')
  writeFileSync(path, text)
  expect(openings(path)).toEqual(foreign)
})

test('a folder is not a book', () => {
  const path = join(testFolder(), 'folder.portbook')
  mkdirSync(path)
  expect(refusalOf(() => openBook(path, 'test'))?.code).toBe('book-not-a-book')
})

test('another program’s SQLite file is not a book, and keeps its own journal mode', () => {
  const path = join(testFolder(), 'other.portbook')
  new Database(path).exec('CREATE TABLE contact (name TEXT)').close()
  expect(openings(path)).toEqual(foreign)
})

test('a file with the book’s mark but without its tables is damaged', () => {
  const path = join(testFolder(), 'empty.portbook')
  const db = new Database(path)
  db.pragma(`application_id = ${0x50424f4b}`)
  db.pragma('user_version = 1')
  db.close()
  expect(openings(path)).toEqual({ write: 'book-damaged', read: 'book-damaged', unchanged: true })
})

test.each([100, 4_096, 20_000])('a book cut off after %i bytes is damaged', (bytes) => {
  const path = newBookPath()
  truncateSync(path, bytes)
  expect(openings(path)).toEqual({ write: 'book-damaged', read: 'book-damaged', unchanged: true })
})

test('a book of a newer program is refused and never changed, even where its tables are others', () => {
  const path = newBookPath()
  const db = new Database(path)
  db.pragma('user_version = 999')
  db.exec('ALTER TABLE desk RENAME TO office')
  db.close()
  expect(openings(path)).toEqual({ write: 'book-newer', read: 'book-newer', unchanged: true })
  expect(refusalOf(() => openBook(path, 'test'))).toEqual({
    code: 'book-newer',
    details: { path, book: 999, program: migrations.length },
  })
})

/** Fills a page of the journal's entries with garbage: one that opening a book does not read. */
function damageJournal(path: string): void {
  const db = new Database(path, { readonly: true })
  const page = db
    .prepare(
      `SELECT pageno FROM dbstat WHERE name = 'journal' AND pagetype = 'leaf' ORDER BY pageno LIMIT 1 OFFSET 2`,
    )
    .pluck()
    .get() as number
  db.close()
  const bytes = readFileSync(path)
  bytes.fill(0xa5, (page - 1) * 4_096, page * 4_096)
  writeFileSync(path, bytes)
}

test('garbage in a page of the middle is found by the check of every page', async () => {
  const book = await longBook()
  book.close()
  damageJournal(book.path)
  const reader = openBookToRead(book.path)
  expect(refusalOf(() => checkPages(reader, book.path))).toEqual({
    code: 'book-damaged',
    details: { path: book.path },
  })
  reader.close()
})

test('after an unclean end every page is checked before the book is opened', async () => {
  const book = await longBook()
  const left = join(testFolder(), 'left.portbook')
  copyFileSync(`${book.path}-wal`, `${left}-wal`)
  copyFileSync(book.path, left)
  book.close()
  const opened = openBook(left, 'test')
  expect(opened.writer.head).toEqual(openedHead(book))
  opened.close()

  damageJournal(book.path)
  writeFileSync(`${book.path}-wal`, 'what a killed program left')
  expect(refusalOf(() => openBook(book.path, 'test'))?.code).toBe('book-damaged')
})

function openedHead(book: TestBook): unknown {
  book.reopen()
  const { head } = book.writer
  book.close()
  return head
}

test('a book in a synchronised folder is refused for work, and can be read', () => {
  const folder = join(testFolder(), 'Dropbox')
  mkdirSync(folder)
  const path = join(folder, 'test.portbook')
  copyFileSync(newBookPath(), path)
  expect(openings(path)).toEqual({ write: 'book-on-network-folder', read: null, unchanged: true })
})

test('a book whose very first opening was cut short by a power cut opens', () => {
  const path = newBookPath()
  const left = join(testFolder(), 'left.portbook')
  const db = new Database(path)
  db.pragma('cache_size = 1')
  db.exec(`BEGIN; WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
           INSERT INTO name SELECT 'line', 'line-' || i, 'en', '0001-01-01', 'half written' FROM n`)
  copyFileSync(`${path}-journal`, `${left}-journal`)
  copyFileSync(path, left)
  db.exec('ROLLBACK')
  db.close()
  expect([readFileSync(left).includes('half written'), refusalOf(() => openBookToRead(left))?.code]).toEqual([
    true,
    'book-read-only',
  ])
  const opened = openBook(left, 'test')
  expect(
    opened.writer.db.prepare("SELECT count(*) AS half FROM name WHERE text = 'half written'").get(),
  ).toEqual({ half: 0 })
  opened.close()
})

test('a journal whose end was cut is noticed at every opening', () => {
  const path = newBookPath()
  const db = new Database(path)
  db.exec('DROP TRIGGER journal_keeps_entries')
  db.exec('DELETE FROM journal WHERE sequence = (SELECT max(sequence) FROM journal)')
  db.close()
  expect(openings(path)).toEqual({ write: 'book-damaged', read: 'book-damaged', unchanged: true })
})

test('durability is in force on the writer’s connection, and a reader cannot write', () => {
  const book = testBook()
  const { db } = book.writer
  const reader = openBookToRead(book.path)
  expect(
    ['journal_mode', 'synchronous', 'foreign_keys', 'fullfsync', 'trusted_schema'].map((name) =>
      db.pragma(name, { simple: true }),
    ),
  ).toEqual(['wal', 2, 1, 1, 0])
  expect(() => reader.exec("DELETE FROM name WHERE code = 'hall'")).toThrow(/readonly database/)
  reader.close()
})

test.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)(
  'a book on a write-protected disk is refused as read-only',
  () => {
    const disk = testFolder()
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk])
    onTestFinished(() => void execFileSync('umount', [disk]))
    const path = join(disk, 'test.portbook')
    makeBook(path, testPort)
    openBook(path, 'test').close()
    execFileSync('mount', ['-o', 'remount,ro', disk])
    expect(openings(path)).toEqual({ write: 'book-read-only', read: 'book-read-only', unchanged: true })
  },
)

test('a command that is committed while a reader checks the journal is no damage', () => {
  const book = testBook()
  const reader = openReader(book.path)
  onTestFinished(() => void reader.close())
  const prepare = reader.prepare.bind(reader)
  let committed = 0
  reader.prepare = ((text: string) => {
    if (text.includes('FROM journal')) {
      committed += 1
      const batch = book.writer.begin({ at: Date.now(), operation: 'keepNames', person: null })
      batch.put('name', ['port', 'test', 'en', '2024-01-01'], { text: `Name ${committed}` })
      batch.commit()
    }
    return prepare(text)
  }) as typeof reader.prepare
  checkAtOpening(reader, book.path)
  expect(committed).toBe(1)
})
