import type { AppError } from '../../shared/errors.ts'

/** A row of the file as Excel would number it, the headings' row being 1 where nothing stands above them. */
export interface FileRow {
  number: number
  cells: string[]
  /** Cells of a workbook that hold no value that can be taken, by index. */
  faults?: ReadonlyMap<number, AppError>
  /** Text of the merged area that an empty cell belongs to, by index. */
  merged?: ReadonlyMap<number, string>
}

/** A file's rows as they are read. */
export interface FileRows {
  rows: AsyncGenerator<FileRow>
  /** How much of the file has been read, from 0 to 1. */
  share(): number
  /** Rows read so far that a workbook hides. */
  hidden(): number
  /** Whether rows may be shorter than the headings, as a workbook's are where cells are empty. */
  padded: boolean
}
