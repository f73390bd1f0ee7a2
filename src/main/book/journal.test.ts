import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { bookWithHistory, hashOf, linksOf, startOf } from '../testing/tamper.ts'
import { testBook } from '../testing/test-book.ts'

test('every link of the chain follows from the description in docs/BOOK.md', async () => {
  const { writer } = await bookWithHistory()
  const links = linksOf(writer.db)
  let before = startOf(writer.db)
  const recomputed = links.map((link, index) => {
    before = hashOf(before, { ...link, sequence: index + 1 })
    return before.toString('hex')
  })
  expect(links.map((link) => link.hash.toString('hex'))).toEqual(recomputed)
  expect(writer.db.prepare('SELECT sequence, hash FROM desk').get()).toEqual({
    sequence: links.length,
    hash: before,
  })
})

test('an entry says who, when, what, before and after, and leaves out what is null', async () => {
  const book = testBook()
  const first = book.writer.head.sequence + 1
  const count = { line: 'trucks', direction: 'entry', date: '2025-02-03', period: 'day' } as const
  const saved = await book.done('recordCounts', { checkpoint: 'yard', counts: [{ ...count, value: 312 }] })
  const again = await book.done('recordCounts', {
    checkpoint: 'yard',
    counts: [{ ...count, value: 321, source: 'phone', provisional: true }],
  })
  const emptied = await book.done('recordCounts', { checkpoint: 'yard', counts: [{ ...count, value: null }] })
  const undone = await book.done('undo', { batch: first + 2 })
  const stored = linksOf(book.writer.db).slice(first - 1)
  const is321 = { value: 321, source: 'phone', provisional: 1 }
  expect(
    stored.map(({ sequence, entity, key, entry }) => [sequence, entity, key, JSON.parse(entry)]),
  ).toEqual(
    [
      { at: saved.savedAt, operation: 'recordCounts', batch: first, after: { value: 312 } },
      {
        at: again.savedAt,
        operation: 'recordCounts',
        batch: first + 1,
        before: { value: 312 },
        after: is321,
      },
      { at: emptied.savedAt, operation: 'recordCounts', batch: first + 2, before: is321 },
      { at: undone.savedAt, operation: 'undo', batch: first + 3, undoes: first + 2, after: is321 },
    ].map((entry, index) => [
      first + index,
      'count',
      '["yard","trucks","entry","2025-02-03","day"]',
      { format: 1, ...entry },
    ]),
  )
})

test('a value typed over itself writes no entry', async () => {
  const book = testBook()
  const input = {
    checkpoint: 'yard',
    counts: [{ line: 'trucks', direction: 'entry', date: '2025-02-03', period: 'day', value: 312 } as const],
  }
  const first = await book.done('recordCounts', input)
  const second = await book.done('recordCounts', input)
  expect([first.changed, second.changed, second.batch, book.writer.head.sequence]).toEqual([
    1,
    0,
    null,
    first.batch,
  ])
})

test.each([
  ['changed', 'UPDATE journal SET entry = entry WHERE sequence = 3'],
  ['given another hash', "UPDATE journal SET hash = x'00'"],
  ['renumbered', 'UPDATE journal SET sequence = sequence + 1000'],
  ['deleted', 'DELETE FROM journal WHERE sequence = 3'],
  [
    'replaced',
    'REPLACE INTO journal SELECT desk, sequence, entity, key, entry, hash FROM journal WHERE sequence = 3',
  ],
])('an entry cannot be %s by any statement of the program’s connection', (_, statement) => {
  const { writer } = testBook()
  const before = linksOf(writer.db)
  expect(() => writer.db.exec(statement)).toThrow('the journal is append-only')
  expect(linksOf(writer.db)).toEqual(before)
})

test('a batch that is abandoned leaves the chain where it was, and the next one follows it', () => {
  const { writer } = testBook()
  const { head } = writer
  const batch = writer.begin({ operation: 'recordCounts', at: 1, person: null })
  batch.put('midnight_rule', ['2025-01-01'], { rule: 'start-day' })
  batch.abandon()
  expect(writer.head).toEqual(head)
  const next = writer.begin({ operation: 'recordCounts', at: 1, person: null })
  next.put('midnight_rule', ['2025-01-01'], { rule: 'start-day' })
  next.commit()
  const links = linksOf(writer.db)
  const last = links.at(-1)
  const before = links.at(-2)?.hash ?? Buffer.alloc(0)
  expect([last?.sequence, last?.hash]).toEqual([head.sequence + 1, last && hashOf(before, last)])
})

test('a trial run writes nothing', () => {
  const { writer } = testBook()
  const { head } = writer
  const batch = writer.begin({ operation: 'importCounts', at: 1, person: null })
  batch.put('midnight_rule', ['2025-01-01'], { rule: 'start-day' })
  batch.discard()
  batch.commit()
  expect([writer.head, writer.db.prepare('SELECT * FROM midnight_rule').all()]).toEqual([
    head,
    [{ from_date: '0001-01-01', rule: 'split' }],
  ])
})
