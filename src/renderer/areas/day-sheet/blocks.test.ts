import { expect, test } from 'vitest'
import { blockBetween, cellsOfText } from '../../ui/grid/grid-block.ts'
import { readBlock, textOfBlock } from './blocks.ts'
import type { BookCell, SheetRow } from './sheet-rows.ts'

const column = {
  direction: 'entry',
  date: '2024-08-31',
  period: 'morning',
  from: '10:00',
  to: '15:00',
  openAfterAll: false,
} as const
const cell = (line: string, value: BookCell['value'], editable = true): BookCell => ({
  target: {
    entity: 'count',
    checkpoint: 'hall',
    line,
    direction: 'entry',
    date: '2024-08-31',
    period: 'morning',
  },
  column,
  value,
  incomplete: false,
  editable,
  closedBy: null,
  partlyClosed: null,
})
const line = (code: string, ...cells: (BookCell | null)[]): SheetRow => ({
  kind: 'line',
  id: code,
  line: { line: code, names: {}, unit: 'persons', parent: null, cells: [], bases: [] },
  cells,
  bases: [],
  both: 9,
})
const rows: SheetRow[] = [
  line('kz', cell('kz', 143), cell('kz', null)),
  {
    kind: 'sum',
    id: 'sum',
    total: 'passengers',
    only: true,
    values: [143, null],
    incomplete: [false, false],
    bases: [],
    both: 143,
  },
  line('gates', cell('gates', 'closed', false), null),
]
const valueIn = (each: BookCell) => each.value

test('the text of a spreadsheet is lines of cells, whichever way its lines end', () => {
  expect([cellsOfText('1\t2\r\n3\t\r\n'), cellsOfText('1\r2'), cellsOfText('\n1')]).toEqual([
    [
      ['1', '2'],
      ['3', ''],
    ],
    [['1'], ['2']],
    [[''], ['1']],
  ])
})

test('a copied block is plain digits, words for states and nothing for not reported', () => {
  const text = (from: [number, number], to: [number, number]) =>
    textOfBlock(
      rows,
      blockBetween({ row: from[0], column: from[1] }, { row: to[0], column: to[1] }),
      valueIn,
      (value) => `<${value}>`,
    )
  expect([text([2, 2], [0, 0]), text([0, 0], [0, 0])]).toEqual(['143\t\t9\n143\t\t143\n<closed>\t\t9', '143'])
})

test('a pasted block is read from its place on, and each cell that does not fit says why', () => {
  const read = (text: string, row = 0, at = 0) => {
    const { cells, bad } = readBlock(rows, { row, column: at }, text, valueIn, (word) =>
      word === 'shut' ? 'closed' : null,
    )
    return {
      cells: cells.map(({ place, value, parts }) => [place.row, place.column, value, parts]),
      bad: bad.map(({ place, problem }) => [
        place.row,
        place.column,
        problem.kind === 'text' && problem.reason,
      ]),
    }
  }
  expect(read('１２\t45+38\n\t\n\t')).toEqual({
    cells: [
      [0, 0, 12, null],
      [0, 1, 83, '45+38'],
    ],
    bad: [],
  })
  expect(read('shut\t7')).toEqual({
    cells: [
      [0, 0, 'closed', null],
      [0, 1, 7, null],
    ],
    bad: [],
  })
  expect(read('+1\tx\t7\n5\n6\n8')).toEqual({
    cells: [[0, 0, 144, '143+1']],
    bad: [
      [0, 1, 'notNumber'],
      [0, 2, 'block'],
      [1, 0, 'block'],
      [2, 0, 'block'],
      [3, 0, 'block'],
    ],
  })
})
