import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { type DrawnRow, placesSeen, rowsWithGaps } from './drawn-places.ts'
import { rowHeight } from './row-geometry.ts'

/** Tables that are not longer are drawn whole. */
const fewRows = 80

export interface DrawnRows {
  /** Each of them to be drawn with `data-place`, behind its gap. */
  rows: readonly DrawnRow[]
  /** Height of what is left out behind the last one, in CSS pixels. */
  after: number
  /** Draws a row at once, so that it can take the focus. */
  draw(place: number): void
}

/**
 * Which rows of a table that scrolls with its page are to be drawn now: those that are seen, and always the one that is
 * kept; on paper all of them. Rows may differ in height: those that were drawn are measured.
 */
export function useDrawnRows(
  body: RefObject<HTMLTableSectionElement | null>,
  count: number,
  kept: number | null = null,
): DrawnRows {
  const isLong = count > fewRows
  const isOnPaper = useOnPaper(isLong)
  const heights = useRef<number[]>([])
  const [span, setSpan] = useState({ first: 0, last: fewRows })
  const [called, setCalled] = useState<number | null>(null)
  const isWhole = !isLong || isOnPaper
  const heightOf = (place: number): number => heights.current[place] ?? heights.current[0] ?? rowHeight

  const look = useEffectEvent(() => {
    if (isWhole || !body.current) return
    for (const row of body.current.rows) {
      const place = row.dataset.place
      if (place !== undefined) heights.current[Number(place)] = row.getBoundingClientRect().height
    }
    const { top } = body.current.getBoundingClientRect()
    const now = placesSeen(count, heightOf, top, window.innerHeight)
    if (now.first !== span.first || now.last !== span.last) setSpan(now)
  })

  useLayoutEffect(() => look())
  useEffect(() => {
    if (!isLong) return
    const onMove = () => look()
    // Whatever scrolls: the screen's main part, or in a small window the page.
    window.addEventListener('scroll', onMove, { capture: true, passive: true })
    window.addEventListener('resize', onMove)
    return () => {
      window.removeEventListener('scroll', onMove, { capture: true })
      window.removeEventListener('resize', onMove)
    }
  }, [isLong])

  const drawn = rowsWithGaps(count, heightOf, isWhole ? { first: 0, last: count } : span, [kept, called])
  return {
    ...drawn,
    draw(place) {
      if (!drawn.rows.some((row) => row.place === place)) flushSync(() => setCalled(place))
    },
  }
}

/** What stands for the rows that are left out. */
export function RowGap({ height, columns }: { height: number; columns: number }) {
  if (height === 0) return null
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <tr aria-hidden="true">
      <td colSpan={columns} style={{ height, padding: 0 }} />
    </tr>
  )
}

/** Whether the page is being printed. */
function useOnPaper(isAsked: boolean): boolean {
  const [isOnPaper, setOnPaper] = useState(false)
  useEffect(() => {
    if (!isAsked) return
    const media = window.matchMedia('print')
    // Within the event, for the page is printed as it stands after it.
    const onPrint = () => flushSync(() => setOnPaper(true))
    const onPrinted = () => setOnPaper(false)
    const onMedia = () => setOnPaper(media.matches)
    window.addEventListener('beforeprint', onPrint)
    window.addEventListener('afterprint', onPrinted)
    media.addEventListener('change', onMedia)
    return () => {
      window.removeEventListener('beforeprint', onPrint)
      window.removeEventListener('afterprint', onPrinted)
      media.removeEventListener('change', onMedia)
    }
  }, [isAsked])
  return isOnPaper
}
