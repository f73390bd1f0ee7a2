import { AppError } from '../../../shared/errors.ts'
import type { FileRow, FileRows } from '../file-row.ts'
import { MergedAreas } from './merged-areas.ts'
import { XmlReader } from './read-xml.ts'
import { SharedStrings } from './shared-strings.ts'
import { SheetRows } from './sheet-rows.ts'
import { WorkbookParts } from './workbook-parts.ts'
import { readDateStyles, readWorkbookInfo, type WorkbookSheet } from './workbook-sheets.ts'

/** Which rows of a workbook are wanted. */
export interface WorkbookLayout {
  /** Without it the first sheet that is not hidden. */
  sheet?: string | undefined
  skipRows: number
}

/** The sheets of a workbook in its order. @throws AppError as `WorkbookParts.open` does, and not-a-table */
export async function workbookSheets(file: string): Promise<WorkbookSheet[]> {
  const parts = await WorkbookParts.open(file)
  try {
    return (await readWorkbookInfo(parts)).sheets
  } finally {
    parts.close()
  }
}

/**
 * Streams a sheet's rows as texts; stored values of formulas count, hidden rows are taken, hidden sheets are not.
 * @throws AppError sheet-missing, not-a-table, workbook-damaged, workbook-protected, workbook-too-large
 */
export async function openWorkbook(file: string, layout: WorkbookLayout): Promise<FileRows> {
  const parts = await WorkbookParts.open(file)
  try {
    const info = await readWorkbookInfo(parts)
    const sheet = info.sheets.find(
      ({ name, hidden }) => !hidden && (layout.sheet === undefined || name === layout.sheet),
    )
    if (!sheet) throw new AppError('sheet-missing', { file, sheet: layout.sheet ?? '' })
    const reading: Reading = { read: 0, hidden: 0 }
    return {
      rows: sheetRows(parts, info, sheet, layout.skipRows, reading),
      share: () => Math.min(1, reading.read / (parts.size(sheet.part) || 1)),
      hidden: () => reading.hidden,
      padded: true,
    }
  } catch (error) {
    parts.close()
    throw error
  }
}

interface Reading {
  read: number
  hidden: number
}

async function* sheetRows(
  parts: WorkbookParts,
  info: Awaited<ReturnType<typeof readWorkbookInfo>>,
  sheet: WorkbookSheet,
  skipRows: number,
  reading: Reading,
): AsyncGenerator<FileRow> {
  let strings: SharedStrings | null = null
  try {
    strings = await SharedStrings.read(parts, info.sharedStrings)
    const rows = new SheetRows({
      file: parts.file,
      strings,
      dateStyles: await readDateStyles(parts, info.styles),
      from1904: info.from1904,
      merged: await MergedAreas.read(parts, sheet.part),
    })
    const reader = new XmlReader(parts.file, rows)
    for await (const chunk of parts.chunks(sheet.part)) {
      reader.write(chunk)
      reading.read += chunk.length
      reading.hidden = rows.hidden
      yield* taken(rows, skipRows)
    }
    reader.end()
    reading.hidden = rows.hidden
    yield* taken(rows, skipRows)
  } finally {
    strings?.close()
    parts.close()
  }
}

function* taken(sheet: SheetRows, skipRows: number): Generator<FileRow> {
  const { rows } = sheet
  sheet.rows = []
  for (const row of rows) if (row.number > skipRows) yield row
}
