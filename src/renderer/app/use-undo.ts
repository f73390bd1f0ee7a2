import { useCallback, useEffect, useState } from 'react'
import type { Step } from '../../shared/contract/journal.ts'
import type { ErrorReport } from '../../shared/errors.ts'
import { type CellTarget, targetOf } from '../areas/day-sheet/cell-target.ts'
import { call } from '../lib/client.ts'
import { noteSaved, save, savedAt } from '../lib/saving.ts'
import { useStore } from '../lib/store.ts'
import { useQuery } from '../lib/use-query.ts'

export type Way = 'undo' | 'redo'

export interface Undo {
  steps: Record<Way, Step | null>
  /** The cell that the last undo or redo changed: a new object each time. */
  changed: CellTarget | null
  /** What the last undo or redo did, or why it did not, until something else is saved. */
  news: { way: Way; step: Step } | { error: ErrorReport } | null
  take(way: Way): void
}

/** Undo and redo of the whole book: what they would do now, and what they did. */
export function useUndo(): Undo {
  const { output, reload } = useQuery('readUndoSteps', {})
  const [changed, setChanged] = useState<CellTarget | null>(null)
  const [told, setTold] = useState<{ news: Undo['news']; at: number | null } | null>(null)
  const at = useStore(savedAt)
  const lastSavedAt = output?.lastSavedAt ?? null
  useEffect(() => noteSaved(lastSavedAt), [lastSavedAt])

  const take = useCallback(
    async (way: Way) => {
      const done = { step: null as Step | null }
      const answer = await save(async () => {
        // Read in its turn: what was typed just before and is only now on disk is what one wants to undo.
        // Read once: a command that is sent again, because nobody answered, must not take back a second step.
        const steps = done.step ? null : await call('readUndoSteps', {})
        if (steps && !steps.ok) return steps
        const step = done.step ?? steps?.output[way]
        if (!step) {
          return {
            ok: false,
            error: { code: way === 'undo' ? 'nothing-to-undo' : 'nothing-to-redo', details: {} },
          }
        }
        done.step = step
        return call(way, { batch: step.batch })
      })
      reload()
      const setNews = (news: Undo['news']): void => setTold({ news, at: savedAt.get() })
      if (!answer.ok) return setNews({ error: answer.error })
      if (!done.step) return
      setNews({ way, step: done.step })
      const target = targetOf(done.step.first)
      setChanged(target && { ...target })
    },
    [reload],
  )

  return {
    steps: { undo: output?.undo ?? null, redo: output?.redo ?? null },
    changed,
    news: told?.at === at ? (told?.news ?? null) : null,
    take: (way) => void take(way),
  }
}
