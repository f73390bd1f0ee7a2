import { type FileLayout, type ImportGuess, mostSampleRows } from '../../../../../shared/contract/import.ts'
import { TariffMapping, type TariffMappingInput } from '../../../../../shared/tariff/tariff-mapping.ts'
import type { QueryContext } from '../../../../book/handlers.ts'
import type { FileRow } from '../../../../import/file-row.ts'
import { sampleOf } from '../../../../import/read-sample.ts'
import { shown } from '../../../../import/shown-text.ts'
import { guessTariffColumns, type TariffColumns } from './guess-tariff-columns.ts'

export interface TariffGuess {
  kind: ImportGuess['kind']
  sheets: ImportGuess['sheets']
  headings: string[]
  rows: ImportGuess['rows']
  mapping: TariffMapping | null
}

/**
 * What a file holds, and a mapping by what its cells look like; without one where no column looks like codes, or none
 * like texts.
 * @throws AppError file-missing, file-unreadable, file-empty, wrong-encoding, workbook-old and the others of workbooks
 */
export async function guessTariff(
  _: QueryContext,
  { file, layout }: { file: string; layout: FileLayout },
): Promise<TariffGuess> {
  const sample = await sampleOf(file, layout)
  const rows = sample.rows.filter(({ number }) => number > (layout.skipRows ?? 0))
  const columns = guessTariffColumns(rows, sample.kind === 'xlsx')
  const headingsRow = headingsAbove(rows, columns, layout)
  const first = headingsRow ? rows.indexOf(headingsRow) + 1 : (columns?.firstRow ?? 0)
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const names = Array.from({ length: headingsRow?.cells.length ?? width }, (_each, at) =>
    (headingsRow?.cells[at] ?? '').trim(),
  )
  const above = headingsRow ?? rows[first]
  const mapping = columns && {
    format: 1 as const,
    ...present(sample.found),
    skipRows: Math.min(100, above ? above.number - 1 : 0),
    headings: headingsRow !== null,
    ...mappingOf(columns, names),
  }
  const read = mapping === null ? null : TariffMapping.safeParse(mapping)
  return {
    kind: sample.kind,
    sheets: sample.sheets,
    headings: names,
    rows: rows.slice(first, first + mostSampleRows).map(({ number, cells, merged }) => ({
      row: number,
      cells: names.map((_name, at) => shown(cells[at] || merged?.get(at) || '')),
    })),
    mapping: read?.success ? read.data : null,
  }
}

/** The row right above the first code; none where the file begins with it. */
function headingsAbove(
  rows: readonly FileRow[],
  columns: TariffColumns | null,
  { headings }: FileLayout,
): FileRow | null {
  if (headings === false) return null
  return rows[(columns?.firstRow ?? 1) - 1] ?? null
}

function present(found: { encoding: string | null; separator: string; sheet: string | null }): object {
  const { encoding, separator, sheet } = found
  return { separator, ...(encoding !== null && { encoding }), ...(sheet !== null && { sheet }) }
}

/** Columns by heading where that names one only, else by position. */
function mappingOf(columns: TariffColumns, names: readonly string[]): Omit<TariffMappingInput, 'format'> {
  const column = (at: number): string | number => {
    const name = names[at] ?? ''
    return name === '' || names.indexOf(name) !== names.lastIndexOf(name) ? at + 1 : name
  }
  const { code, texts, parent, section, level, unit, secondUnit, from, to, lengths } = columns
  return {
    code: { column: column(code), lengths },
    texts: Object.fromEntries(Object.entries(texts).map(([language, at]) => [language, column(at)])),
    ...(parent !== null && { parent: { column: column(parent) } }),
    ...(section !== null && { section: { column: column(section) } }),
    ...(level !== null && { level: { column: column(level) } }),
    ...(unit !== null && {
      units: { column: column(unit), ...(secondUnit !== null && { secondColumn: column(secondUnit) }) },
    }),
    ...(from && { from: { column: column(from.at), pattern: from.pattern } }),
    ...(to && { to: { column: column(to.at), pattern: to.pattern } }),
  }
}
