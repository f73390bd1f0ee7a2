import type { Place } from './grid-moves.ts'

/** A rectangle of cells; `to` is inside. */
export interface GridBlock {
  from: Place
  to: Place
}

/** The block between two corners. */
export function blockBetween(a: Place, b: Place): GridBlock {
  return {
    from: { row: Math.min(a.row, b.row), column: Math.min(a.column, b.column) },
    to: { row: Math.max(a.row, b.row), column: Math.max(a.column, b.column) },
  }
}

export function isInBlock({ from, to }: GridBlock, { row, column }: Place): boolean {
  return row >= from.row && row <= to.row && column >= from.column && column <= to.column
}

/** The cells of a text from a spreadsheet: lines of cells parted by tabs; the last line's end is not a line. */
export function cellsOfText(text: string): string[][] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t').map((cell) => cell.trim()))
}
