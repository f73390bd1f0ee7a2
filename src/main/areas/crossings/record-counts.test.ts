import { describe, expect, test } from 'vitest'
import type { CountToRecord } from '../../../shared/contract/crossings.ts'
import { allRows } from '../../testing/all-rows.ts'
import { type TestBook, testBook } from '../../testing/test-book.ts'

const at = { direction: 'entry', date: '2025-02-03', period: 'morning' } as const
const count = (
  line: string,
  value: CountToRecord['value'],
  rest: Partial<CountToRecord> = {},
): CountToRecord => ({
  ...at,
  line,
  value,
  ...rest,
})
const record = (book: TestBook, ...counts: CountToRecord[]) =>
  book.call('recordCounts', { checkpoint: 'hall', counts })
const codeOf = (answer: Awaited<ReturnType<typeof record>>) => (answer.ok ? 'taken' : answer.error.code)

/** Every stored count as `line value source provisional`. */
const stored = (book: TestBook): unknown[] =>
  book.writer.db
    .prepare(
      `SELECT line || ' ' || coalesce(value, mark) || coalesce(' ' || source, '') || iif(provisional, ' provisional', '')
       FROM count ORDER BY line`,
    )
    .pluck()
    .all()

describe('an of-which line never exceeds', () => {
  test('the line it is a part of, whichever of the two is typed last', async () => {
    const book = testBook()
    const answers = [
      await record(book, count('diplomats', 5)),
      await record(book, count('foreign', 4)),
      await record(book, count('foreign', 5)),
      await record(book, count('diplomats', 6)),
      await record(book, count('foreign', 6), count('diplomats', 6)),
      await record(book, count('foreign', 0), count('diplomats', 0)),
    ]
    expect({ answers: answers.map(codeOf), stored: stored(book) }).toEqual({
      answers: ['taken', 'of-which-exceeds-parent', 'taken', 'of-which-exceeds-parent', 'taken', 'taken'],
      stored: ['diplomats 0', 'foreign 0'],
    })
  })

  test('a total, once every line of that total is reported', async () => {
    const book = testBook()
    const answers = [
      await record(book, count('domestic', 10)),
      await record(book, count('e-gate', 50)),
      await record(book, count('foreign', 39)),
      await record(book, count('foreign', 40)),
      await record(book, count('domestic', 9)),
      await record(book, count('crew', 0)),
      await record(book, count('domestic', null)),
      await record(book, count('e-gate', 70)),
      await record(book, count('domestic', 'not-applicable')),
    ]
    expect({ answers: answers.map(codeOf), stored: stored(book) }).toEqual({
      answers: [
        'taken',
        'taken',
        'of-which-exceeds-parent',
        'taken',
        'of-which-exceeds-parent',
        'taken',
        'taken',
        'taken',
        'of-which-exceeds-parent',
      ],
      stored: ['crew 0', 'e-gate 70', 'foreign 40'],
    })
  })

  test('its parent in its own direction and period only', async () => {
    const book = testBook()
    const answers = [
      await record(book, count('foreign', 3)),
      await record(book, count('diplomats', 9, { direction: 'exit' })),
      await record(book, count('diplomats', 9, { period: 'afternoon' })),
    ]
    expect(answers.map(codeOf)).toEqual(['taken', 'taken', 'taken'])
  })
})

describe('a cell', () => {
  test('that is emptied is not reported again, and emptied twice changes nothing', async () => {
    const book = testBook()
    await record(book, count('domestic', 120), count('foreign', 0))
    const emptied = await record(book, count('domestic', null))
    const before = allRows(book.writer.db)
    const again = await record(book, count('domestic', null))
    expect({
      changed: emptied.ok && emptied.output.changed,
      again: again.ok && { changed: again.output.changed, batch: again.output.batch },
      stored: stored(book),
      rows: allRows(book.writer.db),
    }).toEqual({ changed: 1, again: { changed: 0, batch: null }, stored: ['foreign 0'], rows: before })
  })

  test('keeps its source and stays provisional while the same number is typed, and loses both with another', async () => {
    const book = testBook()
    const imported = { source: 'Border inspection', provisional: true }
    await record(book, count('domestic', 120, imported), count('foreign', 4, imported))
    const same = await record(book, count('domestic', 120))
    await record(book, count('foreign', 5))
    expect({ same: same.ok && same.output.changed, stored: stored(book) }).toEqual({
      same: 0,
      stored: ['domestic 120 Border inspection provisional', 'foreign 5'],
    })
  })

  test('takes another source, and becomes provisional, with the number it has', async () => {
    const book = testBook()
    await record(book, count('domestic', 120), count('foreign', 4))
    await record(
      book,
      count('domestic', 120, { source: 'Bus station' }),
      count('foreign', 4, { provisional: true }),
    )
    expect(stored(book)).toEqual(['domestic 120 Bus station', 'foreign 4 provisional'])
  })

  test('takes the marks closed and not applicable, and a number after them', async () => {
    const book = testBook()
    await record(
      book,
      count('domestic', 'closed'),
      count('foreign', 'not-applicable'),
      count('crew', 'closed'),
    )
    await record(book, count('crew', 3))
    expect(stored(book)).toEqual(['crew 3', 'domestic closed', 'foreign not-applicable'])
  })
})

describe('the parts of a sum', () => {
  const partsOf = (book: TestBook) =>
    book.writer.db.prepare('SELECT line, value, parts FROM count ORDER BY line').raw().all()

  test('stay with the count and in its history, until another number stands there', async () => {
    const book = testBook()
    await record(book, count('domestic', 95, { parts: '45+38+12' }))
    await record(book, count('domestic', 95))
    await record(book, count('domestic', 95, { source: 'Bus station' }))
    const kept = partsOf(book)
    await record(book, count('domestic', 96))
    const history = await book.done('readHistory', {
      entity: 'count',
      key: ['hall', 'domestic', 'entry', '2025-02-03', 'morning'],
    })
    expect({ kept, now: partsOf(book), history: history.map(({ after }) => after?.parts ?? null) }).toEqual({
      kept: [['domestic', 95, '45+38+12']],
      now: [['domestic', 96, null]],
      history: [null, '45+38+12', '45+38+12'],
    })
  })

  test('that do not add up to the count are refused with the whole block', async () => {
    const book = testBook()
    const answers = [
      await record(book, count('foreign', 3), count('domestic', 96, { parts: '45+38+12' })),
      await record(book, count('domestic', 45, { parts: '45' })),
      await record(book, count('domestic', null, { parts: '0+0' })),
      await record(book, count('domestic', 'closed', { parts: '1+1' })),
    ]
    expect({ answers: answers.map(codeOf), stored: stored(book) }).toEqual({
      answers: ['parts-differ', 'parts-differ', 'parts-differ', 'parts-differ'],
      stored: [],
    })
  })
})

describe('a control total', () => {
  test('is refused where the calendar closes the whole of its period', async () => {
    const total = {
      direction: 'entry' as const,
      unit: 'persons' as const,
      date: '2025-05-01',
      period: 'morning',
    }
    const answer = await testBook().call('recordCounts', {
      checkpoint: 'hall',
      controlTotals: [{ ...total, value: 7 }],
    })
    expect(answer).toMatchObject({ ok: false, error: { code: 'closed-by-calendar' } })
  })

  const total = { direction: 'entry', unit: 'persons', date: '2025-02-03', period: 'morning' } as const
  const rows = (book: TestBook): unknown[] => book.writer.db.prepare('SELECT * FROM control_total').all()
  const kept = { checkpoint: 'hall', ...total }

  test('is kept beside the counts, changed and cleared', async () => {
    const book = testBook()
    const typed = async (value: number | null) => {
      await book.done('recordCounts', { checkpoint: 'hall', controlTotals: [{ ...total, value }] })
      return rows(book)
    }
    expect([await typed(120), await typed(125), await typed(null)]).toEqual([
      [{ ...kept, value: 120, parts: null }],
      [{ ...kept, value: 125, parts: null }],
      [],
    ])
  })

  test('of a unit that the checkpoint does not count is refused with the others of its block', async () => {
    const book = testBook()
    const answer = await book.call('recordCounts', {
      checkpoint: 'hall',
      controlTotals: [
        { ...total, value: 120 },
        { ...total, unit: 'containers', value: 7 },
      ],
    })
    expect({ answer, rows: rows(book) }).toEqual({
      answer: {
        ok: false,
        error: { code: 'unit-not-counted', details: { checkpoint: 'hall', unit: 'containers' } },
      },
      rows: [],
    })
  })

  test('keeps the parts that it was added up from, as a count does', async () => {
    const book = testBook()
    const typed = async (value: number, parts?: string) => {
      const controlTotals = [{ ...total, value, ...(parts && { parts }) }]
      const answer = await book.call('recordCounts', { checkpoint: 'hall', controlTotals })
      return answer.ok ? rows(book) : answer.error
    }
    expect([
      await typed(83, '45+38'),
      await typed(83),
      await typed(84, '45+38'),
      await typed(84, '83+1'),
      await typed(85),
    ]).toEqual([
      [{ ...kept, value: 83, parts: '45+38' }],
      [{ ...kept, value: 83, parts: '45+38' }],
      { code: 'parts-differ', details: { unit: 'persons', parts: '45+38', value: 84 } },
      [{ ...kept, value: 84, parts: '83+1' }],
      [{ ...kept, value: 85, parts: null }],
    ])
  })

  test('is one batch with the counts of its block: one undo, and nothing where one of them is refused', async () => {
    const book = testBook()
    const counts = [{ ...total, line: 'domestic', value: 7 }].map(({ unit: _, ...count }) => count)
    const block = (value: number, unit: 'persons' | 'containers') =>
      book.call('recordCounts', { checkpoint: 'hall', counts, controlTotals: [{ ...total, unit, value }] })
    const figures = () => [
      book.writer.db.prepare('SELECT value FROM count').pluck().all(),
      book.writer.db.prepare('SELECT value FROM control_total').pluck().all(),
    ]
    const refused = await block(7, 'containers')
    const after = [figures()]
    await block(7, 'persons')
    after.push(figures())
    const { undo } = await book.done('readUndoSteps', {})
    await book.done('undo', { batch: undo?.batch ?? 0 })
    after.push(figures())
    expect({ refused, size: undo?.size, after }).toEqual({
      refused: {
        ok: false,
        error: { code: 'unit-not-counted', details: { checkpoint: 'hall', unit: 'containers' } },
      },
      size: 2,
      after: [
        [[], []],
        [[7], [7]],
        [[], []],
      ],
    })
  })
})
