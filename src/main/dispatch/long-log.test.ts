import { copyFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test, vi } from 'vitest'
import { verifyChain } from '../book/verify-chain.ts'
import { startChild } from '../testing/child.ts'
import { testBook, testFolder } from '../testing/test-book.ts'
import { testPort } from '../testing/test-port.ts'
import { yardFile } from '../testing/yard-file.ts'
import { type Desk, startDesk } from './desk.ts'
import { makeBook } from './make-book.ts'

vi.setConfig({ testTimeout: 60_000 })

const span = ['2012-01-01', '2013-12-31'] as const
const daysInBothDirections = 2 * 731

async function newDesk(): Promise<{ desk: Desk; book: string; folder: string }> {
  const folder = testFolder()
  const book = join(folder, 'test.portbook')
  makeBook(book, testPort)
  const threadScript = new URL('./book-thread.ts', import.meta.url)
  const desk = await startDesk({
    book,
    booksFolder: folder,
    settingsFolder: testFolder(),
    threadScript,
    program: 'web',
  })
  onTestFinished(() => desk.close())
  return { desk, book, folder }
}

const logSize = (book: string): number => statSync(`${book}-wal`).size

/** How many counts have this value in the book's file alone, its log left aside. */
function countsWithoutLog(book: string, value: number): number {
  const copy = join(testFolder(), 'copy.portbook')
  copyFileSync(book, copy)
  const db = new Database(copy)
  const number = db.prepare<[number, number], number>('SELECT count(*) FROM count WHERE value IN (?, ?)')
  try {
    // A file that is being written while it is copied may not be readable yet.
    return number.pluck().get(value, value + 1) ?? 0
  } catch {
    return 0
  } finally {
    db.close()
  }
}

const imported = (desk: Desk, folder: string, value: number) =>
  desk.call('importCounts', yardFile(folder, value, ...span))

test('the log of an import is moved into the book soon after its answer', async () => {
  const { desk, book, folder } = await newDesk()
  expect(await imported(desk, folder, 100)).toMatchObject({
    ok: true,
    output: { new: daysInBothDirections },
  })
  await vi.waitFor(() => expect(countsWithoutLog(book, 100)).toBe(daysInBothDirections), {
    timeout: 20_000,
    interval: 100,
  })
})

test('a reader that needs the book as it was only puts off the moving of the log', async () => {
  const { desk, book, folder } = await newDesk()
  const reader = new Database(book, { readonly: true })
  reader.exec('BEGIN; SELECT number FROM desk')
  await imported(desk, folder, 100)
  await pause(500)
  expect(countsWithoutLog(book, 100)).toBe(0)
  reader.close()
  await vi.waitFor(() => expect(countsWithoutLog(book, 100)).toBe(daysInBothDirections), {
    timeout: 20_000,
    interval: 100,
  })
})

test('the log of many imports in a row stays as long as that of a few', async () => {
  const { desk, book, folder } = await newDesk()
  for (const value of [100, 200, 300, 400]) await imported(desk, folder, value)
  const ofFour = logSize(book)
  for (let value = 500; value <= 1_200; value += 100) await imported(desk, folder, value)
  expect(logSize(book)).toBeLessThan(2 * ofFour)
})

const manyYears = ['1990-01-01', '2013-12-31'] as const

test('without a thread for it the log of a long import waits for the next commit', async () => {
  const book = testBook()
  const { new: counts } = await book.done('importCounts', yardFile(book.folder, 100, ...manyYears))
  expect([logSize(book.path) > 1_000 * 4_096, countsWithoutLog(book.path, 100)]).toEqual([true, 0])
  await book.done('recordCounts', {
    checkpoint: 'yard',
    counts: [{ line: 'trucks', direction: 'entry', date: '2025-02-03', period: 'day', value: 7 }],
  })
  expect(countsWithoutLog(book.path, 100)).toBe(counts)
})

test('without a thread for it the log of many long imports in a row stays as long as that of a few', async () => {
  const book = testBook()
  const importing = (value: number) => book.done('importCounts', yardFile(book.folder, value, ...manyYears))
  for (const value of [100, 200, 300, 400]) await importing(value)
  const ofFour = logSize(book.path)
  for (let value = 500; value <= 900; value += 100) await importing(value)
  expect(logSize(book.path)).toBeLessThan(1.5 * ofFour)
})

test('a program killed after the answer of an import, before its log was moved, has lost nothing', async () => {
  const book = testBook()
  book.close()
  let value = 100
  for (const wait of [0, 30, 90, 200]) {
    const child = startChild('import-forever.ts', [book.path, String(value)])
    const named = Number((await child.lines.next()).value)
    await pause(wait)
    await child.kill()
    book.reopen()
    const { db } = book.writer
    const [kept] = db.prepare<[], number>('SELECT min(value) FROM count').pluck().all()
    const entries = db
      .prepare<[], number>("SELECT count(*) FROM journal WHERE entity = 'count'")
      .pluck()
      .get()
    // The next import was perhaps cut off: it is there whole or not at all.
    expect([verifyChain(db).damage, (kept ?? 0) >= named, (entries ?? 0) % daysInBothDirections]).toEqual([
      [],
      true,
      0,
    ])
    book.close()
    value += 1_000
  }
})
