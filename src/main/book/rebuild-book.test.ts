import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { CountToRecord } from '../../shared/contract/crossings.ts'
import { makeBook } from '../dispatch/make-book.ts'
import { allRows } from '../testing/all-rows.ts'
import { refusalOf } from '../testing/refusal.ts'
import { bookWithHistory, tampering } from '../testing/tamper.ts'
import { makeTestBook, type TestBook, testBook, testFolder } from '../testing/test-book.ts'
import { testPort } from '../testing/test-port.ts'
import { openBook, openBookToRead } from './open-book.ts'
import { rebuildBook } from './rebuild-book.ts'

// Hundreds of runs, on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

const count = fc.record({
  line: fc.constantFrom('domestic', 'foreign', 'diplomats', 'e-gate', 'crew', 'buses'),
  direction: fc.constantFrom('entry', 'exit'),
  date: fc.constantFrom('2025-02-03', '2025-02-04', '2025-05-01'),
  period: fc.constantFrom('morning', 'morning@10', 'night/1', 'night/2', 'day'),
  value: fc.oneof(fc.constantFrom(null, 'closed', 'not-applicable'), fc.nat({ max: 30 })) as fc.Arbitrary<
    CountToRecord['value']
  >,
  provisional: fc.boolean(),
}) as fc.Arbitrary<CountToRecord>

type Step =
  | { do: 'counts'; counts: CountToRecord[] }
  | { do: 'total'; value: number | null }
  | { do: 'undo' }
  | { do: 'redo' }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('counts' as const),
      counts: fc.array(count, { minLength: 1, maxLength: 6 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('total' as const), value: fc.option(fc.nat({ max: 500 })) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('redo' as const) }) },
)

/** Takes a step; one that the rules refuse is part of the walk too. Answers whether something was written. */
async function take(book: TestBook, taken: Step): Promise<boolean> {
  const steps = await book.done('readUndoSteps', {})
  const answer = await (() => {
    if (taken.do === 'counts') return book.call('recordCounts', { checkpoint: 'hall', counts: taken.counts })
    if (taken.do === 'undo') return book.call('undo', { batch: steps.undo?.batch ?? 0 })
    if (taken.do === 'redo') return book.call('redo', { batch: steps.redo?.batch ?? 0 })
    const total = { direction: 'entry', unit: 'persons', date: '2025-02-03', period: 'morning' } as const
    return book.call('recordCounts', {
      checkpoint: 'hall',
      controlTotals: [{ ...total, value: taken.value }],
    })
  })()
  return answer.ok && answer.output.changed > 0
}

test('after any walk of commands the tables made from the journal alone are the kept ones', async () => {
  let written = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const book = makeTestBook()
      try {
        for (const taken of steps) written += (await take(book, taken)) ? 1 : 0
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
  expect(written).toBeGreaterThan(100)
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
