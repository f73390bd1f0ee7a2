import { expect, test } from 'vitest'
import type { CountValue, DaySheet } from '../../../shared/contract/crossings.ts'
import { cellKinds, closingOf, differenceOf, groupsOf } from './sheet-rows.ts'

const open = (value: CountValue) => ({ value, incomplete: false, closedBy: null, partlyClosed: null })
const sheet: DaySheet = {
  checkpoint: 'hall',
  date: '2024-08-31',
  shift: 'morning',
  state: 'open',
  editable: true,
  columns: [
    {
      direction: 'entry',
      date: '2024-08-31',
      period: 'morning',
      from: '10:00',
      to: '15:00',
      openAfterAll: false,
    },
    {
      direction: 'exit',
      date: '2024-08-31',
      period: 'morning',
      from: '10:00',
      to: '15:00',
      openAfterAll: false,
    },
  ],
  bases: [
    { base: 'shiftBefore', date: '2024-08-30', shift: 'afternoon' },
    { base: 'weekBefore', date: '2024-08-24', shift: 'morning' },
  ],
  groups: [
    {
      unit: 'persons',
      lines: [
        {
          line: 'kz',
          names: {},
          unit: 'persons',
          parent: null,
          cells: [open(143), open(null)],
          bases: [
            [52, 61],
            [49, 55],
          ],
        },
        {
          line: 'free',
          names: {},
          unit: 'persons',
          parent: { line: 'kz' },
          cells: [open(7), null],
          bases: [
            [3, 5],
            [null, null],
          ],
        },
        {
          bases: [],
          line: 'gates',
          names: {},
          unit: 'persons',
          parent: { total: 'passengers' },
          cells: [
            { value: 'closed', incomplete: false, closedBy: { reason: {} }, partlyClosed: null },
            open('not-applicable'),
          ],
        },
      ],
      sums: [
        {
          total: 'passengers',
          values: [143, null],
          incomplete: [false, false],
          bases: [
            [52, 61],
            [49, 55],
          ],
        },
      ],
      controlTotal: { unit: 'persons', total: 'passengers', values: [140, null] },
    },
  ],
  before: { date: '2024-08-30', shift: 'afternoon' },
  after: { date: '2024-08-31', shift: 'afternoon' },
}

test('rows are lines, sums and the total from paper, with places to type only where the calendar lets one', () => {
  const rows = groupsOf(sheet).flatMap((group) => group.rows)
  expect(rows.map((row) => row.id)).toEqual([
    'line kz',
    'line free',
    'line gates',
    'sum passengers',
    'control persons',
  ])
  expect(cellKinds(rows, true)).toEqual([
    ['type', 'type', 'read'],
    ['type', 'none', 'read'],
    ['read', 'type', 'read'],
    ['read', 'read', 'read'],
    ['type', 'type', 'none'],
  ])
  expect(rows.map((row) => (row.kind === 'control' ? row.sums : row.both))).toEqual([
    143,
    7,
    'closed',
    143,
    [143, null],
  ])
})

test('what the calendar closes takes no control total', () => {
  const closedBy = { reason: null }
  const [group] = sheet.groups
  if (!group) throw new Error('no group')
  const lines = group.lines.map((line) => ({
    ...line,
    cells: line.cells.map((cell, column) => (cell && column === 0 ? { ...cell, closedBy } : cell)),
  }))
  const rows = groupsOf({ ...sheet, groups: [{ ...group, lines }] }).flatMap((each) => each.rows)
  const control = rows.find((row) => row.kind === 'control')
  expect(control?.cells.map((cell) => [cell.editable, cell.closedBy])).toEqual([
    [false, closedBy],
    [true, null],
  ])
})

test('a sheet with crew alone has no total from paper, unless one has been written', () => {
  const [group] = sheet.groups
  if (!group) throw new Error('no group')
  const crewOnly = {
    ...group,
    sums: [{ total: 'persons' as const, values: [12, 10], incomplete: [false, false], bases: [] }],
  }
  const ids = (values: (number | null)[]) =>
    groupsOf({ ...sheet, groups: [{ ...crewOnly, controlTotal: { ...group.controlTotal, values } }] })
      .flatMap((each) => each.rows)
      .map((row) => row.id)
      .filter((id) => id.startsWith('control'))
  expect([ids([null, null]), ids([3, null])]).toEqual([[], ['control persons']])
})

test('the difference is the sum less the paper, unknown while one is missing', () => {
  expect([
    differenceOf(236, 226),
    differenceOf(10, 10),
    differenceOf(null, 3),
    differenceOf(3, null),
  ]).toEqual([10, 0, null, null])
})

test('a part closure is said by the end of the shift that it touches', () => {
  const morning = { from: '10:00', to: '15:00' }
  expect([
    closingOf({ from: '10:00', to: '12:00' }, morning),
    closingOf({ from: '08:00', to: '12:00' }, morning),
    closingOf({ from: '14:00', to: '20:00' }, morning),
    closingOf({ from: '11:00', to: '12:00' }, morning),
    closingOf({ from: '22:00', to: '02:00' }, { from: '22:00', to: '06:00' }),
  ]).toEqual([
    { kind: 'until', time: '12:00' },
    { kind: 'until', time: '12:00' },
    { kind: 'from', time: '14:00' },
    { kind: 'between', from: '11:00', to: '12:00' },
    { kind: 'until', time: '02:00' },
  ])
})
