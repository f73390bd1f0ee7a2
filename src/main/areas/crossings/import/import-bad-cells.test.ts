import { describe, expect, test } from 'vitest'
import { addDays, dateAt } from '../../../../shared/dates.ts'
import type { MappingFileInput } from '../../../../shared/mapping-file.ts'
import { allRows } from '../../../testing/all-rows.ts'
import { importFile } from '../../../testing/import-file.ts'
import { signShift } from '../../../testing/sign-shift.ts'
import { type TestBook, testBook } from '../../../testing/test-book.ts'

const today = dateAt(Date.now(), 'Asia/Shanghai')
const tomorrow = addDays(today, 1)
const headings = 'Date,Place,Way,Shift,Domestic,Foreign,Total'
const good = ['2025-02-03', 'hall', 'In', 'morning', '120', '40', '160']
const mapping: Partial<MappingFileInput> = {
  checkpoint: { column: 'Place', by: 'code' },
  direction: { column: 'Way', words: { In: 'entry', Out: 'exit' } },
  period: { column: 'Shift' },
  controlTotals: [{ column: 'Total', unit: 'persons' }],
}
/** A good row with some cells, by their place, changed. */
const row = (change: Record<number, string>): string =>
  good.map((cell, place) => change[place] ?? cell).join(',')
const rowTwo = (change: Record<number, string>): string =>
  [headings, row({ 0: '2025-02-01' }), row(change)].join('\n')
const long = 'x'.repeat(10_000)
const cut = `${'x'.repeat(80)}…`

/** Refusals as `row column code`, with details; and whether the book is as it was. */
async function refusals(
  book: TestBook,
  content: string | Buffer,
  change: Partial<MappingFileInput> = mapping,
) {
  const before = allRows(book.writer.db)
  const answer = await importFile(book, content, change)
  expect(allRows(book.writer.db)).toEqual(before)
  if (!answer.ok) return [answer.error]
  expect(answer.output).toMatchObject({
    written: false,
    batch: null,
    refusedCells: answer.output.refused.length,
  })
  return answer.output.refused.map(({ row, column, code, details }) => ({
    at: `${row} ${column}`,
    code,
    details,
  }))
}

describe('a cell that cannot be taken is named with its row and column, and nothing is written', () => {
  const moment = { checkpoint: 'hall', date: '2025-02-03', period: 'morning' }
  test.each<[string, Record<number, string>, string, string, object]>([
    ['letters', { 4: 'many' }, 'Domestic', 'count-not-whole', { text: 'many' }],
    ['a fraction', { 5: '1.5' }, 'Foreign', 'count-not-whole', { text: '1.5' }],
    ['an exponent', { 5: '1e3' }, 'Foreign', 'count-not-whole', { text: '1e3' }],
    ['a negative', { 4: '-3' }, 'Domestic', 'count-out-of-range', { text: '-3' }],
    ['a count above 9,999,999', { 4: '10000000' }, 'Domestic', 'count-out-of-range', { text: '10000000' }],
    [
      'thousands that the mapping does not say',
      { 4: '1 234' },
      'Domestic',
      'count-not-whole',
      { text: '1 234' },
    ],
    [
      'a total above what a count can be',
      { 6: '10000000' },
      'Total',
      'count-out-of-range',
      { text: '10000000' },
    ],
    ['a date that does not exist', { 0: '2025-02-29' }, 'Date', 'date-impossible', { text: '2025-02-29' }],
    [
      'a date of another pattern',
      { 0: '03/02/2025' },
      'Date',
      'date-unreadable',
      { text: '03/02/2025', pattern: 'YYYY-MM-DD' },
    ],
    ['a date ahead', { 0: tomorrow }, 'Date', 'date-ahead', { date: tomorrow, today }],
    [
      'a place closed that day',
      { 0: '2025-05-01' },
      'Date',
      'closed-by-calendar',
      { ...moment, date: '2025-05-01' },
    ],
    [
      'a signed shift',
      { 3: 'afternoon' },
      'Date',
      'shift-signed',
      { checkpoint: 'hall', date: '2025-02-03', shift: 'afternoon' },
    ],
    ['an unknown place', { 1: 'gate' }, 'Place', 'place-unknown', { text: 'gate' }],
    ['a word that every object has', { 1: 'constructor' }, 'Place', 'place-unknown', { text: 'constructor' }],
    ['an empty place', { 1: '' }, 'Place', 'place-unknown', { text: '' }],
    ['an unknown word for a direction', { 2: 'Transit' }, 'Way', 'word-unknown', { text: 'Transit' }],
    ['a word that every object has for one', { 2: 'toString' }, 'Way', 'word-unknown', { text: 'toString' }],
    ['no period', { 3: 'Early!' }, 'Shift', 'word-unknown', { text: 'Early!' }],
    [
      'a shift that the place does not have',
      { 3: 'evening' },
      'Date',
      'unknown-shift',
      { checkpoint: 'hall', date: '2025-02-03', shift: 'evening' },
    ],
    [
      'a line that the place does not count',
      { 1: 'yard', 3: 'day', 5: '', 6: '' },
      'Domestic',
      'line-not-on-sheet',
      { checkpoint: 'yard', line: 'domestic' },
    ],
    ['a count of 10,000 characters', { 4: long }, 'Domestic', 'count-not-whole', { text: cut }],
    [
      'a number of 10,000 digits',
      { 4: '9'.repeat(10_000) },
      'Domestic',
      'count-out-of-range',
      { text: `${'9'.repeat(80)}…` },
    ],
    [
      'a date of 10,000 characters',
      { 0: long },
      'Date',
      'date-unreadable',
      { text: cut, pattern: 'YYYY-MM-DD' },
    ],
    ['a place of 10,000 characters', { 1: long }, 'Place', 'place-unknown', { text: cut }],
    ['a direction of 10,000 characters', { 2: long }, 'Way', 'word-unknown', { text: cut }],
    ['a period of 10,000 characters', { 3: long }, 'Shift', 'word-unknown', { text: cut }],
  ])('%s', async (_, change, column, code, details) => {
    const book = testBook()
    signShift(book, 'hall', '2025-02-03', 'afternoon')
    expect(await refusals(book, rowTwo(change))).toEqual([{ at: `3 ${column}`, code, details }])
  })

  test('a row with fewer cells than the headings, or more', async () => {
    const rows = [
      headings,
      '2025-02-03,hall,In,morning,120,40',
      row({ 0: '2025-02-04' }),
      `${row({})},x`,
      '2025-02-05',
    ]
    expect(await refusals(testBook(), rows.join('\n'))).toEqual([
      { at: '2 ', code: 'row-ragged', details: { expected: 7, found: 6 } },
      { at: '4 ', code: 'row-ragged', details: { expected: 7, found: 8 } },
      { at: '5 ', code: 'row-ragged', details: { expected: 7, found: 1 } },
    ])
  })

  test('a short row of a file without headings', async () => {
    const byPosition: Partial<MappingFileInput> = {
      headings: false,
      date: { column: 1, pattern: 'YYYY-MM-DD' },
      counts: {
        columns: [
          { column: 2, line: 'domestic' },
          { column: 3, line: 'foreign' },
        ],
      },
    }
    expect(await refusals(testBook(), '2025-02-03,120,40\n2025-02-04,80\n', byPosition)).toEqual([
      { at: '2 ', code: 'row-ragged', details: { expected: 3, found: 2 } },
    ])
  })

  test('an unknown line, by the file’s word and by the book’s code', async () => {
    const content = 'Date,What,N\n2025-02-03,Pilgrims,5\n2025-02-03,pilgrims,5\n'
    const measure = { measureColumn: 'What', valueColumn: 'N' }
    const words = { Domestic: 'domestic' }
    expect({
      byWord: await refusals(testBook(), content, { counts: { ...measure, lines: words } }),
      byCode: await refusals(testBook(), content, { counts: { ...measure, lines: 'codes' } }),
    }).toEqual({
      byWord: [
        { at: '2 What', code: 'word-unknown', details: { text: 'Pilgrims' } },
        { at: '3 What', code: 'word-unknown', details: { text: 'pilgrims' } },
      ],
      byCode: [
        { at: '2 What', code: 'word-unknown', details: { text: 'Pilgrims' } },
        { at: '3 N', code: 'unknown-line', details: { checkpoint: 'hall', line: 'pilgrims' } },
      ],
    })
  })

  test('an of-which line that no row brings down below its parent', async () => {
    const content = 'Date,What,N\n2025-02-03,diplomats,5\n2025-02-03,foreign,4\n'
    const found = await refusals(testBook(), content, {
      counts: { measureColumn: 'What', valueColumn: 'N', lines: 'codes' },
    })
    expect(found).toMatchObject([{ at: expect.stringMatching(/^[23] N$/), code: 'of-which-exceeds-parent' }])
  })

  test('the same figure twice with different values, naming both rows and the column', async () => {
    const rows = [headings, row({}), row({ 0: '2025-02-04' }), row({ 5: '41', 6: '161' })]
    expect(await refusals(testBook(), rows.join('\n'))).toEqual([
      { at: '4 Foreign', code: 'key-twice', details: { firstRow: 2, firstValue: '40', value: '41' } },
      { at: '4 Total', code: 'key-twice', details: { firstRow: 2, firstValue: '160', value: '161' } },
    ])
  })

  test('every cell of a row and of later rows, not only the first', async () => {
    const rows = [headings, row({ 4: 'a', 5: 'b' }), row({ 0: '2025-13-01', 1: 'gate', 2: '?' })]
    expect(
      (await refusals(testBook(), rows.join('\n'))).map((refusal) => 'at' in refusal && refusal.at),
    ).toEqual(['2 Domestic', '2 Foreign', '3 Date', '3 Place', '3 Way'])
  })

  test('a source of more than 80 characters', async () => {
    const content = `Date,Domestic,Foreign,By\n2025-02-03,1,2,${long}\n`
    expect(await refusals(testBook(), content, { source: { column: 'By' } })).toEqual([
      { at: '2 By', code: 'invalid-input', details: { text: cut, most: 80 } },
    ])
  })
})

test('a refusal has a sentence that says what is wrong and with what', async () => {
  const answer = await importFile(testBook(), rowTwo({ 4: 'many' }), mapping)
  expect(answer.ok && answer.output.refused.map(({ reason }) => reason)).toEqual([
    'A count is a whole number. (text many)',
  ])
})

test('more than a thousand refusals are counted, the first thousand named', async () => {
  const rows = Array.from({ length: 1_200 }, (_, day) => row({ 0: addDays('2020-01-01', day), 4: 'x' }))
  const answer = await importFile(testBook(), [headings, ...rows].join('\n'), mapping)
  expect(answer.ok && { named: answer.output.refused.length, all: answer.output.refusedCells }).toEqual({
    named: 1_000,
    all: 1_200,
  })
})
