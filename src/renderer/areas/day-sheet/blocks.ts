import type { CountValue } from '../../../shared/contract/crossings.ts'
import { cellsOfText, type GridBlock } from '../../ui/grid/grid-block.ts'
import type { Place } from '../../ui/grid/grid-moves.ts'
import type { Mark, Problem } from './cell-edits.ts'
import type { CellTarget } from './cell-target.ts'
import type { BookCell, SheetRow } from './sheet-rows.ts'
import { readTypedCount } from './typed-count.ts'

/** A cell of a pasted block that can be written. */
export interface PastedCell {
  place: Place
  target: CellTarget
  value: CountValue
  parts: string | null
}

/** A cell of a pasted block that cannot, and why. */
export interface BadCell {
  place: Place
  problem: Problem
}

/** The block as a spreadsheet takes it: digits without separators, nothing where nothing is reported. */
export function textOfBlock(
  rows: readonly SheetRow[],
  { from, to }: GridBlock,
  valueIn: (cell: BookCell) => CountValue,
  wordOf: (value: CountValue) => string,
): string {
  return rows
    .slice(from.row, to.row + 1)
    .map((row) => {
      const values = row.kind === 'sum' ? row.values : row.cells.map((cell) => cell && valueIn(cell))
      const all = row.kind === 'control' ? values : [...values, row.both]
      return all
        .slice(from.column, to.column + 1)
        .map((value) => (value === null ? '' : typeof value === 'number' ? String(value) : wordOf(value)))
        .join('\t')
    })
    .join('\n')
}

/**
 * Lays a pasted text over the sheet from a place on; an empty cell is *not reported*, or nothing where one cannot type.
 * @param markOf the state that a word of a copied block stands for
 */
export function readBlock(
  rows: readonly SheetRow[],
  start: Place,
  text: string,
  valueIn: (cell: BookCell) => CountValue,
  markOf: (word: string) => Mark | null,
): { cells: PastedCell[]; bad: BadCell[] } {
  const cells: PastedCell[] = []
  const bad: BadCell[] = []
  for (const [down, line] of cellsOfText(text).entries()) {
    for (const [along, typed] of line.entries()) {
      const place = { row: start.row + down, column: start.column + along }
      const row = rows[place.row]
      const cell = row && row.kind !== 'sum' ? (row.cells[place.column] ?? null) : null
      const refuse = (reason: (Problem & { kind: 'text' })['reason']) =>
        bad.push({ place, problem: { kind: 'text', reason, text: typed } })
      if (!cell?.editable) {
        if (typed !== '') refuse('block')
        continue
      }
      const mark = cell.target.entity === 'count' ? markOf(typed) : null
      if (mark !== null) {
        cells.push({ place, target: cell.target, value: mark, parts: null })
        continue
      }
      const read = readTypedCount(typed, valueIn(cell))
      if (read.ok) cells.push({ place, target: cell.target, value: read.value, parts: read.parts })
      else refuse(read.reason)
    }
  }
  return { cells, bad }
}
