import type { MappingFile } from '../../../../shared/mapping-file.ts'
import { openCsv } from './csv-rows.ts'
import type { FileRows } from './file-row.ts'

/**
 * Opens a CSV file, whatever its name ends in.
 * @throws AppError as its rows do, where that shows at once
 */
export async function openRows(file: string, mapping: MappingFile): Promise<FileRows> {
  return openCsv(file, mapping)
}
