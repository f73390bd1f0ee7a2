import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { CrossingsReportInput } from '../../../shared/contract/reports.ts'
import { type TestBook, testBook } from '../../testing/test-book.ts'

const date = '2025-02-03'

async function notedBook(): Promise<TestBook> {
  const book = testBook()
  const write = (on: string, shift: string, text: string, openItem: boolean) =>
    book.done('writeNote', { checkpoint: 'hall', date: on, shift, text, openItem })
  await write('2025-02-02', 'afternoon', 'gate 3 broken', true)
  await write(date, 'morning', '=1+1', false)
  await write(date, 'afternoon', 'bus late', true)
  return book
}

const notesOf = async (book: TestBook, input: CrossingsReportInput): Promise<string[]> =>
  (await book.done('readCrossingsReport', input)).notes.map(
    (note) => `${note.state}${note.carried ? ' carried' : ''}: ${note.text}`,
  )

test('a shift reports its notes and what was open before it, a day those of all its shifts, a month none', async () => {
  const book = await notedBook()
  const shift = { kind: 'shift', date, checkpoint: 'hall' } as const
  expect({
    morning: await notesOf(book, { ...shift, shift: 'morning' }),
    night: await notesOf(book, { ...shift, shift: 'night' }),
    day: await notesOf(book, { kind: 'day', date }),
    month: await notesOf(book, { kind: 'month', date }),
  }).toEqual({
    morning: ['note: =1+1', 'open carried: gate 3 broken'],
    night: ['open carried: gate 3 broken', 'open carried: bus late'],
    day: ['note: =1+1', 'open: bus late', 'open carried: gate 3 broken'],
    month: [],
  })
})

test('a note that looks like a formula is neutralised in CSV, and cannot become markup on the page', async () => {
  const book = await notedBook()
  const place = { checkpoint: 'hall', date, shift: 'morning', openItem: false }
  await book.done('writeNote', { ...place, text: '<b>loud</b>' })
  const written = async (format: 'csv' | 'html') => {
    const report = { kind: 'day', date } as const
    const file = await book.done('writeCrossingsReport', { report, format, language: 'en' })
    return file.encoding === 'text' ? file.text : ''
  }
  const rows = parse(await written('csv'), { bom: true }) as string[][]
  expect({
    notes: rows.filter(([section]) => section === 'Note').map((row) => row[3]),
    escaped: (await written('html')).includes('&lt;b&gt;loud&lt;/b&gt;'),
  }).toEqual({ notes: ["'=1+1", 'bus late', '<b>loud</b>', 'gate 3 broken'], escaped: true })
})
