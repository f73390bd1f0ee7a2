import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { testBook } from '../testing/test-book.ts'

const described = readFileSync(join(import.meta.dirname, '../../../docs/BOOK.md'), 'utf8')
const script = /```sh\n([\s\S]*?)```/.exec(described)?.[1] ?? ''
const tools = ['sqlite3', 'sha256sum', 'sh'].every((tool) => !spawnSync(tool, ['--version']).error)

test.skipIf(!tools)(
  'The script of docs/BOOK.md checks a chain with sqlite3 and sha256sum, and finds an edit',
  async () => {
    const book = testBook()
    const count = {
      line: 'domestic',
      direction: 'entry' as const,
      date: '2025-02-03',
      period: 'morning',
      value: 7,
    }
    await book.done('recordCounts', {
      checkpoint: 'hall',
      counts: [{ ...count, source: "it's ünïcode\n“” 口岸" }],
    })
    const { head } = await book.done('verifyJournal', {})
    book.close()
    const file = join(book.folder, 'check-chain.sh')
    writeFileSync(file, script)
    const check = () => spawnSync('sh', [file, book.path], { encoding: 'utf8' }).stdout.trim()
    expect(check()).toBe(`sound: ${head}`)
    const db = new Database(book.path)
    db.exec('DROP TRIGGER journal_keeps_text')
    db.prepare(
      "UPDATE journal SET entry = replace(entry, '\"value\":7', '\"value\":8') WHERE entity = 'count'",
    ).run()
    db.close()
    expect(check()).toMatch(/^entry \d+ does not hold$/)
    expect(
      execFileSync('sqlite3', [book.path, 'SELECT count(*) FROM count'], { encoding: 'utf8' }).trim(),
    ).toBe('1')
  },
)
