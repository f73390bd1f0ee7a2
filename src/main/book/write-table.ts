import { createWriteStream, renameSync, rmSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Options, stringify } from 'csv-stringify'
import { stringify as stringifyAll } from 'csv-stringify/sync'
import { writeXlsxStream } from 'hucre/xlsx'
import { AppError } from '../../shared/errors.ts'
import { translateFileFailure } from './sqlite-errors.ts'

export type TableFormat = 'csv' | 'json' | 'xlsx'

export type Cell = string | number | null

/**
 * Streams rows to a CSV file (byte-order mark, text that looks like a formula neutralised, numbers as they are), to a
 * JSON file (one array, one object a line) or to a workbook, which runs no text. The file appears under its name only when it is whole.
 * @returns the number of rows
 * @throws AppError disk-full, file-unreadable, workbook-too-small
 */
export async function writeTable(
  file: string,
  format: TableFormat,
  headings: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Promise<number> {
  const unfinished = `${file}.part`
  let count = 0
  const counted = (function* () {
    for (const row of rows) {
      count += 1
      if (format === 'xlsx') assertFits(row, count)
      yield row
    }
  })()
  try {
    await pipeline([...streamsOf(format, headings, counted), createWriteStream(unfinished)])
    renameSync(unfinished, file)
    return count
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw translateFileFailure(error, file)
  } finally {
    // Rows that nobody reads to their end keep the connection busy.
    counted.return()
  }
}

/** What one sheet of Excel holds, the heading among its rows. */
const sheetRows = 1_048_576
const cellCharacters = 32_767

function assertFits(row: readonly Cell[], number: number): void {
  const isLong = row.some((cell) => typeof cell === 'string' && cell.length > cellCharacters)
  if (isLong || number >= sheetRows) throw new AppError('workbook-too-small', { row: number })
}

/** From the rows to the bytes of the file; each stream is closed where another one fails. */
function streamsOf(
  format: TableFormat,
  headings: readonly string[],
  rows: Iterable<readonly Cell[]>,
): (NodeJS.ReadableStream | NodeJS.ReadWriteStream)[] {
  if (format === 'csv') return [Readable.from(rows), stringify(csvOptions(headings))]
  if (format === 'json') return [Readable.from(jsonText(headings, rows))]
  const columns = headings.map((header) => ({ header }))
  const workbook = writeXlsxStream(rows as Iterable<Cell[]>, { name: 'Portbook', columns })
  return [Readable.fromWeb(workbook as WebStream)]
}

type WebStream = Parameters<typeof Readable.fromWeb>[0]

function csvOptions(headings: readonly string[]): Options {
  return {
    bom: true,
    header: true,
    columns: headings.map((heading) => ({ key: heading, header: heading })),
    record_delimiter: 'windows',
    // One of the two alone would end the row for Excel as well.
    quoted_match: /[\r\n]/,
    escape_formulas: true,
  }
}

/**
 * A small table as the text of a CSV file, written like `writeTable` does.
 * @param part `next` for rows that go on behind an earlier text: without a byte-order mark and headings
 */
export function csvText(
  headings: readonly string[],
  rows: readonly (readonly Cell[])[],
  part: 'first' | 'next' = 'first',
): string {
  const isFirst = part === 'first'
  return stringifyAll([...rows], { ...csvOptions(headings), bom: isFirst, header: isFirst })
}

function* jsonText(headings: readonly string[], rows: Iterable<readonly Cell[]>): Generator<string> {
  let separator = '[\n'
  for (const row of rows) {
    yield separator +
      JSON.stringify(Object.fromEntries(headings.map((heading, index) => [heading, row[index] ?? null])))
    separator = ',\n'
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n'
}
