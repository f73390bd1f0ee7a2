import type { FileLayout, ImportGuess } from '../../shared/contract/import.ts'
import { AppError } from '../../shared/errors.ts'
import type { FileRow, FileRows } from './file-row.ts'
import { mostLookedAt, sampleCsv } from './sample-csv.ts'
import { guessEncoding, kindOf } from './sniff-file.ts'
import { openWorkbook, workbookSheets } from './workbook/open-workbook.ts'

/** The start of a file, cut into rows, and what was found out about the file on the way. */
export interface Sample {
  kind: ImportGuess['kind']
  sheets: ImportGuess['sheets']
  rows: FileRow[]
  found: Pick<ImportGuess['reading'], 'encoding' | 'separator' | 'sheet'>
}

/**
 * Reads the start of a file: encoding and separator are found out where they are not given.
 * @throws AppError file-missing, file-unreadable, file-empty, wrong-encoding, workbook-old and the others of workbooks
 */
export async function sampleOf(file: string, layout: FileLayout): Promise<Sample> {
  if (kindOf(file) === 'xlsx') return sampleOfWorkbook(file, layout)
  const encoding = layout.encoding ?? (await guessEncoding(file))
  const { rows, separator } = sampleCsv(file, encoding, layout.separator)
  // UTF-8 is what a mapping without an encoding means.
  const found = { encoding: encoding === 'utf-8' ? null : encoding, separator, sheet: null }
  return { kind: 'csv', sheets: [], rows, found }
}

/** The start of the sheet that is asked for, else of the first one that is not hidden and has rows. */
async function sampleOfWorkbook(file: string, layout: FileLayout): Promise<Sample> {
  const sheets = await workbookSheets(file)
  const shown = sheets.filter(({ hidden }) => !hidden)
  const wanted = layout.sheet === undefined ? shown.map(({ name }) => name) : [layout.sheet]
  for (const sheet of wanted) {
    const rows = await startOf(await openWorkbook(file, { sheet, skipRows: 0 }))
    if (rows.length === 0) continue
    return {
      kind: 'xlsx',
      sheets: sheets.map(({ name, hidden }) => ({ name, hidden })),
      rows,
      found: { encoding: null, separator: ',', sheet: sheet === shown[0]?.name ? null : sheet },
    }
  }
  if (shown.length === 0) throw new AppError('sheet-missing', { file, sheet: '' })
  throw new AppError('file-empty', { file })
}

async function startOf({ rows }: FileRows): Promise<FileRow[]> {
  const first: FileRow[] = []
  for await (const row of rows) {
    first.push(row)
    if (first.length === mostLookedAt) break
  }
  return first
}
