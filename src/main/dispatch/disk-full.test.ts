import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { expect, onTestFinished, test } from 'vitest'
import type { InputOf } from '../../shared/contract/index.ts'
import { openBook } from '../book/open-book.ts'
import { verifyChain } from '../book/verify-chain.ts'
import { allRows } from '../testing/all-rows.ts'
import { refusalOf } from '../testing/refusal.ts'
import { testBook, testFolder } from '../testing/test-book.ts'
import { testPort } from '../testing/test-port.ts'
import { makeBook } from './make-book.ts'
import { runCommand } from './run-operation.ts'

/** A command of thousands of counts: more than a few pages. */
function manyCounts(year: number): InputOf<'recordCounts'> {
  const dates = Array.from({ length: 360 }, (_, day) =>
    new Date(Date.UTC(year, 0, 1 + day)).toISOString().slice(0, 10),
  )
  const cells = ['trucks', 'crew'].flatMap((line) =>
    ['entry' as const, 'exit' as const].map((direction) => ({ line, direction })),
  )
  return {
    checkpoint: 'yard',
    counts: dates.flatMap((date) => cells.map((cell) => ({ ...cell, date, period: 'day', value: 7 }))),
  }
}

const full = (path: string) => ({ ok: false, error: { code: 'disk-full', details: { path } } })

test('a book that may not grow refuses a command whole, and takes it when there is room again', async () => {
  const book = testBook()
  const { writer } = book
  const before = allRows(writer.db)
  const { head } = writer
  writer.db.pragma(`max_page_count = ${Number(writer.db.pragma('page_count', { simple: true })) + 3}`)
  expect(await book.call('recordCounts', manyCounts(2023))).toEqual(full(book.path))
  expect([allRows(writer.db), writer.head, writer.db.inTransaction]).toEqual([before, head, false])
  writer.db.pragma('max_page_count = 1000000')
  expect(await book.call('recordCounts', manyCounts(2023))).toMatchObject({
    ok: true,
    output: { changed: 1_440 },
  })
  expect(verifyChain(writer.db)).toMatchObject({ sound: true, entries: head.sequence + 1_440 })
})

/** A disk of its own for the running test. */
function smallDisk(size: string): string {
  const disk = testFolder()
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk])
  onTestFinished(() => void execFileSync('umount', [disk]))
  return disk
}

/** Fills the disk up to its last page. */
function fillUp(disk: string): void {
  for (const size of [64 * 1024, 4 * 1024, 512]) {
    try {
      for (let n = 0; ; n += 1) writeFileSync(join(disk, `filler-${size}-${n}`), Buffer.alloc(size, 1))
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
    }
  }
}

function makeRoom(disk: string): void {
  for (const name of readdirSync(disk)) if (name.startsWith('filler-')) rmSync(join(disk, name))
}

const canMount = process.platform === 'linux' && process.getuid?.() === 0

test.skipIf(!canMount)(
  'on a full disk commands are refused whole, the book stays open, and room mends it',
  async () => {
    const disk = smallDisk('3m')
    const path = join(disk, 'test.portbook')
    makeBook(path, testPort)
    const book = openBook(path, 'test')
    onTestFinished(() => book.close())
    await runCommand(book.writer, 'recordCounts', manyCounts(2022))
    const { head } = book.writer
    const before = allRows(book.writer.db)
    fillUp(disk)
    const refused = [
      await runCommand(book.writer, 'recordCounts', manyCounts(2023)),
      await runCommand(book.writer, 'recordCounts', manyCounts(2024)),
    ]
    expect(refused).toEqual([full(path), full(path)])
    expect([allRows(book.writer.db), book.writer.head]).toEqual([before, head])
    makeRoom(disk)
    expect(await runCommand(book.writer, 'recordCounts', manyCounts(2023))).toMatchObject({ ok: true })
    expect(verifyChain(book.writer.db)).toMatchObject({ sound: true, entries: head.sequence + 1_440 })
  },
)

test.skipIf(!canMount)(
  'a book that cannot be made or opened on a full disk says so, and leaves nothing half made',
  () => {
    const disk = smallDisk('1m')
    const path = join(disk, 'test.portbook')
    makeBook(path, testPort)
    fillUp(disk)
    const second = join(disk, 'second.portbook')
    expect([
      refusalOf(() => makeBook(second, testPort)),
      existsSync(second),
      existsSync(`${second}-new`),
      refusalOf(() => openBook(path, 'test')),
    ]).toEqual([
      { code: 'disk-full', details: { path: second } },
      false,
      false,
      { code: 'disk-full', details: { path } },
    ])
    makeRoom(disk)
    openBook(path, 'test').close()
    makeBook(second, testPort)
  },
)

test.skipIf(!canMount)(
  'an export that does not fit leaves no part of it, and the older file as it was',
  async () => {
    const disk = smallDisk('1m')
    const book = testBook()
    await book.done('recordCounts', manyCounts(2023))
    const file = join(disk, 'journal.json')
    writeFileSync(file, 'an older export')
    writeFileSync(join(disk, 'filler-0'), Buffer.alloc(900_000))
    expect(await book.call('exportJournal', { format: 'json', file })).toEqual(full(file))
    expect(readdirSync(disk).sort()).toEqual(['filler-0', 'journal.json'])
  },
)
