import { type RefObject, useLayoutEffect, useState } from 'react'
import type { DaySheet } from '../../../shared/contract/crossings.ts'

/** Widths that a column needs at least, in CSS pixels; those of what is compared and of both are count-grid.css's. */
const lineWidth = 200
const figureWidth = 92
const baseWidth = 66
const bothWidth = 72

/**
 * How many figures to compare with have room beside each one on a sheet of this width. What has none is left to the
 * panel: last year first, then last week.
 */
export function basesThatFit(sheet: Pick<DaySheet, 'columns' | 'bases'>, width: number): number {
  const { columns, bases } = sheet
  const left = width - lineWidth - bothWidth - columns.length * figureWidth
  return Math.max(0, Math.min(bases.length, Math.floor(left / (columns.length * baseWidth))))
}

/** The inner width of an element, as it is and as it becomes. */
export function useInnerWidth(ref: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const measure = (): void => {
      const { paddingLeft, paddingRight } = getComputedStyle(element)
      setWidth(element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref])
  return width
}
