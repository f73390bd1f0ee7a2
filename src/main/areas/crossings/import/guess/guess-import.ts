import type { FileLayout, ImportGuess, SavedMapping } from '../../../../../shared/contract/import.ts'
import { mostSampleRows } from '../../../../../shared/contract/import.ts'
import { columnUses, mappingFits, readingOf } from '../../../../../shared/import/column-uses.ts'
import type { QueryContext } from '../../../../book/handlers.ts'
import { type Sample, sampleOf } from '../../../../import/read-sample.ts'
import { shown as shownText } from '../../../../import/shown-text.ts'
import { type TableLayout, tableLayout } from '../../../../import/table-layout.ts'
import { portModel } from '../../../reference/port-model.ts'
import { savedMappings } from '../saved-mappings.ts'
import { guessUses } from './guess-uses.ts'
import { knownWords } from './known-words.ts'

/**
 * What a file holds and a guess of how it is to be read: a mapping that the book has for such a file, or one made afresh
 * from headings and cells.
 * @throws AppError file-missing, file-unreadable, file-empty, not-a-table, workbook-old and the others of workbooks
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
