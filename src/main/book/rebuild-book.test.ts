import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { makeBook } from '../dispatch/make-book.ts'
import { allRows } from '../testing/all-rows.ts'
import { refusalOf } from '../testing/refusal.ts'
import { bookWithHistory, tampering } from '../testing/tamper.ts'
import { makeTestBook, testBook, testFolder } from '../testing/test-book.ts'
import { testPort } from '../testing/test-port.ts'
import { step, take } from '../testing/walk.ts'
import { openBook, openBookToRead } from './open-book.ts'
import { rebuildBook } from './rebuild-book.ts'

// Hundreds of runs, on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

test('after any walk of commands the tables made from the journal alone are the kept ones', async () => {
  const written = { setting: 0, counts: 0, total: 0, undo: 0, redo: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const book = makeTestBook()
      try {
        for (const taken of steps) if ((await take(book, taken)) !== null) written[taken.do] += 1
        const target = join(book.folder, 'rebuilt.portbook')
        rebuildBook(book.writer.db, target)
        const rebuilt = openBookToRead(target)
        expect(allRows(rebuilt)).toEqual(allRows(book.writer.db))
        rebuilt.close()
      } finally {
        book.remove()
      }
    }),
    { numRuns: 25, seed: 20_260_301 },
  )
  expect(Object.values(written).filter((number) => number < 3)).toEqual([])
})

test('a rebuilt book can be worked on and goes on with the same chain', async () => {
  const book = await bookWithHistory()
  const target = join(book.folder, 'rebuilt.portbook')
  expect(rebuildBook(book.writer.db, target)).toBe(book.last)
  const rebuilt = openBook(target, 'test')
  expect(rebuilt.writer.head).toEqual(book.writer.head)
  rebuilt.close()
})

test('a table that was changed past the journal is not what the rebuilt one says', () => {
  const book = testBook()
  book.writer.db.exec("UPDATE checkpoint SET kind = 'rail' WHERE code = 'hall'")
  const target = join(book.folder, 'rebuilt.portbook')
  rebuildBook(book.writer.db, target)
  const rebuilt = new Database(target)
  expect(rebuilt.prepare("SELECT kind FROM checkpoint WHERE code = 'hall'").get()).toEqual({
    kind: 'passengers',
  })
  rebuilt.close()
})

test('a file of the target’s name is left as it is', () => {
  const book = testBook()
  const target = join(book.folder, 'letter.txt')
  writeFileSync(target, 'Dear port,')
  expect(refusalOf(() => rebuildBook(book.writer.db, target))).toEqual({
    code: 'book-exists',
    details: { path: target },
  })
  expect(readFileSync(target, 'utf8')).toBe('Dear port,')
})

test('a damaged chain is refused, naming the entry, and nothing is made', async () => {
  const book = await bookWithHistory()
  const forger = tampering(book).edit(book.last - 9, 'entry', '{"format":1,"at":1}')
  const target = join(book.folder, 'rebuilt.portbook')
  expect(refusalOf(() => rebuildBook(forger.db, target))).toEqual({
    code: 'book-damaged',
    details: { path: book.path, journal: book.last - 9 },
  })
  expect([existsSync(target), existsSync(`${target}-new`)]).toEqual([false, false])
  forger.db.close()
})

test('folders above the rebuilt book are made', () => {
  const folder = testFolder()
  const path = join(folder, 'test.portbook')
  makeBook(path, testPort)
  const source = openBookToRead(path)
  rebuildBook(source, join(folder, 'again', 'test.portbook'))
  source.close()
  expect(existsSync(join(folder, 'again', 'test.portbook'))).toBe(true)
})
