import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { makeBook } from '../dispatch/make-book.ts'
import { allRows } from '../testing/all-rows.ts'
import { refusalOf } from '../testing/refusal.ts'
import { type TestBook, testBook, testFolder } from '../testing/test-book.ts'
import { testPort } from '../testing/test-port.ts'
import { copyBook, freeCopyPath } from './copy-book.ts'
import { openBook } from './open-book.ts'

/** An open book, with a count that is only in its log yet. */
async function countedBook(): Promise<TestBook> {
  const book = testBook()
  await book.done('recordCounts', {
    checkpoint: 'yard',
    counts: [{ line: 'trucks', direction: 'entry', date: '2025-02-03', period: 'day', value: 312 }],
  })
  return book
}

function rowsOf(path: string): unknown {
  const { writer, close } = openBook(path, 'test')
  const rows = allRows(writer.db)
  close()
  return rows
}

/** A disk of its own for the running test. */
function smallDisk(size: string): string {
  const disk = testFolder()
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk])
  onTestFinished(() => void execFileSync('umount', [disk]))
  return disk
}

const canMount = process.platform === 'linux' && process.getuid?.() === 0

test('a book that is open elsewhere is copied whole, each time under a name that no file has', async () => {
  const book = await countedBook()
  const before = allRows(book.writer.db)
  const folder = join(testFolder(), 'made', 'as', 'well')
  const copies = [1, 2].map(() => {
    const copy = freeCopyPath(book.path, folder)
    copyBook(book.path, copy)
    return copy
  })
  expect([
    readdirSync(folder).sort(),
    copies.map(rowsOf),
    freeCopyPath('/other/test-copy.portbook', folder),
  ]).toEqual([
    ['test-copy-2.portbook', 'test-copy.portbook'],
    [before, before],
    join(folder, 'test-copy-3.portbook'),
  ])
})

test.skipIf(!canMount)(
  'a book that was left with its log on a write-protected disk is copied with its last count',
  async () => {
    const book = await countedBook()
    const before = allRows(book.writer.db)
    const disk = smallDisk('4m')
    const left = join(disk, 'left.portbook')
    for (const part of ['', '-wal']) copyFileSync(book.path + part, left + part)
    execFileSync('chmod', ['444', left])
    execFileSync('mount', ['-o', 'remount,ro', disk])
    const folder = testFolder()
    const copy = join(folder, 'copy.portbook')
    copyBook(left, copy)
    expect([readdirSync(folder), rowsOf(copy), readdirSync(disk)]).toEqual([
      ['copy.portbook'],
      before,
      ['left.portbook', 'left.portbook-wal'],
    ])
  },
)

test('what is no sound book of this program is not copied, nor into a place that takes none; nothing half-written stays', () => {
  const folder = testFolder()
  const path = join(folder, 'test.portbook')
  const target = join(folder, 'copies')
  mkdirSync(target)
  writeFileSync(join(target, 'there.portbook'), 'another file')
  makeBook(path, testPort)
  const newer = join(folder, 'newer.portbook')
  copyFileSync(path, newer)
  new Database(newer).exec('PRAGMA user_version = 999').close()
  const cut = join(folder, 'cut.portbook')
  copyFileSync(path, cut)
  truncateSync(cut, 20_000)
  const codeOf = (book: string, copy: string) => refusalOf(() => copyBook(book, copy))?.code
  expect([
    ...[newer, cut, join(folder, 'gone.portbook')].map((book) => codeOf(book, join(target, 'copy.portbook'))),
    codeOf(path, join(path, 'below-a-file', 'copy.portbook')),
    codeOf(path, join(target, 'there.portbook')),
    readdirSync(target),
    readFileSync(join(target, 'there.portbook'), 'utf8'),
  ]).toEqual([
    'book-newer',
    'book-damaged',
    'book-missing',
    'folder-not-writable',
    'book-exists',
    ['there.portbook'],
    'another file',
  ])
})

test.skipIf(!canMount)('a copy that does not fit leaves nothing on the disk', async () => {
  const book = await countedBook()
  const disk = smallDisk('200k')
  expect([
    refusalOf(() => copyBook(book.path, join(disk, 'copy.portbook')))?.code,
    readdirSync(disk),
  ]).toEqual(['disk-full', []])
})
