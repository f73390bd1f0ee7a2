import { expect, test } from 'vitest'
import { testBook } from '../../testing/test-book.ts'

const date = '2025-06-10'

test('A checkpoint or line that has figures cannot be deleted, whatever the program asks', async () => {
  const book = testBook()
  const at = { direction: 'entry' as const, date, period: 'morning' }
  await book.done('recordCounts', { checkpoint: 'hall', counts: [{ ...at, line: 'domestic', value: 7 }] })
  const remove = (table: string, code: string) => () => {
    book.writer.db.prepare(`DELETE FROM ${table} WHERE code = ?`).run(code)
  }
  expect(remove('line', 'domestic')).toThrow('a line with figures can only be ended')
  expect(remove('checkpoint', 'hall')).toThrow('a checkpoint with figures can only be ended')
})

test('A checkpoint that has only a control total cannot be deleted either', async () => {
  const book = testBook()
  const total = { direction: 'entry' as const, unit: 'persons' as const, date, period: 'morning', value: 7 }
  await book.done('recordCounts', { checkpoint: 'hall', controlTotals: [total] })
  const remove = () => book.writer.db.prepare("DELETE FROM checkpoint WHERE code = 'hall'").run()
  expect(remove).toThrow('a checkpoint with figures can only be ended')
})
