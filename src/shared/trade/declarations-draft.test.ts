import { expect, test } from 'vitest'
import {
  type DeclarationsDraft,
  declarationUses,
  mappingOfDraft,
  withDatePattern,
  withUse,
} from './declarations-draft.ts'

const headings = ['No', 'Day', 'Way', 'Code', 'What', 'Net', 'Net', 'Much', 'Of']
const begun: DeclarationsDraft = { format: 1, checkpoint: { code: 'yard' } }

/** Each column in turn gets the use that stands at its place. */
const draftOf = (...uses: Parameters<typeof withUse>[3][]): DeclarationsDraft =>
  uses.reduce<DeclarationsDraft>((draft, use, at) => withUse(draft, headings, at, use), begun)

test('a draft becomes a mapping once every needed column is chosen; columns of one heading go by their places', () => {
  const draft = draftOf('number', 'date', 'direction', 'hsCode', 'goods', null, 'netWeight')
  expect(mappingOfDraft(draft)).toEqual({
    gaps: [],
    mapping: {
      format: 1,
      separator: ',',
      skipRows: 0,
      headings: true,
      comma: 'group',
      number: { column: 'No' },
      date: { column: 'Day', pattern: 'YYYY-MM-DD' },
      checkpoint: { code: 'yard' },
      direction: { column: 'Way', words: {} },
      hsCode: { column: 'Code', lengths: [6, 8, 10] },
      goods: { column: 'What' },
      netWeight: { column: 7, unit: 'kg' },
      unqualified: 'refuse',
    },
  })
  expect(declarationUses(draft, headings)).toEqual([
    ...['number', 'date', 'direction', 'hsCode', 'goods', null, 'netWeight', null, null],
  ])
})

test('a use goes from one column to another, a column from one use to another, and what is missing is named', () => {
  const draft = draftOf('number', 'date', 'direction', 'hsCode', 'goods', 'netWeight', 'netWeight')
  expect(declarationUses(draft, headings).slice(5, 7)).toEqual([null, 'netWeight'])
  const moved = withUse(draft, headings, 0, 'goods')
  expect(declarationUses(moved, headings)).toEqual([
    ...['goods', 'date', 'direction', 'hsCode', null, null, 'netWeight', null, null],
  ])
  expect(mappingOfDraft(moved)).toEqual({ mapping: null, gaps: ['number'] })
  expect(mappingOfDraft({ format: 1 }).gaps).toEqual([
    ...['number', 'date', 'direction', 'hsCode', 'goods', 'netWeight', 'checkpoint'],
  ])
})

test('a quantity needs its unit and a unit its quantity, in whatever order they are chosen', () => {
  const draft = draftOf('number', 'date', 'direction', 'hsCode', 'goods', 'netWeight')
  const withoutUnit = withUse(draft, headings, 7, 'quantity')
  const withoutQuantity = withUse(draft, headings, 8, 'unit')
  const both = withUse(withoutQuantity, headings, 7, 'quantity')
  expect([withoutUnit, withoutQuantity, both].map((each) => mappingOfDraft(each).gaps)).toEqual([
    ['unit'],
    ['quantity'],
    [],
  ])
  expect(mappingOfDraft(both).mapping?.quantity).toEqual({
    column: 'Much',
    unit: { column: 'Of', words: {} },
  })
  expect(withUse(withUse(both, headings, 7, null), headings, 8, null).quantity).toBeUndefined()
})

test('all dates of a file are written in one way', () => {
  const draft = withDatePattern(draftOf('date', 'released', 'number'), 'DD.MM.YYYY')
  expect([draft.date, draft.released, draft.number, draft.cleared]).toEqual([
    { column: 'No', pattern: 'DD.MM.YYYY' },
    { column: 'Day', pattern: 'DD.MM.YYYY' },
    { column: 'Way' },
    undefined,
  ])
})
