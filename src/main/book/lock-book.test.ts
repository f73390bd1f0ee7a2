import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { expect, test, vi } from 'vitest'
import { startChild } from '../testing/child.ts'
import { refusalOf } from '../testing/refusal.ts'
import { testBook } from '../testing/test-book.ts'
import { endedUncleanly } from './check-book.ts'
import { openBook, openBookToRead } from './open-book.ts'

// Processes and threads start slowly on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

test('the second to open a book is told which program of which process holds it, and since when', async () => {
  const book = testBook()
  book.close()
  const before = Date.now()
  const holder = startChild('hold-book.ts', [book.path, 'the other program'])
  await holder.lines.next()
  const refusal = refusalOf(() => openBook(book.path, 'test'))
  expect(refusal).toEqual({
    code: 'book-in-use',
    details: {
      path: book.path,
      program: 'the other program',
      computer: hostname(),
      user: userInfo().username,
      pid: holder.pid,
      since: expect.any(Number),
    },
  })
  const since = Number(refusal?.details.since)
  expect([since >= before, since <= Date.now()]).toEqual([true, true])
})

test('a book that another process holds can be read meanwhile', async () => {
  const book = testBook()
  book.close()
  const holder = startChild('hold-book.ts', [book.path, 'the other program'])
  await holder.lines.next()
  const reader = openBookToRead(book.path)
  expect(reader.prepare('SELECT port FROM book').get()).toEqual({ port: 'testport' })
  reader.close()
})

test('a book is free as soon as its holder has closed it, and only the lock’s own file is left', async () => {
  const book = testBook()
  book.close()
  const holder = startChild('hold-book.ts', [book.path, 'the other program'])
  await holder.lines.next()
  await holder.finish()
  expect([readdirSync(book.folder), endedUncleanly(book.path)]).toEqual([
    ['test.portbook', 'test.portbook-lock'],
    false,
  ])
  book.reopen()
})

test('a lock dies with its process, which leaves its log behind', async () => {
  const book = testBook()
  await book.done('recordCounts', {
    checkpoint: 'yard',
    counts: [{ line: 'trucks', direction: 'entry', date: '2025-02-03', period: 'day', value: 42 }],
  })
  book.close()
  const holder = startChild('hold-book.ts', [book.path, 'the other program'])
  await holder.lines.next()
  await holder.kill()
  expect(existsSync(`${book.path}-shm`)).toBe(true)
  book.reopen()
  expect(refusalOf(() => openBook(book.path, 'test'))?.code).toBe('book-in-use')
})

test('a lock file that was damaged is mended, and does not make the book unreadable', () => {
  const book = testBook()
  book.close()
  writeFileSync(`${book.path}-lock`, 'not a database'.repeat(1_000))
  book.reopen()
  expect(refusalOf(() => openBook(book.path, 'test'))).toMatchObject({
    code: 'book-in-use',
    details: { program: 'test' },
  })
  expect(statSync(`${book.path}-lock`).size % 4_096).toBe(0)
})
