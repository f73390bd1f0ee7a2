import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { eachDate } from '../../../shared/dates.ts'
import { journalledRows } from '../../testing/all-rows.ts'
import { type TestBook, testBook } from '../../testing/test-book.ts'

const mapping = {
  format: 1 as const,
  date: { column: 'date', pattern: 'YYYY-MM-DD' as const },
  checkpoint: { column: 'place', by: 'name' as const },
  direction: { column: 'direction', words: { in: 'entry' as const, out: 'exit' as const } },
  counts: {
    columns: [
      { column: 'trucks', line: 'trucks' },
      { column: 'crew', line: 'crew' },
    ],
  },
}

/** A file of 365 days in both directions: 1,460 counts. */
function yearFile(book: TestBook, place: string): string {
  const file = join(book.folder, 'year.csv')
  const rows = [...eachDate('2023-01-01', '2023-12-31')].flatMap((date, index) => [
    `${date},${place},in,${100 + index},${index % 7}`,
    `${date},${place},out,${90 + index},${index % 5}`,
  ])
  writeFileSync(file, ['date,place,direction,trucks,crew', ...rows].join('\n'))
  return file
}

test('an import of over a thousand rows is undone and redone as one', async () => {
  const book = testBook()
  const before = journalledRows(book.writer.db)
  const imported = await book.done('importCounts', { file: yearFile(book, 'Cargo yard'), mapping })
  const after = journalledRows(book.writer.db)
  const steps = await book.done('readUndoSteps', {})
  expect([imported.new, steps.undo?.size, steps.undo?.operation]).toEqual([1_460, 1_460, 'importCounts'])
  const undone = await book.done('undo', { batch: imported.batch ?? 0 })
  expect([undone.changed, journalledRows(book.writer.db)]).toEqual([1_460, before])
  const redone = await book.done('redo', { batch: undone.batch ?? 0 })
  expect([redone.changed, journalledRows(book.writer.db)]).toEqual([1_460, after])
  expect(await book.done('verifyJournal', {})).toMatchObject({ sound: true })
})

test('checkpoints that an import made are taken back with it', async () => {
  const book = testBook()
  const before = journalledRows(book.writer.db)
  const file = yearFile(book, 'Rail yard')
  const imported = await book.done('importCounts', { file, mapping, unknownPlaces: 'create' })
  const made = await book.done('describePort', { date: '2023-06-01' })
  const undone = await book.done('undo', { batch: imported.batch ?? 0 })
  const left = await book.done('describePort', { date: '2023-06-01' })
  expect([imported.createdCheckpoints.length, made.checkpoints.length, left.checkpoints.length]).toEqual([
    1, 3, 2,
  ])
  expect(journalledRows(book.writer.db)).toEqual(before)
  await book.done('redo', { batch: undone.batch ?? 0 })
  expect(await book.done('describePort', { date: '2023-06-01' })).toMatchObject({
    checkpoints: made.checkpoints,
  })
})

test('an import is not undone where one of its counts was changed since, not even in part', async () => {
  const book = testBook()
  const imported = await book.done('importCounts', { file: yearFile(book, 'Cargo yard'), mapping })
  const later = book.writer.begin({ operation: 'undo', at: 1, person: null, undoes: 1 })
  later.put('count', ['yard', 'trucks', 'entry', '2023-01-02', 'day'], { value: 1 })
  later.commit()
  const before = journalledRows(book.writer.db)
  expect(await book.call('undo', { batch: imported.batch ?? 0 })).toEqual({
    ok: false,
    error: {
      code: 'undo-changed-since',
      details: { entity: 'count', key: 'yard trucks entry 2023-01-02 day' },
    },
  })
  expect(journalledRows(book.writer.db)).toEqual(before)
})
