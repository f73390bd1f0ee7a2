import { type RefObject, useEffect, useLayoutEffect, useReducer, useState } from 'react'
import { type RowGeometry, rowGeometry, rowHeight } from './row-geometry.ts'

export interface RowWindow extends RowGeometry {
  /** How many rows fit on the screen. */
  rowsOfScreen: number
  /** Scrolls as little as it takes to see the row. */
  reveal(place: number): void
}

/** Which rows of a long list are to be drawn now, under a head that stays. */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, total: number): RowWindow {
  const [, redraw] = useReducer((times: number) => times + 1, 0)
  const [seen, setSeen] = useState(0)

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const measure = () => setSeen(Math.max(0, element.clientHeight - rowHeight))
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => watch.disconnect()
  }, [scroller])

  useEffect(() => {
    const element = scroller.current
    element?.addEventListener('scroll', redraw, { passive: true })
    return () => element?.removeEventListener('scroll', redraw)
  }, [scroller])

  const geometryNow = () =>
    rowGeometry(total, scroller.current?.scrollTop ?? 0, seen, window.devicePixelRatio)
  return {
    ...geometryNow(),
    rowsOfScreen: Math.max(1, Math.floor(seen / rowHeight)),
    reveal(place) {
      if (!scroller.current) return
      scroller.current.scrollTop = geometryNow().scrollFor(place)
      // In a small window the page scrolls too.
      scroller.current.scrollIntoView({ block: 'nearest' })
    },
  }
}
