import { describe, expect, test } from 'vitest'
import { PortFile, type PortFileInput } from '../../../shared/port-file.ts'
import { journalledRows } from '../../testing/all-rows.ts'
import { signShift } from '../../testing/sign-shift.ts'
import { type TestBook, testBook } from '../../testing/test-book.ts'
import { testPort } from '../../testing/test-port.ts'

const holiday = '2025-05-01'
const dayAfter = '2025-05-02'
const at = (shift: string, date = holiday, checkpoint = 'hall') => ({ checkpoint, date, shift })
const exceptions = (book: TestBook) =>
  book.writer.db.prepare('SELECT date, starts_minute, ends_minute FROM calendar_exception').raw().all()

/** The hall with closures of its own. */
function bookWith(closures: PortFileInput['checkpoints'][number]['closures']): TestBook {
  const checkpoints = testPort.checkpoints.map((place) => ({ ...place, closures }))
  return testBook(PortFile.parse({ ...testPort, checkpoints }))
}

async function type(book: TestBook, period: string, value: number | null, date = holiday) {
  const counts = [{ line: 'domestic', direction: 'entry', date, period, value } as const]
  return book.call('recordCounts', { checkpoint: 'hall', counts })
}

describe('a shift that the calendar closes', () => {
  test('takes numbers once it is marked as open after all, in the sheet, the day and the report', async () => {
    const book = testBook()
    const before = await type(book, 'morning', 7)
    await book.done('openShiftAfterAll', at('morning'))
    const typed = await type(book, 'morning', 7)
    const afternoon = await type(book, 'afternoon', 7)
    const sheet = await book.done('readDaySheet', at('morning'))
    const day = await book.done('readDaySheet', at('day'))
    const report = await book.done('readCrossingsReport', { kind: 'day', date: holiday, checkpoint: 'hall' })
    const closed = { ok: false, error: expect.objectContaining({ code: 'closed-by-calendar' }) }
    expect({
      before,
      typed: typed.ok,
      afternoon,
      rows: exceptions(book),
      columns: sheet.columns.map((column) => column.openAfterAll),
      cell: sheet.groups[0]?.lines[0]?.cells[0],
      day: day.groups[0]?.lines[0]?.cells[0],
      passengers: report.passengers,
    }).toEqual({
      before: closed,
      typed: true,
      afternoon: closed,
      rows: [[holiday, 600, 900]],
      columns: [true, true],
      cell: { value: 7, incomplete: false, closedBy: null, partlyClosed: null },
      // Of the whole day the calendar still closes what lies before and after the shift.
      day: expect.objectContaining({ value: 7, incomplete: false, closedBy: null }),
      passengers: expect.objectContaining({ entries: 7 }),
    })
  })

  test('over midnight has minutes of two dates, of which each is opened that the calendar closes', async () => {
    const both = bookWith([{ from: holiday, to: dayAfter, reason: { en: 'Holiday' } }])
    const one = bookWith([{ from: dayAfter, to: dayAfter, reason: { en: 'Holiday' } }])
    await both.done('openShiftAfterAll', at('night'))
    await one.done('openShiftAfterAll', at('night'))
    expect([exceptions(both), exceptions(one)]).toEqual([
      [
        [holiday, 1_320, 1_440],
        [dayAfter, 0, 360],
      ],
      [[dayAfter, 0, 360]],
    ])
    await both.done('closeShiftAgain', at('night'))
    expect(exceptions(both)).toEqual([])
  })

  test('over midnight has them too where nights count wholly on the day they began', async () => {
    const checkpoints = testPort.checkpoints.map((place) => ({
      ...place,
      closures: [{ from: holiday, to: dayAfter, reason: { en: 'Holiday' } }],
    }))
    const midnight = [{ from: '0001-01-01', rule: 'start-day' as const }]
    const book = testBook(PortFile.parse({ ...testPort, midnight, checkpoints }))
    await book.done('openShiftAfterAll', at('night'))
    expect([exceptions(book), (await type(book, 'night', 7)).ok]).toEqual([
      [
        [holiday, 1_320, 1_440],
        [dayAfter, 0, 360],
      ],
      true,
    ])
  })

  test('of a checkpoint that counts by day is its whole day', async () => {
    const book = bookWith([{ from: holiday, to: holiday, reason: { en: 'Holiday' } }])
    await book.done('openShiftAfterAll', at('day', holiday, 'yard'))
    expect(exceptions(book)).toEqual([[holiday, 0, 1_440]])
  })

  test('outside the opening hours is opened as well', async () => {
    const checkpoints = testPort.checkpoints.map((place) => ({
      ...place,
      hours: [{ opens: '10:00', closes: '20:00' }],
    }))
    const book = testBook(PortFile.parse({ ...testPort, checkpoints }))
    const sheet = async () => (await book.done('readDaySheet', at('night', '2025-02-03'))).groups[0]?.lines[0]
    const before = (await sheet())?.cells[0]?.closedBy
    await book.done('openShiftAfterAll', at('night', '2025-02-03'))
    expect([before, (await sheet())?.cells[0]?.closedBy]).toEqual([{ reason: null }, null])
  })
})

describe('an exception', () => {
  test('is undone and redone by one step each', async () => {
    const book = testBook()
    await book.done('openShiftAfterAll', at('morning'))
    await type(book, 'morning', 7)
    const seen: unknown[] = []
    for (const key of ['undo', 'undo', 'redo', 'redo'] as const) {
      const steps = await book.done('readUndoSteps', {})
      await book.done(key, { batch: steps[key]?.batch ?? 0 })
      seen.push([exceptions(book).length, book.writer.db.prepare('SELECT value FROM count').pluck().all()])
    }
    expect(seen).toEqual([
      [1, []],
      [0, []],
      [1, []],
      [1, [7]],
    ])
  })

  test('is taken back once nothing is typed, and not before', async () => {
    const book = testBook()
    await book.done('openShiftAfterAll', at('morning'))
    const refused = {
      ok: false,
      error: { code: 'shift-has-figures', details: at('morning') },
    }
    const total = { direction: 'entry', unit: 'persons', date: holiday, period: 'morning' } as const
    const typedTotal = (value: number | null) =>
      book.done('recordCounts', { checkpoint: 'hall', controlTotals: [{ ...total, value }] })
    const answers = []
    for (const period of ['morning', 'morning@10', 'day']) {
      await type(book, period, 7)
      const before = journalledRows(book.writer.db)
      answers.push(await book.call('closeShiftAgain', at('morning')))
      expect(journalledRows(book.writer.db)).toEqual(before)
      await type(book, period, null)
    }
    await typedTotal(7)
    answers.push(await book.call('closeShiftAgain', at('morning')))
    await typedTotal(null)
    const done = await book.call('closeShiftAgain', at('morning'))
    expect([answers, done.ok, exceptions(book)]).toEqual([[refused, refused, refused, refused], true, []])
    expect(await type(book, 'morning', 7)).toMatchObject({ error: { code: 'closed-by-calendar' } })
  })

  test.each([
    ['an unknown checkpoint', at('morning', holiday, 'nowhere'), 'unknown-checkpoint'],
    ['an unknown shift', at('evening'), 'unknown-shift'],
    ['a day that is made up of shifts', at('day'), 'unknown-shift'],
    ['a shift that is open anyway', at('morning', '2025-02-03'), 'open-anyway'],
    ['a shift that is closed in part only', at('morning', dayAfter), 'open-anyway'],
  ])('is refused for %s', async (_, place, code) => {
    const book = testBook()
    const before = journalledRows(book.writer.db)
    expect(await book.call('openShiftAfterAll', place)).toMatchObject({ ok: false, error: { code } })
    expect(journalledRows(book.writer.db)).toEqual(before)
  })

  test('is refused twice, and not taken back where there is none', async () => {
    const book = testBook()
    await book.done('openShiftAfterAll', at('morning'))
    expect([
      await book.call('openShiftAfterAll', at('morning')),
      await book.call('closeShiftAgain', at('afternoon')),
    ]).toEqual([
      { ok: false, error: { code: 'open-anyway', details: at('morning') } },
      { ok: false, error: { code: 'no-exception', details: at('afternoon') } },
    ])
  })

  test('is refused for a signed shift and for a checkpoint that is not in service', async () => {
    const checkpoints = testPort.checkpoints.map((place) => ({ ...place, to: '2025-05-31' }))
    const book = testBook(PortFile.parse({ ...testPort, checkpoints }))
    signShift(book, 'hall', holiday, 'morning')
    expect([
      await book.call('openShiftAfterAll', at('morning')),
      await book.call('openShiftAfterAll', at('morning', '2025-06-01')),
    ]).toEqual([
      { ok: false, error: { code: 'shift-signed', details: at('morning') } },
      {
        ok: false,
        error: { code: 'checkpoint-not-in-service', details: { checkpoint: 'hall', date: '2025-06-01' } },
      },
    ])
  })

  test('of a signed shift is neither taken back nor undone', async () => {
    const book = testBook()
    await book.done('openShiftAfterAll', at('morning'))
    // Undo passes over what takes something back.
    const batch = book.writer.begin({ operation: 'signShift', at: 1, person: null, undoes: 1 })
    batch.put('shift_state', ['hall', holiday, 'morning'], { state: 'signed' })
    batch.commit()
    const { undo } = await book.done('readUndoSteps', {})
    const signed = { ok: false, error: { code: 'shift-signed', details: at('morning') } }
    expect([
      await book.call('closeShiftAgain', at('morning')),
      await book.call('undo', { batch: undo?.batch ?? 0 }),
    ]).toEqual([signed, signed])
  })
})
