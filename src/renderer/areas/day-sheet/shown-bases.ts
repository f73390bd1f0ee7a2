import { type RefObject, useLayoutEffect, useState } from 'react'
import type { DaySheet } from '../../../shared/contract/crossings.ts'

/** Widths in CSS pixels as count-grid.css has them, and the least that a figure's own column needs. */
const baseWidth = 66
const bothWidth = 86
const whole = { lineShare: 0.28, figureWidth: 98 }
/** Over midnight the head of a column is a span of times. */
const inParts = { lineShare: 0.26, figureWidth: 104 }

/**
 * How many figures to compare with have room beside each one on a sheet of this width. What has none is left to the
 * panel: last year first, then last week.
 */
export function basesThatFit(sheet: Pick<DaySheet, 'columns' | 'bases'>, width: number): number {
  const { columns, bases } = sheet
  const { lineShare, figureWidth } = columns.length > 2 ? inParts : whole
  const each = (width * (1 - lineShare) - bothWidth) / columns.length
  return Math.max(0, Math.min(bases.length, Math.floor((each - figureWidth) / baseWidth)))
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
