import { expect, test } from 'vitest'
import type { Refusal } from '../../../../shared/contract/import.ts'
import { refusalLines } from './refusal-csv.ts'

const refusal = (column: string): Refusal => ({
  row: 12,
  column,
  reason: '',
  code: 'count-not-whole',
  details: { text: '1,5' },
})

test('each refusal is a line with what stands in its cell; a whole row has no cell', () => {
  expect(
    refusalLines(
      { row: 12, cells: ['31-08-2024', '1,5', '-3'], refused: [refusal('Buses'), refusal('3'), refusal('')] },
      ['Date', 'Buses', ''],
      ({ code }) => `reason ${code}`,
    ),
  ).toEqual([
    ['12', 'Buses', '1,5', 'reason count-not-whole'],
    ['12', '3', '-3', 'reason count-not-whole'],
    ['12', '', '', 'reason count-not-whole'],
  ])
})
