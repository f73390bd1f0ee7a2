import { looksLikeDate } from './date-columns.ts'
import type { FileRow } from './file-row.ts'
import { joinHeadings } from './headings.ts'

/** A table within its sheet: what stands above it, its headings, its data. */
export interface TableLayout {
  skipRows: number
  headings: boolean | 2
  /** Texts of the columns; empty where the table has no headings. */
  names: string[]
  data: FileRow[]
  /** Everything above the headings as one text. */
  above: string
}

/** What is known of the layout already: it is taken as it is. */
export interface WantedLayout {
  skipRows?: number | undefined
  headings?: boolean | 2 | undefined
}

/** Finds where a table begins: the first row that looks like data, and the headings right above it. */
export function tableLayout(rows: readonly FileRow[], wanted: WantedLayout): TableLayout {
  const { skipRows, headings } = wanted
  if (skipRows !== undefined || headings !== undefined) {
    const below = rows.filter(({ number }) => number > (skipRows ?? 0))
    if (skipRows !== undefined)
      return cutAt(rows, below, headings ?? headingsAbove(below, firstDataRow(below)).headings)
    const data = firstDataRow(rows)
    const from = Math.max(0, data - headingCount(headings ?? true))
    return cutAt(rows, rows.slice(from), headings ?? true)
  }
  const data = firstDataRow(rows)
  const found = headingsAbove(rows, data)
  return cutAt(rows, rows.slice(Math.max(0, data - headingCount(found.headings))), found.headings)
}

const headingCount = (headings: boolean | 2): number => (headings === 2 ? 2 : headings ? 1 : 0)

function cutAt(all: readonly FileRow[], table: readonly FileRow[], headings: boolean | 2): TableLayout {
  const first = table[0]
  const rows = headingCount(headings)
  const above = all.filter(({ number }) => first && number < first.number)
  const data = table.slice(rows)
  const width = Math.max(0, ...table.slice(0, Math.max(rows, 1)).map(({ cells }) => cells.length))
  const [groups, own] = [table[0], table[1]]
  const names =
    rows === 2 && groups && own
      ? joinHeadings(groups, own)
      : rows === 1
        ? (first?.cells ?? []).map((cell) => cell.trim())
        : Array.from({ length: width }, () => '')
  return {
    // A row that is not there counts too: rows are numbered as Excel shows them.
    skipRows: Math.min(100, first ? first.number - 1 : 0),
    headings,
    names,
    data,
    above: above.flatMap(({ cells }) => cells).join(' '),
  }
}

const filled = ({ cells }: FileRow): string[] =>
  cells.map((cell) => cell.trim()).filter((cell) => cell !== '')

const isNumber = (text: string): boolean => /^[\d,. {2}’]+$/.test(text) && /\d/.test(text)

/** Index of the first row with a date or mostly numbers, and about as many cells as rows have; else of the second row. */
function firstDataRow(rows: readonly FileRow[]): number {
  const widest = Math.max(0, ...rows.map((row) => filled(row).length))
  const at = rows.findIndex((row) => {
    const texts = filled(row)
    if (texts.length < 2 || texts.length < widest / 3) return false
    const numbers = texts.filter(isNumber).length
    return numbers > 0 && (numbers >= texts.length / 2 || texts.some(looksLikeDate))
  })
  return at < 0 ? Math.min(1, rows.length) : at
}

/** Whether one or two rows of headings stand above the data. */
function headingsAbove(rows: readonly FileRow[], data: number): { headings: boolean | 2 } {
  const own = rows[data - 1]
  if (!own || filled(own).length < 2) return { headings: false }
  const groups = rows[data - 2]
  return { headings: groups && areGroups(groups, own) ? 2 : true }
}

/** Groups fill what the headings leave empty, or tell apart headings that stand twice. */
function areGroups(groups: FileRow, headings: FileRow): boolean {
  const texts = filled(groups)
  if (texts.length === 0 || texts.some((text) => isNumber(text))) return false
  const own = filled(headings)
  const repeats = new Set(own).size < own.length
  const fills = groups.cells.some((cell, at) => cell.trim() !== '' && !headings.cells[at]?.trim())
  if (!repeats && !fills) return false
  const joined = joinHeadings(groups, headings).filter((name) => name !== '')
  return new Set(joined).size === joined.length && texts.length > (repeats ? 0 : 1)
}
