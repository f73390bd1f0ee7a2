import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import { testFolder } from '../testing/test-book.ts'
import { type Cell, csvText, writeTable } from './write-table.ts'

async function refusalOf(
  file: string,
  format: 'csv' | 'xlsx',
  rows: Iterable<readonly Cell[]>,
): Promise<unknown> {
  try {
    return await writeTable(file, format, ['text'], rows)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { code: error.code, details: error.details }
  }
}

test('a text that no cell of Excel holds is refused for a workbook with its row and nothing is left; CSV takes it', async () => {
  const folder = testFolder()
  const rows = [['short'], ['x'.repeat(32_767)], ['x'.repeat(32_768)]]
  expect(await refusalOf(join(folder, 'long.xlsx'), 'xlsx', rows)).toEqual({
    code: 'workbook-too-small',
    details: { row: 3 },
  })
  expect(readdirSync(folder)).toEqual([])
  expect(await refusalOf(join(folder, 'fits.xlsx'), 'xlsx', rows.slice(0, 2))).toBe(2)
  expect(await refusalOf(join(folder, 'long.csv'), 'csv', rows)).toBe(3)
})

test('more rows than a sheet of Excel has are refused for a workbook', async () => {
  const file = join(testFolder(), 'rows.xlsx')
  const rows = (function* () {
    for (let number = 0; number < 1_048_576; number += 1) yield [number]
  })()
  expect(await refusalOf(file, 'xlsx', rows)).toEqual({
    code: 'workbook-too-small',
    details: { row: 1_048_576 },
  })
  expect(existsSync(file)).toBe(false)
}, 60_000)

const headings = ['first', 'second "of two"', '=third']

const cell = fc.oneof(
  fc.constant(null),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'=+-@\t\n\r",\'＝＋－＠1', '\r\n') }),
)

test('a table as CSV is what a known writer of CSV makes of it', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 6 }), (rows: Cell[][]) => {
      const known = (isFirst: boolean) =>
        stringify(rows, {
          ...{ bom: isFirst, header: isFirst, record_delimiter: 'windows', escape_formulas: true },
          // A line break alone would end the row for Excel.
          quoted_match: /[\r\n]/,
          columns: headings.map((header, key) => ({ key: String(key), header })),
        })
      expect([csvText(headings, rows), csvText(headings, rows, 'next')]).toEqual([known(true), known(false)])
    }),
    { numRuns: 500 },
  )
})
