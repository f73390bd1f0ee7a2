import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openBook } from '../book/open-book.ts'
import { verifyChain } from '../book/verify-chain.ts'
import { allRows } from '../testing/all-rows.ts'
import { type Child, startChild } from '../testing/child.ts'
import { refusalOf } from '../testing/refusal.ts'
import { type TestBook, testBook } from '../testing/test-book.ts'

/** Every date that the child named, up to its end. */
async function namedBy({ lines }: Child): Promise<string[]> {
  const dates: string[] = []
  for (let line = await lines.next(); !line.done; line = await lines.next()) dates.push(line.value)
  return dates
}

/** Pseudo-random numbers from 0 to 1, the same in every run. */
function* chances(seed: number): Generator<number, never> {
  for (let state = seed; ; state = (state * 48_271) % 2_147_483_647) yield state / 2_147_483_647
}

test('a program killed at any moment leaves a sound book with every count that it called saved', async () => {
  const book = testBook()
  book.close()
  const chance = chances(20_250_203)
  const dates: string[] = []
  for (let year = 1990; year < 2010; year += 1) {
    const child = startChild('record-forever.ts', [book.path, `${year}-01-01`])
    const before = 6 + Math.floor(chance.next().value * 20)
    for (let named = 0; named < before; named += 1) dates.push(String((await child.lines.next()).value))
    await pause(chance.next().value * 5)
    const named = namedBy(child)
    await child.kill()
    dates.push(...(await named))
    book.reopen()
    expect(verifyChain(book.writer.db).damage).toEqual([])
    book.close()
  }
  book.reopen()
  const kept = book.writer.db
    .prepare<[], { date: string; cells: number; sum: number }>(
      'SELECT date, count(*) AS cells, sum(value) AS sum FROM count GROUP BY date ORDER BY date',
    )
    .all()
  const acknowledged = new Set(dates)
  const whole = (date: string) => ({ date, cells: 4, sum: 4 * Number(date.slice(8)) })
  expect(kept.filter(({ date }) => acknowledged.has(date))).toEqual(dates.map(whole))
  // A command that was cut off before it was called saved may be there, whole, but at most one for each kill.
  const others = kept.filter(({ date }) => !acknowledged.has(date))
  expect(others).toEqual(others.map(({ date }) => whole(date)))
  expect([dates.length > 100, others.length <= 20]).toEqual([true, true])
}, 120_000)

/** A book left open with its last thirty commands in the log only, and what it held after each of them. */
async function bookWithLog(): Promise<{ book: TestBook; states: ReturnType<typeof allRows>[] }> {
  const book = testBook()
  book.writer.db.pragma('wal_checkpoint(TRUNCATE)')
  const states = [allRows(book.writer.db)]
  for (let day = 1; day <= 30; day += 1) {
    const date = `2025-01-${String(day).padStart(2, '0')}`
    const counts = (['entry', 'exit'] as const).map(
      (direction) => ({ line: 'trucks', direction, date, period: 'day', value: day }) as const,
    )
    await book.done('recordCounts', { checkpoint: 'yard', counts })
    states.push(allRows(book.writer.db))
  }
  return { book, states }
}

test('a log cut off anywhere takes back whole commands from the end and nothing else', async () => {
  const { book, states } = await bookWithLog()
  const log = readFileSync(`${book.path}-wal`)
  const chance = chances(7)
  const cuts = [
    0,
    1,
    31,
    32,
    log.length,
    ...Array.from({ length: 40 }, () => Math.floor(chance.next().value * log.length)),
  ]
  const copy = join(book.folder, 'copy.portbook')
  const reached = new Set<number>()
  for (const cut of cuts) {
    copyFileSync(book.path, copy)
    copyFileSync(`${book.path}-wal`, `${copy}-wal`)
    truncateSync(`${copy}-wal`, cut)
    const opened = openBook(copy, 'test')
    const rows = allRows(opened.writer.db)
    const state = states.findIndex((known) => known.journal?.length === rows.journal?.length)
    expect([verifyChain(opened.writer.db).damage, rows]).toEqual([[], states[state]])
    opened.close()
    reached.add(state)
  }
  expect([reached.has(0), reached.has(30), reached.size > 10]).toEqual([true, true, true])
})

test('a log with a damaged byte opens with the commands before it, or is refused by a listed error', async () => {
  const { book, states } = await bookWithLog()
  const log = readFileSync(`${book.path}-wal`)
  const chance = chances(11)
  const copy = join(book.folder, 'copy.portbook')
  for (let n = 0; n < 40; n += 1) {
    const bytes = Buffer.from(log)
    const at = Math.floor(chance.next().value * log.length)
    bytes[at] = (bytes[at] ?? 0) ^ 0x55
    copyFileSync(book.path, copy)
    writeFileSync(`${copy}-wal`, bytes)
    const refusal = refusalOf(() => {
      const opened = openBook(copy, 'test')
      const rows = allRows(opened.writer.db)
      expect(rows).toEqual(states.find((known) => known.journal?.length === rows.journal?.length))
      opened.close()
    })
    expect(refusal?.code ?? 'opened').toMatch(/^(opened|book-damaged)$/)
  }
})
