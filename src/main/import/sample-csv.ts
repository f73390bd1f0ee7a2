import { parse } from 'csv-parse/sync'
import { AppError } from '../../shared/errors.ts'
import { separators } from '../../shared/mapping-shape.ts'
import type { FileRow } from './file-row.ts'
import { type Encoding, firstBytes, sampleBytes } from './sniff-file.ts'

type Separator = (typeof separators)[number]

/** Rows from which columns are guessed. */
export const mostLookedAt = 300

/** The first rows of a CSV file, empty ones left out, and the separator that cuts them best. */
export function sampleCsv(
  file: string,
  encoding: Encoding,
  wanted: Separator | undefined,
): { rows: FileRow[]; separator: Separator } {
  const text = startOf(file, encoding)
  const tries = (wanted ? [wanted] : separators).map((separator) => {
    const rows = cut(text, separator)
    return { rows, separator, merit: meritOf(rows) }
  })
  const best = tries.reduce((a, b) => (b.merit > a.merit ? b : a))
  if (best.rows.length === 0) throw new AppError('file-empty', { file })
  return { rows: best.rows, separator: best.separator }
}

/** The file's start up to its last whole line. */
function startOf(file: string, encoding: Encoding): string {
  const bytes = firstBytes(file)
  const text = new TextDecoder(encoding).decode(bytes, { stream: bytes.length === sampleBytes })
  const end = bytes.length < sampleBytes ? text.length : text.lastIndexOf('\n') + 1
  return end > 0 ? text.slice(0, end) : text
}

function cut(text: string, separator: Separator): FileRow[] {
  const rows = parse(text, {
    delimiter: separator,
    relax_column_count: true,
    // A row that cannot be read is the preview's to name.
    relax_quotes: true,
    skip_records_with_error: true,
    bom: true,
    to: mostLookedAt,
  }) as string[][]
  return rows
    .map((cells, index) => ({ number: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
}

/** How table-like rows are: most have the same number of cells, and more than one. */
function meritOf(rows: readonly FileRow[]): number {
  if (rows.length === 0) return 0
  const widths = Map.groupBy(rows, ({ cells }) => cells.length)
  const [width, most] = [...widths].reduce((a, b) => (b[1].length > a[1].length ? b : a))
  return width < 2 ? 0 : most.length / rows.length + width / 1_000
}
