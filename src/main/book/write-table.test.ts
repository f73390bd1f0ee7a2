import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
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

test('what is written as CSV is read back as it was, whatever stands in a cell', () => {
  const cell = fc.string({ unit: fc.constantFrom(...'a口1 \t\n\r",;\'=', '\r\n') }).map((text) => `x${text}`)
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 6 }), (rows) => {
      const read = parse(csvText(['first', 'second'], rows), { bom: true, record_delimiter: '\r\n' })
      expect(read).toEqual([['first', 'second'], ...rows])
    }),
    { numRuns: 300 },
  )
})

test('a line break alone within a cell is quoted, and a text that looks like a formula is none', () => {
  const rows = [['one\rtwo', '=1+1']]
  expect(csvText(['first', 'second'], rows)).toBe('\ufefffirst,second\r\n"one\rtwo",\'=1+1\r\n')
})

test.each(['csv', 'json', 'xlsx'] as const)('rows that break off leave no file as %s', async (format) => {
  const file = join(testFolder(), `table.${format}`)
  const rows = (function* (): Generator<Cell[]> {
    yield [1]
    throw new Error('the book is gone')
  })()
  await expect(writeTable(file, format, ['first'], rows)).rejects.toThrow('the book is gone')
  expect([existsSync(file), existsSync(`${file}.part`)]).toEqual([false, false])
})
