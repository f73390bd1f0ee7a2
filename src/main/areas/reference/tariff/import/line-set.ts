import { AppError } from '../../../../../shared/errors.ts'
import type { CellRefusal, TariffLine } from './read-tariff-row.ts'

/** A line with what it is to the others. */
export interface PlacedLine extends TariffLine {
  parent: string | null
  leaf: boolean
}

interface LineRefusal extends CellRefusal {
  row: number
}

/**
 * Puts the lines of a file in the order of codes and finds the line above each.
 * @returns the lines, and those that stand twice at a time or below a line that is not there
 */
export function placeLines(
  lines: readonly TariffLine[],
  columns: { code: string; parent: string },
): { lines: PlacedLine[]; refused: LineRefusal[] } {
  const byCode = Map.groupBy(lines, ({ code }) => code)
  const refused = [...byCode.values()].flatMap((same) => repeats(same, columns.code))
  const parents = new Set<string>()
  const placed: PlacedLine[] = []
  for (const line of lines) {
    const parent = parentOf(line, byCode)
    if (parent === undefined) {
      const error = new AppError('tariff-parent-missing', { code: line.code, parent: line.parent ?? '' })
      refused.push({ row: line.row, column: columns.parent, error })
      continue
    }
    if (parent !== null) parents.add(parent)
    placed.push({ ...line, parent, leaf: false })
  }
  for (const line of placed) line.leaf = !parents.has(line.code)
  placed.sort((a, b) => (a.code === b.code ? order(a.from, b.from) : order(a.code, b.code)))
  return { lines: placed, refused }
}

/** The line above; null for none, undefined where the file names one that it does not have or that is not above. */
function parentOf(
  { code, parent }: TariffLine,
  byCode: ReadonlyMap<string, unknown>,
): string | null | undefined {
  if (parent === undefined) {
    for (let length = code.length - 1; length >= 2; length -= 1) {
      if (byCode.has(code.slice(0, length))) return code.slice(0, length)
    }
    return null
  }
  if (parent === null) return code.length === 2 ? null : undefined
  const isAbove = parent.length < code.length && code.startsWith(parent)
  return isAbove && byCode.has(parent) ? parent : undefined
}

/** Lines of one code whose times overlap: the later row of each two is refused. */
function repeats(same: readonly TariffLine[], column: string): LineRefusal[] {
  const [first, ...rest] = same.toSorted((a, b) => order(a.from, b.from) || a.row - b.row)
  if (!first) return []
  let latest = first
  const refused: LineRefusal[] = []
  for (const line of rest) {
    if (line.from <= latest.to) {
      const [one, two] = line.row < latest.row ? [line, latest] : [latest, line]
      const error = new AppError('tariff-code-twice', { code: line.code, firstRow: one.row })
      refused.push({ row: two.row, column, error })
    }
    if (line.to > latest.to) latest = line
  }
  return refused
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
