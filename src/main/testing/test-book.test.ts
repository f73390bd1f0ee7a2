import { existsSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { testBook } from './test-book.ts'

const folders: string[] = []
afterAll(() => expect(folders.filter((folder) => existsSync(folder))).toEqual([]))

test('a test book takes a count, shows it after being opened again, and is gone after its test', async () => {
  const book = testBook()
  folders.push(book.folder)
  await book.done('recordCounts', {
    checkpoint: 'hall',
    counts: [{ line: 'domestic', direction: 'entry', date: '2025-02-03', period: 'morning', value: 120 }],
  })
  book.reopen()
  const sheet = await book.done('readDaySheet', { checkpoint: 'hall', date: '2025-02-03', shift: 'morning' })
  expect(sheet.groups[0]?.sums.map(({ total, values }) => ({ total, values }))).toEqual([
    { total: 'passengers', values: [120, null] },
    { total: 'persons', values: [120, null] },
  ])
})
