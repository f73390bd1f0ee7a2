import { statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { AppError } from '../../shared/errors.ts'
import type { TableShape } from '../../shared/mapping-shape.ts'
import type { FileRow, FileRows } from './file-row.ts'
import { readText } from './read-text.ts'

/** Bytes in a row; a quotation mark that is never closed would otherwise take the rest of the file into memory. */
const longestRow = 1_000_000

/** How a CSV file's text is cut into rows and cells. */
export type CsvLayout = Pick<TableShape, 'encoding' | 'separator' | 'skipRows'>

/**
 * Streams a CSV file's rows; empty rows are left out.
 * @throws AppError as `readText` does, and row-unreadable with the row, while its rows are read
 */
export function openCsv(file: string, layout: CsvLayout): FileRows {
  let read = 0
  return {
    rows: csvRows(file, layout, (bytes) => {
      read += bytes
    }),
    share: () => Math.min(1, read / sizeOf(file)),
    hidden: () => 0,
    padded: false,
  }
}

async function* csvRows(
  file: string,
  { separator, encoding, skipRows }: CsvLayout,
  onBytes: (bytes: number) => void,
): AsyncGenerator<FileRow> {
  const parser = parse({
    delimiter: separator,
    relax_column_count: true,
    bom: true,
    max_record_size: longestRow,
  })
  const source = Readable.from(readText(file, encoding, onBytes))
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  let number = 0
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      number += 1
      if (number > skipRows && cells.some((cell) => cell !== '')) yield { number, cells }
    }
  } catch (error) {
    if (error instanceof CsvError) throw new AppError('row-unreadable', { row: Number(error.records) + 1 })
    throw error
  } finally {
    source.destroy()
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size || 1
}
