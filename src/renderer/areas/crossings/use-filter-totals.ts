import { useEffect, useState } from 'react'
import type { CountsFilter } from '../../../shared/contract/counts-table.ts'
import type { FilterTotals } from '../../../shared/contract/filter-totals.ts'
import type { Answer } from '../../../shared/errors.ts'
import { onDeskEvent } from '../../lib/bridge.ts'
import { call } from '../../lib/client.ts'
import { pause, retryAfterMs } from '../../lib/pause.ts'

/** Late enough for the page to be there first, and for somebody who goes on choosing. */
const afterPageMs = 120
/** While others type, totals of ten years are not reckoned for every figure. */
const afterChangeMs = 1_500

/** One at a time in the whole window: what nobody waits for any more is not even asked for. */
let last: Promise<unknown> = Promise.resolve()

/** The totals of a filter; null until they are reckoned. They stay while the book changes, until the new ones are there. */
export function useFilterTotals(filter: CountsFilter): Answer<FilterTotals> | null {
  const [reckoned, setReckoned] = useState<{ filter: CountsFilter; answer: Answer<FilterTotals> } | null>(
    null,
  )

  useEffect(() => {
    let wanted = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const reckonAfter = (milliseconds: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        last = last.then(reckon)
      }, milliseconds)
    }
    async function reckon(): Promise<void> {
      if (!wanted) return
      try {
        const answer = await call('readFilterTotals', { filter })
        if (wanted) setReckoned({ filter, answer })
      } catch {
        await pause(retryAfterMs)
        if (wanted) reckonAfter(0)
      }
    }
    reckonAfter(afterPageMs)
    const stop = onDeskEvent(({ kind }) => {
      if (kind !== 'settings') reckonAfter(afterChangeMs)
    })
    return () => {
      wanted = false
      clearTimeout(timer)
      stop()
    }
  }, [filter])

  return reckoned?.filter === filter ? reckoned.answer : null
}
