/** Cells that are missing, or too many with something in them; empty ones at the end are Excel's. */
export function isRagged(cells: readonly string[], width: number): boolean {
  return cells.length < width || (cells.length > width && cells.slice(width).some((cell) => cell !== ''))
}
