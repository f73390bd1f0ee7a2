import { expect, test } from 'vitest'
import type { Verification } from '../../shared/contract/journal.ts'
import { bookWithHistory, type Forger, linksOf, tampering } from '../testing/tamper.ts'
import { verifyChain } from './verify-chain.ts'

const changed = '{"format":1,"at":1,"operation":"recordCounts","batch":1}'

/** What the check says without, and with, the head that was printed before somebody forged the book. */
async function forged(
  forge: (forger: Forger, last: number) => unknown,
): Promise<{ last: number; without: Verification['damage']; withHead: Verification['damage'] }> {
  const book = await bookWithHistory()
  const forger = tampering(book)
  forge(forger, book.last)
  const without = verifyChain(forger.db).damage
  const withHead = verifyChain(forger.db, book.head).damage
  forger.db.close()
  return { last: book.last, without, withHead }
}

test('a tail that was cut together with the kept head is only told by a head printed before', async () => {
  const { last, without, withHead } = await forged((forger, end) => forger.remove(end - 2, end).mendHead())
  expect([without, withHead]).toEqual([[], [{ kind: 'tail-cut', desk: 1, sequence: last }]])
})

test('a chain that was rewritten whole is only told by a head printed before', async () => {
  const { last, without, withHead } = await forged((forger) =>
    forger.edit(1, 'entry', changed).rehash(1).mendHead(),
  )
  expect([without, withHead]).toEqual([[], [{ kind: 'rewritten', desk: 1, sequence: last }]])
})

test('an earlier head, with or without its sequence and in any case, vouches for a chain that grew since', async () => {
  const book = await bookWithHistory()
  const earlier = linksOf(book.writer.db).find((link) => link.sequence === book.last - 5)
  const hash = earlier?.hash.toString('hex') ?? ''
  const heads = [hash, hash.toUpperCase(), `${book.last - 5}:${hash}`, ` ${book.head}\n`]
  expect(heads.map((head) => verifyChain(book.writer.db, head).damage)).toEqual([[], [], [], []])
})

test('a head that belongs to no entry, or to another one, is not vouched for', async () => {
  const book = await bookWithHistory()
  const hash = book.head.split(':')[1] ?? ''
  const strange = 'ab'.repeat(32)
  const heads = [strange, `3:${strange}`, `3:${hash}`, `${book.last + 9}:${strange}`, 'not a head', '3:']
  expect(heads.map((head) => verifyChain(book.writer.db, head).damage)).toEqual([
    [{ kind: 'head-unknown', desk: 1, sequence: 0 }],
    [{ kind: 'rewritten', desk: 1, sequence: 3 }],
    [{ kind: 'rewritten', desk: 1, sequence: 3 }],
    [{ kind: 'tail-cut', desk: 1, sequence: book.last + 9 }],
    [{ kind: 'head-unknown', desk: 1, sequence: 0 }],
    [{ kind: 'head-unknown', desk: 1, sequence: 0 }],
  ])
})
