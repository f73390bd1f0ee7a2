import { describe, expect, test } from 'vitest'
import type { InputOf } from '../../../../shared/contract/index.ts'
import { countHall } from '../../../testing/count-hall.ts'
import { refusal } from '../../../testing/refused-command.ts'
import { signShift } from '../../../testing/sign-shift.ts'
import { type TestBook, testBook } from '../../../testing/test-book.ts'

const night = { checkpoint: 'hall', shift: 'night', row: null, starts: '22:00', ends: '06:00' } as const
const always = { from: null, to: null }
const domestic: Omit<InputOf<'changeLine'>, 'line'> = {
  unit: 'persons',
  totals: ['passengers', 'persons'],
  parent: null,
  ...always,
}
const hall: InputOf<'changeCheckpoint'> = {
  checkpoint: 'hall',
  kind: 'passengers',
  directions: ['entry', 'exit'],
  ...always,
}

describe('what has figures', () => {
  const figures = { first: '2025-02-03', last: '2025-02-04' }

  async function bookWithFigures(): Promise<TestBook> {
    const book = testBook()
    await countHall(book, '2025-02-03', 'morning@10')
    await countHall(book, '2025-02-04', 'night/2')
    return book
  }

  test('cannot be removed', async () => {
    const book = await bookWithFigures()
    expect([
      await refusal(book, 'removeCheckpoint', { checkpoint: 'hall' }),
      await refusal(book, 'removeLine', { line: 'domestic' }),
      await refusal(book, 'removeSheetLine', { checkpoint: 'hall', line: 'domestic' }),
      await refusal(book, 'removeShift', { checkpoint: 'hall', shift: 'night', row: null }),
      await refusal(book, 'removeShift', { checkpoint: 'hall', shift: 'afternoon', row: null }),
    ]).toEqual([
      ['has-figures', figures],
      ['has-figures', figures],
      ['has-figures', figures],
      // The morning part of the 4th belongs to the night that began on the 3rd.
      ['has-figures', { first: '2025-02-03', last: '2025-02-03' }],
      null,
    ])
  })

  test('cannot end before its last figure or begin after its first', async () => {
    const book = await bookWithFigures()
    const outside = ['figures-outside', figures]
    expect([
      await refusal(book, 'changeCheckpoint', { ...hall, to: '2025-02-03' }),
      await refusal(book, 'changeLine', { line: 'domestic', ...domestic, to: '2025-02-03' }),
      await refusal(book, 'keepSheetLine', {
        checkpoint: 'hall',
        line: 'domestic',
        from: '2025-02-04',
        to: null,
      }),
      await refusal(book, 'changeShift', { ...night, from: '2025-02-04', to: null }),
      await refusal(book, 'keepSheetLine', {
        checkpoint: 'hall',
        line: 'domestic',
        from: null,
        to: '2025-02-04',
      }),
      await refusal(book, 'changeShift', { ...night, from: null, to: '2025-02-03' }),
    ]).toEqual([
      outside,
      outside,
      outside,
      ['figures-outside', { first: '2025-02-03', last: '2025-02-03' }],
      null,
      null,
    ])
  })

  test('keeps its meaning: unit, totals, parent, direction, times and the rule of its nights', async () => {
    const book = await bookWithFigures()
    const fixed = ['fixed-by-figures', figures]
    const ofNight = ['fixed-by-figures', { first: '2025-02-03', last: '2025-02-03' }]
    expect([
      await refusal(book, 'changeLine', { line: 'domestic', ...domestic, totals: ['persons'] }),
      await refusal(book, 'changeLine', {
        line: 'domestic',
        ...domestic,
        totals: [],
        parent: { line: 'foreign' },
      }),
      await refusal(book, 'changeCheckpoint', { ...hall, directions: ['exit'] }),
      await refusal(book, 'changeShift', { ...night, ends: '05:00', ...always }),
      await refusal(book, 'changeShiftTimes', {
        checkpoint: 'hall',
        shift: 'night',
        from: '2025-02-03',
        starts: '21:00',
        ends: '06:00',
      }),
      await refusal(book, 'keepMidnightRule', { from: '2025-02-03', rule: 'start-day' }),
      await refusal(book, 'keepMidnightRule', { from: '2025-02-04', rule: 'start-day' }),
      await refusal(book, 'changeCheckpoint', { ...hall, directions: ['entry'] }),
    ]).toEqual([fixed, fixed, fixed, ofNight, ofNight, ofNight, null, null])
  })

  test('may be control totals, notes and signatures as well as counts', async () => {
    const totals = testBook()
    await totals.done('recordCounts', {
      checkpoint: 'hall',
      controlTotals: [
        { direction: 'exit', unit: 'persons', date: '2025-02-03', period: 'morning', value: 5 },
      ],
    })
    const signed = testBook()
    signShift(signed, 'hall', '2025-02-03', 'morning')
    const ofDay = ['has-figures', { first: '2025-02-03', last: '2025-02-03' }]
    for (const book of [totals, signed]) {
      expect([
        await refusal(book, 'removeShift', { checkpoint: 'hall', shift: 'morning', row: null }),
        await refusal(book, 'removeCheckpoint', { checkpoint: 'hall' }),
      ]).toEqual([ofDay, ofDay])
    }
  })

  test('of a month asks for one day of that month', async () => {
    const book = testBook()
    await book.done('recordCounts', {
      checkpoint: 'hall',
      counts: [{ line: 'domestic', direction: 'entry', date: '2025-02', period: 'month', value: 9_000 }],
    })
    const dates = (from: string, to: string) =>
      refusal(book, 'keepSheetLine', { checkpoint: 'hall', line: 'domestic', from, to })
    const outside = ['figures-outside', { first: '2025-02-28', last: '2025-02-01' }]
    expect([
      await dates('2025-03-01', '2025-04-01'),
      await dates('2025-01-01', '2025-01-31'),
      await dates('2025-02-10', '2025-02-20'),
    ]).toEqual([outside, outside, null])
  })
})
