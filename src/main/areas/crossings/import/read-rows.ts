import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { AppError } from '../../../../shared/errors.ts'
import type { MappingFile } from '../../../../shared/mapping-file.ts'
import { readText } from './read-text.ts'

/** A row of the file as Excel would number it, the headings' row being 1 where nothing stands above them. */
export interface FileRow {
  number: number
  cells: string[]
}

/** Bytes in a row; a quotation mark that is never closed would otherwise take the rest of the file into memory. */
const longestRow = 1_000_000

/**
 * Streams a CSV file's rows; empty rows are left out.
 * @throws AppError as `readText` does, and row-unreadable with the row
 */
export async function* readRows(file: string, mapping: MappingFile): AsyncGenerator<FileRow> {
  const parser = parse({
    delimiter: mapping.separator,
    relax_column_count: true,
    bom: true,
    max_record_size: longestRow,
  })
  const source = Readable.from(readText(file, mapping.encoding))
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  let number = 0
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      number += 1
      if (number > mapping.skipRows && cells.some((cell) => cell !== '')) yield { number, cells }
    }
  } catch (error) {
    if (error instanceof CsvError) throw new AppError('row-unreadable', { row: Number(error.records) + 1 })
    throw error
  } finally {
    source.destroy()
  }
}
