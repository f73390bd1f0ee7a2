import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import type { Verification } from '../../shared/contract/journal.ts'
import { bookWithHistory, type Forger, tampering } from '../testing/tamper.ts'
import { testBook } from '../testing/test-book.ts'
import { verifyChain } from './verify-chain.ts'

type Damage = Verification['damage'][number]

const otherHash = Buffer.alloc(32, 7)
const changed = '{"format":1,"at":1,"operation":"recordCounts","batch":1}'

/** What somebody did to the file, and what the check says: `m` is an entry of the middle, `last` the last one. */
const cases: [
  string,
  (forger: Forger, m: number, last: number) => unknown,
  (m: number, last: number) => Damage,
][] = [
  [
    'an entry’s text was edited',
    (forger, m) => forger.edit(m, 'entry', changed),
    (m) => ({ kind: 'edited', desk: 1, sequence: m }),
  ],
  [
    'an entry was given another row’s key',
    (forger, m) => forger.edit(m, 'key', '["hall"]'),
    (m) => ({ kind: 'edited', desk: 1, sequence: m }),
  ],
  [
    'the first entry was edited',
    (forger) => forger.edit(1, 'entity', 'count'),
    () => ({ kind: 'edited', desk: 1, sequence: 1 }),
  ],
  [
    'the last entry was edited',
    (forger, _, last) => forger.edit(last, 'entry', changed),
    (_, last) => ({ kind: 'edited', desk: 1, sequence: last }),
  ],
  [
    'the last entry was edited and its own hash mended',
    (forger, _, last) => forger.edit(last, 'entry', changed).rehash(last),
    (_, last) => ({ kind: 'rewritten', desk: 1, sequence: last }),
  ],
  [
    'an entry was edited and the next one’s hash mended too: the first that does not follow is named',
    (forger, m) => forger.edit(m, 'entry', changed).rehash(m, m + 1),
    (m) => ({ kind: 'edited', desk: 1, sequence: m + 2 }),
  ],
  [
    'an entry was removed',
    (forger, m) => forger.remove(m, m),
    (m) => ({ kind: 'removed', desk: 1, sequence: m, to: m }),
  ],
  [
    'the first three entries were removed',
    (forger) => forger.remove(1, 3),
    () => ({ kind: 'removed', desk: 1, sequence: 1, to: 3 }),
  ],
  [
    'an entry was removed and the later ones renumbered',
    (forger, m) => forger.remove(m, m).renumber(m, -1),
    (m) => ({ kind: 'removed', desk: 1, sequence: m, to: m }),
  ],
  [
    'three entries were removed and the later ones renumbered',
    (forger, m) => forger.remove(m, m + 2).renumber(m, -3),
    (m) => ({ kind: 'removed', desk: 1, sequence: m, to: m + 2 }),
  ],
  [
    'the last entry but one was removed and the last renumbered',
    (forger, _, last) => forger.remove(last - 1, last - 1).renumber(last, -1),
    (_, last) => ({ kind: 'removed', desk: 1, sequence: last - 1, to: last - 1 }),
  ],
  [
    'an entry was inserted, its own hash right, and the later ones renumbered',
    (forger, m) => forger.renumber(m, 1).insert(m),
    (m) => ({ kind: 'inserted', desk: 1, sequence: m, to: m }),
  ],
  [
    'an entry was inserted with any hash',
    (forger, m) => forger.renumber(m, 1).insert(m, otherHash),
    (m) => ({ kind: 'inserted', desk: 1, sequence: m, to: m }),
  ],
  [
    'two entries were inserted, their own hashes right',
    (forger, m) =>
      forger
        .renumber(m, 2)
        .insert(m)
        .insert(m + 1),
    (m) => ({ kind: 'inserted', desk: 1, sequence: m, to: m + 1 }),
  ],
  [
    'an entry was inserted before the first',
    (forger) => forger.renumber(1, 1).insert(1),
    () => ({ kind: 'inserted', desk: 1, sequence: 1, to: 1 }),
  ],
  [
    'an entry was appended, its own hash right',
    (forger, _, last) => forger.insert(last + 1),
    (_, last) => ({ kind: 'inserted', desk: 1, sequence: last + 1, to: last + 1 }),
  ],
  [
    'an entry was appended with any hash',
    (forger, _, last) => forger.insert(last + 1, otherHash),
    (_, last) => ({ kind: 'inserted', desk: 1, sequence: last + 1, to: last + 1 }),
  ],
  [
    'entries were written in the name of a desk that the book does not have',
    (forger) => forger.insert(1, otherHash, 2),
    () => ({ kind: 'inserted', desk: 2, sequence: 1, to: 1 }),
  ],
  [
    'the tail was cut',
    (forger, _, last) => forger.remove(last - 4, last),
    (_, last) => ({ kind: 'tail-cut', desk: 1, sequence: last - 4, to: last }),
  ],
  [
    'every entry was removed',
    (forger, _, last) => forger.remove(1, last),
    (_, last) => ({ kind: 'tail-cut', desk: 1, sequence: 1, to: last }),
  ],
  [
    'every entry from the middle on was rewritten with fitting hashes',
    (forger, m) => forger.edit(m, 'entry', changed).rehash(m),
    (_, last) => ({ kind: 'rewritten', desk: 1, sequence: last }),
  ],
  [
    'entries from the middle on were given any hashes',
    (forger, m) => forger.db.prepare('UPDATE journal SET hash = ? WHERE sequence >= ?').run(otherHash, m),
    (m) => ({ kind: 'rewritten', desk: 1, sequence: m }),
  ],
]

test.each(cases)('the check tells that %s', async (_, tamper, expected) => {
  const book = await bookWithHistory()
  const middle = book.last - 12
  const forger = tampering(book)
  tamper(forger, middle, book.last)
  const { sound, damage } = verifyChain(forger.db)
  forger.db.close()
  expect({ sound, damage }).toEqual({ sound: false, damage: [expected(middle, book.last)] })
})

test('a chain that nobody touched is sound, and its head is the last entry', async () => {
  const book = await bookWithHistory()
  const sound: Verification = { sound: true, entries: book.last, head: book.head, damage: [] }
  expect(verifyChain(book.writer.db)).toEqual(sound)
  expect(await book.call('verifyJournal', {})).toEqual({ ok: true, output: sound })
})

test('a new book is sound', () => {
  const { writer } = testBook()
  expect(verifyChain(writer.db)).toEqual({
    sound: true,
    entries: writer.head.sequence,
    head: `${writer.head.sequence}:${writer.head.hash}`,
    damage: [],
  })
})
