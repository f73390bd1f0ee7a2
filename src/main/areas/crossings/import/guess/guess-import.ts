import type { FileLayout, ImportGuess, SavedMapping } from '../../../../../shared/contract/import.ts'
import { mostSampleRows } from '../../../../../shared/contract/import.ts'
import { AppError } from '../../../../../shared/errors.ts'
import { columnUses, mappingFits, readingOf } from '../../../../../shared/import/column-uses.ts'
import type { QueryContext } from '../../../../book/handlers.ts'
import { portModel } from '../../../reference/port-model.ts'
import type { FileRow, FileRows } from '../file-row.ts'
import { shown as shownText } from '../read-cells.ts'
import { savedMappings } from '../saved-mappings.ts'
import { guessEncoding, kindOf } from '../sniff-file.ts'
import { openWorkbook, workbookSheets } from '../workbook/open-workbook.ts'
import { guessUses } from './guess-uses.ts'
import { knownWords } from './known-words.ts'
import { mostLookedAt, sampleCsv } from './sample-rows.ts'
import { type TableLayout, tableLayout } from './table-layout.ts'

/** The start of a file, cut into rows, and what was found out about the file on the way. */
interface Sample {
  kind: ImportGuess['kind']
  sheets: ImportGuess['sheets']
  rows: FileRow[]
  found: Pick<ImportGuess['reading'], 'encoding' | 'separator' | 'sheet'>
}

/**
 * What a file holds and a guess of how it is to be read: a mapping that the book has for such a file, or one made afresh
 * from headings and cells.
 * @throws AppError file-missing, file-unreadable, file-empty, wrong-encoding, workbook-old and the others of workbooks
 */
export async function guessImport(
  { db }: QueryContext,
  { file, layout }: { file: string; layout: FileLayout },
): Promise<ImportGuess> {
  const sample = await sampleOf(file, layout)
  const saved = savedMappings(db).map((each) => savedGuess(each, sample, layout))
  const fitting = saved.filter((guess) => guess !== null).sort((a, b) => b.used - a.used)[0]
  if (fitting) return fitting.guess
  const table = tableLayout(sample.rows, layout)
  const port = portModel(db)
  const { uses, reading } = guessUses(table, port, knownWords(port), sample.kind === 'xlsx')
  const layoutFound = { skipRows: table.skipRows, headings: table.headings, ...sample.found }
  return guessOf(sample, table, { uses, reading: { ...reading, ...layoutFound }, saved: null })
}

async function sampleOf(file: string, layout: FileLayout): Promise<Sample> {
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
    const rows = await firstRows(await openWorkbook(file, { sheet, skipRows: 0 }))
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

async function firstRows({ rows }: FileRows): Promise<FileRow[]> {
  const first: FileRow[] = []
  for await (const row of rows) {
    first.push(row)
    if (first.length === mostLookedAt) break
  }
  return first
}

/** The guess that a saved mapping makes where this file has all of its columns; null where it does not fit. */
function savedGuess(
  { name, mapping }: SavedMapping,
  sample: Sample,
  layout: FileLayout,
): { guess: ImportGuess; used: number } | null {
  if (!mapping.headings) return null
  if (layout.skipRows !== undefined && layout.skipRows !== mapping.skipRows) return null
  if (layout.headings !== undefined && layout.headings !== mapping.headings) return null
  if (mapping.sheet !== undefined && mapping.sheet !== sample.found.sheet) return null
  const table = tableLayout(sample.rows, mapping)
  if (!mappingFits(mapping, table.names)) return null
  const uses = columnUses(mapping, table.names)
  const reading = { ...readingOf(mapping), ...sample.found }
  const used = uses.filter(({ as }) => as !== 'nothing').length
  return { guess: guessOf(sample, table, { uses, reading, saved: name }), used }
}

function guessOf(
  { kind, sheets }: Sample,
  table: TableLayout,
  guess: Pick<ImportGuess, 'uses' | 'reading' | 'saved'>,
): ImportGuess {
  const rows = table.data.slice(0, mostSampleRows).map(({ number, cells, merged }) => ({
    row: number,
    cells: table.names.map((_, at) => shownText(cells[at] || merged?.get(at) || '')),
  }))
  return { kind, sheets, headings: table.names, rows, ...guess }
}
