import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import { testFolder } from '../testing/test-book.ts'
import { type Cell, writeTable } from './write-table.ts'

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
