import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CountPosition, CountsFilter } from '../../../../shared/contract/counts-table.ts'
import { addDays } from '../../../../shared/dates.ts'
import { type TestBook, testBook } from '../../../testing/test-book.ts'

const days = 5_300

async function filledBook(): Promise<TestBook> {
  const book = testBook()
  for (const line of ['domestic', 'crew']) {
    for (const direction of ['entry', 'exit'] as const) {
      await book.done('recordCounts', {
        checkpoint: 'hall',
        counts: Array.from({ length: days }, (_, day) => ({
          line,
          direction,
          date: addDays('2010-01-01', day),
          period: 'day',
          value: day,
          source: '=cell',
        })),
      })
    }
  }
  return book
}

/** The parts of an export one behind the other, and how many rows each has. */
async function parts(book: TestBook, filter: CountsFilter): Promise<{ text: string; rows: number[] }> {
  let text = ''
  const rows: number[] = []
  let after: CountPosition | null = null
  do {
    const part: { text: string; rows: number; next: CountPosition | null } = await book.done(
      'writeCountsPart',
      {
        filter,
        after,
      },
    )
    text += part.text
    rows.push(part.rows)
    after = part.next
  } while (after !== null)
  return { text, rows }
}

test('the parts of an export put together are the file that the command line writes', async () => {
  const book = await filledBook()
  const file = join(book.folder, 'all.csv')
  await book.done('exportCounts', { format: 'csv', file })
  const { text, rows } = await parts(book, {})
  expect(rows).toEqual([20_000, 4 * days - 20_000])
  expect(text === readFileSync(file, 'utf8')).toBe(true)
}, 30_000)

test('an export has what the filter finds, with its headings even where that is nothing', async () => {
  const book = await filledBook()
  const filter: CountsFilter = { line: 'crew', direction: 'exit', from: '2010-01-02', to: '2010-01-03' }
  const headings = '\u{feff}checkpoint,date,period,direction,line,count,state,source,provisional\r\n'
  expect([await parts(book, filter), await parts(book, { line: 'buses' })]).toEqual([
    {
      text: `${headings}hall,2010-01-02,day,exit,crew,1,number,'=cell,\r\nhall,2010-01-03,day,exit,crew,2,number,'=cell,\r\n`,
      rows: [2],
    },
    { text: headings, rows: [0] },
  ])
}, 30_000)
