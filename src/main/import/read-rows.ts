import type { TableShape } from '../../shared/mapping-shape.ts'
import { openCsv } from './csv-rows.ts'
import type { FileRows } from './file-row.ts'
import { kindOf } from './sniff-file.ts'
import { openWorkbook } from './workbook/open-workbook.ts'

/**
 * Opens a CSV file or a workbook: which of them it is its content says, whatever its name ends in.
 * @throws AppError as `kindOf` and `openWorkbook` do; a CSV file's faults show while its rows are read
 */
export async function openRows(file: string, table: TableShape): Promise<FileRows> {
  return kindOf(file) === 'csv' ? openCsv(file, table) : openWorkbook(file, table)
}
