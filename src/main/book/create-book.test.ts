import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { makeBook } from '../dispatch/make-book.ts'
import { journalledRows } from '../testing/all-rows.ts'
import { refusalOf } from '../testing/refusal.ts'
import { testBook, testFolder } from '../testing/test-book.ts'
import { testPort } from '../testing/test-port.ts'
import { createBook } from './create-book.ts'
import { migrations } from './migrations/index.ts'
import { openBook } from './open-book.ts'

test('a new book is one file with the program’s mark and the newest schema', () => {
  const folder = testFolder()
  makeBook(join(folder, 'port.portbook'), testPort)
  expect(readdirSync(folder)).toEqual(['port.portbook'])
  const db = new Database(join(folder, 'port.portbook'), { readonly: true })
  expect([
    db.pragma('application_id', { simple: true }),
    db.pragma('user_version', { simple: true }),
    db.pragma('integrity_check', { simple: true }),
    db.pragma('foreign_key_check'),
  ]).toEqual([0x50424f4b, migrations.length, 'ok', []])
  db.close()
})

test('folders above a new book are made', () => {
  const path = join(testFolder(), 'books', '口岸', 'port.portbook')
  makeBook(path, testPort)
  expect(readdirSync(dirname(path))).toEqual(['port.portbook'])
})

test('a book appears under its name only when it is whole: a fill that fails leaves nothing', () => {
  const folder = testFolder()
  const path = join(folder, 'port.portbook')
  let seenWhileFilling = true
  const fail = () =>
    createBook(path, 0, (batch) => {
      batch.put('midnight_rule', ['2025-01-01'], { rule: 'split' })
      seenWhileFilling = existsSync(path)
      throw new Error('power cut')
    })
  expect(fail).toThrow('power cut')
  expect([seenWhileFilling, readdirSync(folder)]).toEqual([false, []])
})

test('a file of that name is left as it is, whatever it is', () => {
  const folder = testFolder()
  const path = join(folder, 'letter.portbook')
  writeFileSync(path, 'Dear port,')
  expect(refusalOf(() => makeBook(path, testPort))).toEqual({ code: 'book-exists', details: { path } })
  expect([readdirSync(folder), readFileSync(path, 'utf8')]).toEqual([['letter.portbook'], 'Dear port,'])
})

test('what an earlier attempt left unfinished is replaced', () => {
  const folder = testFolder()
  const path = join(folder, 'port.portbook')
  writeFileSync(`${path}-new`, 'half a book')
  makeBook(path, testPort)
  expect(readdirSync(folder)).toEqual(['port.portbook'])
  openBook(path, 'test').close()
})

test('a folder that cannot be made is a listed error', () => {
  const folder = testFolder()
  writeFileSync(join(folder, 'file'), '')
  const path = join(folder, 'file', 'port.portbook')
  expect(refusalOf(() => makeBook(path, testPort))?.code).toBe('folder-not-writable')
})

test.each(['OneDrive', 'OneDrive - Port Office', 'Dropbox', '坚果云', 'Яндекс.Диск', 'iCloudDrive'])(
  'a new book is refused in the synchronised folder %s, and no file is left there',
  (name) => {
    const folder = join(testFolder(), name, 'books')
    const path = join(folder, 'port.portbook')
    expect(refusalOf(() => makeBook(path, testPort))?.code).toBe('book-on-network-folder')
    expect(readdirSync(folder)).toEqual([])
  },
)

test('a folder whose name only resembles a synchronised one takes a book', () => {
  const path = join(testFolder(), 'our OneDriveway', 'port.portbook')
  makeBook(path, testPort)
  expect(existsSync(path)).toBe(true)
})

test('the write-ahead log of a book that was taken away is never mixed into a new book of the same name', async () => {
  const book = testBook()
  const path = join(book.folder, 'away', 'test.portbook')
  await book.done('recordCounts', {
    checkpoint: 'yard',
    counts: [{ line: 'trucks', direction: 'entry', date: '2025-02-03', period: 'day', value: 42 }],
  })
  const log = readFileSync(`${book.path}-wal`)
  book.close()
  mkdirSync(dirname(path))
  writeFileSync(`${path}-wal`, log)
  const created = (): unknown => {
    makeBook(path, testPort)
    const opened = openBook(path, 'test')
    const { count, line } = journalledRows(opened.writer.db)
    opened.close()
    return { counts: count, lines: line?.length }
  }
  expect(created()).toEqual({ counts: [], lines: testPort.lines.length })
  const setAside = readdirSync(dirname(path)).find((name) => name.startsWith('test.portbook-wal'))
  expect(readFileSync(join(dirname(path), setAside ?? 'missing')).equals(log)).toBe(true)
})
