import { useEffect, useLayoutEffect, useRef } from 'react'
import type { Problems } from './drafts.ts'

/** The longest that a press waits for the order that the one before made: it may have been taken back meanwhile. */
const readBackMs = 2_000

/**
 * Puts rows one place up (-1) or down (1). What is pressed before the new order has been read waits for it, and is forgotten
 * where the book refuses it.
 * @param onShift writes the order with a row beyond another one; null where there is nothing to write
 */
export function useShift<Row>(
  rows: readonly Row[] | null,
  idOf: (row: Row) => string,
  onShift: ((row: Row, beyond: Row) => Promise<Problems | null> | null) | undefined,
): (row: Row, way: 1 | -1) => void {
  const presses = useRef<{ id: string; way: 1 | -1 }[]>([])
  const underWay = useRef<object | null>(null)
  const latest = useRef({ rows, idOf, onShift })
  useLayoutEffect(() => {
    latest.current = { rows, idOf, onShift }
  })

  function next(): void {
    const { rows, idOf, onShift } = latest.current
    underWay.current = null
    for (let press = presses.current.shift(); press; press = presses.current.shift()) {
      const { id, way } = press
      const at = rows?.findIndex((each) => idOf(each) === id) ?? -1
      const row = rows?.[at]
      const beyond = rows?.[at + way]
      const answer = row && beyond && onShift?.(row, beyond)
      if (!answer) continue
      wait(answer)
      return
    }
  }

  function wait(answer: Promise<Problems | null>): void {
    const own = {}
    underWay.current = own
    void answer.then((problems) => {
      if (problems !== null) presses.current = []
      setTimeout(() => underWay.current === own && next(), problems === null ? readBackMs : 0)
    })
  }

  const order = rows?.map(idOf).join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another order has been read
  useEffect(() => next(), [order])

  return (row, way) => {
    presses.current.push({ id: idOf(row), way })
    if (underWay.current === null) next()
  }
}
