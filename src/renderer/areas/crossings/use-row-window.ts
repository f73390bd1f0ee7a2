import { type RefObject, useCallback, useEffect, useLayoutEffect, useReducer, useState } from 'react'

export const rowHeight = 27
/** Rows drawn above and below those that are seen. */
const overscan = 8
/**
 * The tallest that Chromium lays out is 33,554,428 of the screen's own pixels. Beyond it, as with a million rows at
 * 200 %, a way of the scroll bar stands for more than one row's height, so that the last row can be reached too.
 */
const tallest = 30_000_000

export interface RowWindow {
  /** Height of what is scrolled, in CSS pixels. */
  height: number
  /** The first and last place that is drawn; the last is below the first where there is nothing. */
  first: number
  last: number
  /** Where the row of a place is drawn, in CSS pixels from the top of what is scrolled. */
  top(place: number): number
  /** How many rows fit on the screen. */
  rowsOfScreen: number
  /** Scrolls as little as it takes to see the row. */
  reveal(place: number): void
}

/** Which rows of a long list are to be drawn: all of the same height, so that none is ever measured. */
export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  total: number,
  headHeight: number,
): RowWindow {
  const [, redraw] = useReducer((times: number) => times + 1, 0)
  const [seen, setSeen] = useState(0)

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const measure = () => setSeen(Math.max(0, element.clientHeight - headHeight))
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => watch.disconnect()
  }, [scroller, headHeight])

  useEffect(() => {
    const element = scroller.current
    element?.addEventListener('scroll', redraw, { passive: true })
    return () => element?.removeEventListener('scroll', redraw)
  }, [scroller])

  const step = Math.min(rowHeight, tallest / window.devicePixelRatio / Math.max(1, total))
  const shrink = step / rowHeight
  const at = scroller.current?.scrollTop ?? 0
  const rowsOfScreen = Math.max(1, Math.floor(seen / rowHeight))
  const firstSeen = at / step
  const reveal = useCallback(
    (place: number) => {
      const element = scroller.current
      if (!element) return
      const room = Math.max(rowHeight, element.clientHeight - headHeight)
      const highest = place * step
      const lowest = (place + 1) * step - room * shrink
      if (element.scrollTop > highest) element.scrollTop = highest
      else if (element.scrollTop < lowest) element.scrollTop = Math.ceil(lowest)
    },
    [scroller, headHeight, step, shrink],
  )
  return {
    height: total * step + seen * (1 - shrink),
    first: Math.max(0, Math.floor(firstSeen) - overscan),
    last: Math.min(total - 1, Math.ceil(firstSeen + seen / rowHeight) + overscan),
    top: (place) => at + (place * step - at) / shrink,
    rowsOfScreen,
    reveal,
  }
}
