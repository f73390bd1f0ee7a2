import { expect, test } from 'vitest'
import type { CountValue } from '../../../shared/contract/crossings.ts'
import { journalledRows } from '../../testing/all-rows.ts'
import { type TestBook, testBook } from '../../testing/test-book.ts'

const cell = { line: 'domestic', direction: 'entry', date: '2025-02-03', period: 'morning' } as const

/** Types values into the day's cells, one command each, and answers their batches. */
async function typed(book: TestBook, ...values: CountValue[]): Promise<number[]> {
  const batches: number[] = []
  for (const value of values) {
    const saved = await book.done('recordCounts', { checkpoint: 'hall', counts: [{ ...cell, value }] })
    batches.push(saved.batch ?? 0)
  }
  return batches
}

async function valueNow(book: TestBook): Promise<unknown> {
  const sheet = await book.done('readDaySheet', { checkpoint: 'hall', date: cell.date, shift: 'morning' })
  return sheet.groups[0]?.lines[0]?.cells[0]?.value
}

/** Undoes or redoes what is shown as next, and answers the value after it. */
async function press(book: TestBook, key: 'undo' | 'redo'): Promise<unknown> {
  const steps = await book.done('readUndoSteps', {})
  await book.done(key, { batch: steps[key]?.batch ?? 0 })
  return valueNow(book)
}

/** The batches that undo and redo would take back now. */
async function nextSteps(book: TestBook): Promise<[number | null, number | null]> {
  const { undo, redo } = await book.done('readUndoSteps', {})
  return [undo?.batch ?? null, redo?.batch ?? null]
}

test('a new book has nothing to undo or redo', async () => {
  const book = testBook()
  expect(await book.done('readUndoSteps', {})).toEqual({
    undo: null,
    redo: null,
    lastSavedAt: expect.any(Number),
  })
  expect([await book.call('undo', { batch: 1 }), await book.call('redo', { batch: 1 })]).toEqual([
    { ok: false, error: { code: 'nothing-to-undo', details: {} } },
    { ok: false, error: { code: 'nothing-to-redo', details: {} } },
  ])
})

test('a step is named by its command, its size and its first change', async () => {
  const book = testBook()
  await typed(book, 312)
  const saved = await book.done('recordCounts', {
    checkpoint: 'hall',
    counts: [
      { ...cell, value: 321 },
      { ...cell, direction: 'exit', value: 7 },
    ],
  })
  const first = {
    desk: 1,
    sequence: saved.batch,
    at: saved.savedAt,
    person: null,
    operation: 'recordCounts',
    entity: 'count',
    key: ['hall', 'domestic', 'entry', '2025-02-03', 'morning'],
    before: { value: 312 },
    after: { value: 321 },
    reason: null,
    batch: saved.batch,
    undoes: null,
  }
  const step = { batch: saved.batch, operation: 'recordCounts', size: 2, first }
  expect(await book.done('readUndoSteps', {})).toEqual({ undo: step, redo: null, lastSavedAt: saved.savedAt })
  const undone = await book.done('undo', { batch: saved.batch ?? 0 })
  expect([undone.changed, (await book.done('readUndoSteps', {})).redo]).toEqual([
    2,
    { ...step, batch: undone.batch },
  ])
})

test('undo goes back step by step to the empty cell, redo forth again, and every state is the one it was', async () => {
  const book = testBook()
  await typed(book, 1, 2, 'closed', 4)
  const values = []
  for (const key of ['undo', 'undo', 'redo', 'undo', 'undo', 'undo', 'redo', 'redo', 'redo', 'redo'] as const)
    values.push(await press(book, key))
  expect(values).toEqual(['closed', 2, 'closed', 2, 1, null, 1, 2, 'closed', 4])
  expect((await book.done('readUndoSteps', {})).redo).toBeNull()
})

test('a new value after an undo leaves nothing to redo, and undo then passes over what was taken back', async () => {
  const book = testBook()
  const [one] = await typed(book, 1, 2)
  await press(book, 'undo')
  const [three] = await typed(book, 3)
  expect(await nextSteps(book)).toEqual([three, null])
  expect([await press(book, 'undo'), await press(book, 'undo')]).toEqual([1, null])
  const redoOfOne = (await nextSteps(book))[1]
  expect([one !== redoOfOne, await press(book, 'redo'), await press(book, 'redo')]).toEqual([true, 1, 3])
})

test('an undo of something else than what was shown is refused', async () => {
  const book = testBook()
  const [shown] = await typed(book, 1, 2)
  const before = journalledRows(book.writer.db)
  expect(await book.call('undo', { batch: shown ?? 0 })).toEqual({
    ok: false,
    error: { code: 'undo-changed-since', details: { operation: 'recordCounts' } },
  })
  expect(journalledRows(book.writer.db)).toEqual(before)
})

test('an undo is refused where the value was changed since by a command that nobody undoes', async () => {
  const book = testBook()
  const [shown] = await typed(book, 312)
  const later = book.writer.begin({ operation: 'undo', at: 1, person: null, undoes: 1 })
  later.put('count', ['hall', 'domestic', 'entry', '2025-02-03', 'morning'], { value: 400 })
  later.commit()
  expect(await book.call('undo', { batch: shown ?? 0 })).toEqual({
    ok: false,
    error: {
      code: 'undo-changed-since',
      details: { entity: 'count', key: 'hall domestic entry 2025-02-03 morning' },
    },
  })
  expect(await valueNow(book)).toBe(400)
})

test.each([
  { period: 'morning', date: '2025-02-03', signed: 'morning', began: '2025-02-03' },
  { period: 'night/2', date: '2025-02-04', signed: 'night', began: '2025-02-03' },
  { period: 'morning@10', date: '2025-02-03', signed: 'morning', began: '2025-02-03' },
  { period: 'day', date: '2025-02-03', signed: 'afternoon', began: '2025-02-03' },
])(
  'neither undo nor redo changes figures of a signed shift: $period',
  async ({ period, date, signed, began }) => {
    const book = testBook()
    const sign = (state: 'signed' | 'acknowledged' | null): void => {
      // Undo stops at a command that it does not know, but passes over what takes something back.
      const batch = book.writer.begin({ operation: 'signShift', at: 1, person: null, undoes: 1 })
      if (state) batch.put('shift_state', ['hall', began, signed], { state })
      else batch.remove('shift_state', ['hall', began, signed])
      batch.commit()
    }
    const counts = [{ ...cell, date, period, value: 312 }]
    const saved = await book.done('recordCounts', { checkpoint: 'hall', counts })
    const refused = {
      ok: false,
      error: { code: 'shift-signed', details: { checkpoint: 'hall', date: began, shift: signed } },
    }
    sign('signed')
    expect(await book.call('undo', { batch: saved.batch ?? 0 })).toEqual(refused)
    sign(null)
    const undone = await book.done('undo', { batch: saved.batch ?? 0 })
    sign('acknowledged')
    const { redo } = await book.done('readUndoSteps', {})
    expect([undone.changed, await book.call('redo', { batch: redo?.batch ?? 0 })]).toEqual([1, refused])
  },
)

test('undo and redo survive closing and opening the book', async () => {
  const book = testBook()
  await typed(book, 1, 2, 3)
  await press(book, 'undo')
  const before = await book.done('readUndoSteps', {})
  book.reopen()
  expect(await book.done('readUndoSteps', {})).toEqual(before)
  expect([await press(book, 'undo'), await press(book, 'redo'), await press(book, 'redo')]).toEqual([1, 2, 3])
})

test('control totals are undone as counts are', async () => {
  const book = testBook()
  const total = { direction: 'entry', unit: 'persons', date: '2025-02-03', period: 'morning' } as const
  const totals = (value: number | null) => ({ checkpoint: 'hall', controlTotals: [{ ...total, value }] })
  await book.done('recordCounts', totals(500))
  await book.done('recordCounts', totals(null))
  const typedNow = () => book.writer.db.prepare('SELECT value FROM control_total').pluck().all()
  const seen = [typedNow()]
  for (const key of ['undo', 'undo', 'redo'] as const) {
    await press(book, key)
    seen.push(typedNow())
  }
  expect(seen).toEqual([[], [500], [], [500]])
})

test('the history of a cell tells every value that it had, newest first, undos included', async () => {
  const book = testBook()
  await typed(book, 312, 321)
  await press(book, 'undo')
  const key = ['hall', 'domestic', 'entry', '2025-02-03', 'morning']
  const history = await book.done('readHistory', { entity: 'count', key })
  expect(history.map(({ operation, before, after }) => [operation, before, after])).toEqual([
    ['undo', { value: 321 }, { value: 312 }],
    ['recordCounts', { value: 312 }, { value: 321 }],
    ['recordCounts', null, { value: 312 }],
  ])
})

test('the undo of what was removed knows its names, which are gone everywhere else', async () => {
  const book = testBook()
  await book.done('addCheckpoint', {
    checkpoint: 'gate',
    names: { en: 'North gate' },
    kind: 'mixed',
    lines: ['domestic'],
    from: '2025-01-01',
    to: null,
    directions: ['entry', 'exit'],
  })
  await book.done('removeCheckpoint', { checkpoint: 'gate' })
  const { undo } = await book.done('readUndoSteps', {})
  expect([undo?.operation, undo?.names]).toEqual([
    'removeCheckpoint',
    { 'checkpoint/gate': { en: 'North gate' } },
  ])
  await book.done('undo', { batch: undo?.batch ?? 0 })
  const { redo } = await book.done('readUndoSteps', {})
  expect(redo?.names).toEqual({ 'checkpoint/gate': { en: 'North gate' } })
})
