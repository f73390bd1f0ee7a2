/** A row to be drawn, and how high what is left out before it is, in CSS pixels. */
export interface DrawnRow {
  place: number
  gap: number
}

/** Rows drawn above and below those that are seen. */
const overscan = 10

/**
 * The rows that can be seen, with some around them.
 * @param top where the first row begins, from the top of what is seen
 * @param seen height of what is seen
 */
export function placesSeen(
  count: number,
  heightOf: (place: number) => number,
  top: number,
  seen: number,
): { first: number; last: number } {
  let first = 0
  let ends = top + heightOf(0)
  while (first < count - 1 && ends <= 0) {
    first += 1
    ends += heightOf(first)
  }
  let last = first
  while (last < count - 1 && ends < seen) {
    last += 1
    ends += heightOf(last)
  }
  return { first: Math.max(0, first - overscan), last: Math.min(count - 1, last + overscan) }
}

/**
 * The rows of a span and those that are kept beside it, each with the gap before it.
 * @returns also the height of what is left out behind the last one
 */
export function rowsWithGaps(
  count: number,
  heightOf: (place: number) => number,
  { first, last }: { first: number; last: number },
  kept: readonly (number | null)[],
): { rows: DrawnRow[]; after: number } {
  const rows: DrawnRow[] = []
  let gap = 0
  for (let place = 0; place < count; place += 1) {
    if ((place >= first && place <= last) || kept.includes(place)) {
      rows.push({ place, gap })
      gap = 0
    } else gap += heightOf(place)
  }
  return { rows, after: gap }
}
