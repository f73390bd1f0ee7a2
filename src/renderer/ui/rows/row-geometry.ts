export const rowHeight = 27

/**
 * The tallest that Chromium lays out is 33,554,428 of the screen's own pixels. Beyond it, as with a million rows at
 * 200 %, a way of the scroll bar stands for more than one row's height, so that the last row can be reached too.
 */
const tallest = 30_000_000

/** Rows drawn above and below those that are seen. */
const overscan = 8

/** Where the rows of a long list stand, all of the same height, so that none is ever measured. In CSS pixels. */
export interface RowGeometry {
  /** Height of what is scrolled. */
  height: number
  /** The first and last place that is drawn; the last is below the first where there is nothing. */
  first: number
  last: number
  /** Where the row of a place is drawn, from the top of what is scrolled. */
  top(place: number): number
  /** How far to be scrolled, as little as it takes to see the row whole. */
  scrollFor(place: number): number
}

/**
 * @param seen height of the rows that are seen at once
 * @param pixelRatio the screen's own pixels for one of CSS
 */
export function rowGeometry(total: number, scrollTop: number, seen: number, pixelRatio: number): RowGeometry {
  const step = Math.min(rowHeight, tallest / pixelRatio / Math.max(1, total))
  const shrink = step / rowHeight
  const room = Math.max(rowHeight, seen)
  return {
    height: total * step + seen * (1 - shrink),
    first: Math.max(0, Math.floor(scrollTop / step) - overscan),
    last: Math.min(total - 1, Math.ceil(scrollTop / step + seen / rowHeight) + overscan),
    top: (place) => scrollTop + (place * step - scrollTop) / shrink,
    scrollFor(place) {
      const most = Math.floor(place * step)
      const least = Math.ceil((place + 1) * step - room * shrink)
      return Math.max(0, Math.min(most, Math.max(least, scrollTop)))
    },
  }
}
