import { expect, test } from 'vitest'
import { plainReading } from '../../../../shared/import/column-uses.ts'
import { askAlso, isOpen, knownWords, meaningOf, withMeaning, wordsOfSample } from './word-meanings.ts'

const nothingUnknown = { places: [], directions: [], periods: [], lines: [] }

test('a word gets a code, a place to be made, or leaves its rows out; and can be open again', () => {
  const coded = withMeaning(plainReading, 'places', 'Lo Wu', { as: 'code', code: 'lo-wu' })
  const made = withMeaning(coded, 'places', 'New Hall', { as: 'create' })
  const left = withMeaning(made, 'directions', 'Transit', { as: 'leave' })
  expect([left.placeWords, left.create, left.directionWords]).toEqual([
    { 'Lo Wu': 'lo-wu' },
    ['New Hall'],
    { Transit: null },
  ])
  expect([
    meaningOf(left, 'places', 'Lo Wu'),
    meaningOf(left, 'places', 'New Hall'),
    meaningOf(left, 'directions', 'Transit'),
    meaningOf(left, 'periods', 'Night'),
  ]).toEqual([{ as: 'code', code: 'lo-wu' }, { as: 'create' }, { as: 'leave' }, null])
  const open = withMeaning(withMeaning(left, 'places', 'New Hall', null), 'places', 'Lo Wu', null)
  expect([open.placeWords, open.create]).toEqual([{}, []])
})

test('a place that was to be made and is then said to be a known one is not made', () => {
  const made = withMeaning(plainReading, 'places', 'Luohu', { as: 'create' })
  const known = withMeaning(made, 'places', 'Luohu', { as: 'code', code: 'lo-wu' })
  expect([known.placeWords, known.create]).toEqual([{ Luohu: 'lo-wu' }, []])
})

test('words of a file that names lines by their codes become words of its own with the first answer', () => {
  const codes = { ...plainReading, lineWords: 'codes' as const }
  expect(withMeaning(codes, 'lines', 'Lorries', { as: 'code', code: 'trucks' }).lineWords).toEqual({
    Lorries: 'trucks',
  })
})

test('a word is asked once, in the order in which the checks came upon it, and words that look like properties are words', () => {
  const first = askAlso([], {
    ...nothingUnknown,
    places: [{ word: 'constructor', rows: 3, suggestion: null }],
  })
  const both = askAlso(first, {
    ...nothingUnknown,
    places: [{ word: 'constructor', rows: 3, suggestion: null }],
    directions: [{ word: 'constructor', rows: 9, suggestion: 'exit' }],
  })
  expect(both).toEqual([
    { kind: 'places', word: 'constructor', rows: 3, suggestion: null },
    { kind: 'directions', word: 'constructor', rows: 9, suggestion: 'exit' },
  ])
  expect(both.map((word) => isOpen(plainReading, word))).toEqual([true, true])
})

test('words with a meaning are shown apart from those that were asked', () => {
  const reading = {
    ...plainReading,
    directionWords: { In: 'entry' as const, Out: 'exit' as const },
    create: ['Annex'],
  }
  expect(knownWords(reading, [{ kind: 'directions', word: 'Out', rows: 1, suggestion: null }])).toEqual([
    { kind: 'places', word: 'Annex' },
    { kind: 'directions', word: 'In' },
  ])
})

test('a column that needs words before anything can be checked is asked about by its first rows', () => {
  expect(
    wordsOfSample(
      [
        { gap: 'no-words', columns: [1] },
        { gap: 'no-date', columns: [] },
      ],
      [{ as: 'nothing' }, { as: 'direction' }],
      [{ cells: ['1', ' In '] }, { cells: ['2', 'Out'] }, { cells: ['3', 'In'] }, { cells: ['4'] }],
    ),
  ).toEqual([
    { kind: 'directions', word: 'In', rows: null, suggestion: null },
    { kind: 'directions', word: 'Out', rows: null, suggestion: null },
  ])
})
