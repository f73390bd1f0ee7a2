import { expect, test } from 'vitest'
import { columnWidths } from '../../../ui/import/column-widths.ts'
import { askingColumns, judged } from './rows-shown.ts'

test('columns are as wide as their heading and first rows need, within bounds; Chinese counts double', () => {
  const [narrow = 0, wide = 0, chinese = 0] = columnWidths(
    ['A', 'B', '本地居民入境旅客人数'],
    [{ cells: ['1', 'x'.repeat(200), '2'] }],
  )
  expect([narrow, wide]).toEqual([96, 216])
  expect(chinese).toBeGreaterThan(narrow)
})

test('the column at which something is missing asks; where it could be any, the first that is not used', () => {
  const uses = [{ as: 'date' }, { as: 'nothing' }, { as: 'date' }] as const
  expect([...askingColumns([{ gap: 'twice', columns: [0, 2] }], uses)]).toEqual([0, 2])
  expect([...askingColumns([{ gap: 'no-counts', columns: [] }], uses)]).toEqual([1])
  expect([...askingColumns([{ gap: 'no-date', columns: [] }], [{ as: 'source' }])]).toEqual([0])
  expect([...askingColumns([{ gap: 'no-place', columns: [] }], uses)]).toEqual([])
})

test('a cell shows its own refusal and figure, and none of its neighbours', () => {
  const figure = {
    column: 'Buses',
    direction: 'entry',
    line: 'buses',
    unit: null,
    outcome: 'changed',
    before: 3,
    after: 4,
  } as const
  const row = {
    row: 2,
    cells: [],
    figures: [figure],
    refused: [{ row: 2, column: 'Date', reason: '', code: 'date-impossible' as const, details: {} }],
  }
  expect([judged(row, 'Buses'), judged(row, 'Date'), judged(row, 'Trucks')]).toEqual([
    { refused: false, figure },
    { refused: true, figure: null },
    null,
  ])
})
