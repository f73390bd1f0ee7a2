import { expect, test } from 'vitest'
import type { Refusal } from '../../../../shared/contract/import.ts'
import { csvOf, refusalLines } from './refusal-csv.ts'

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

test('the list opens in Excel as text: quoted where needed, no formula, and a negative number stays one', () => {
  expect(
    csvOf([
      ['行', '列', '单元格'],
      ['7', '旅客, "外籍"', '=1+1'],
      ['8', 'a\nb', '-3'],
      ['9', '＝HYPERLINK', '-x'],
    ]),
  ).toBe('\ufeff行,列,单元格\r\n7,"旅客, ""外籍""",\'=1+1\r\n8,"a\nb",-3\r\n9,\'＝HYPERLINK,\'-x\r\n')
})
