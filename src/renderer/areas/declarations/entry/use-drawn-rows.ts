import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useState } from 'react'
import { rowHeight } from '../../../ui/rows/row-geometry.ts'

/** Rows drawn above and below those on the screen; as many at a time come and go, so that not every step draws anew. */
const overscan = 12

/**
 * Which rows of a table that scrolls with its page stand on the screen or near it, and the one with the cursor, wherever it
 * is: its field keeps the focus.
 * @returns their places, from the top
 */
export function useDrawnRows(
  table: RefObject<HTMLTableElement | null>,
  total: number,
  active: number,
): readonly number[] {
  const [seen, setSeen] = useState({ first: 0, last: 2 * overscan })

  const look = useEffectEvent(() => {
    const head = table.current?.tHead
    if (!head) return
    const top = head.getBoundingClientRect().bottom
    const steps = (height: number) => Math.floor(height / rowHeight / overscan) * overscan
    const first = Math.max(0, steps(-top) - overscan)
    const last = steps(window.innerHeight - top) + 2 * overscan
    setSeen((before) => (before.first === first && before.last === last ? before : { first, last }))
  })
  // What stands above the table may have grown or shrunk.
  useLayoutEffect(() => look())
  useEffect(() => {
    const onMove = () => look()
    window.addEventListener('scroll', onMove, { capture: true, passive: true })
    window.addEventListener('resize', onMove)
    return () => {
      window.removeEventListener('scroll', onMove, { capture: true })
      window.removeEventListener('resize', onMove)
    }
  }, [])

  const last = Math.min(total - 1, seen.last)
  const places = Array.from({ length: Math.max(0, last - seen.first + 1) }, (_, at) => seen.first + at)
  if (active < 0 || places.includes(active)) return places
  return active < seen.first ? [active, ...places] : [...places, active]
}
