import { isOpen } from './asked-word.ts'
import type { ImportState } from './import-state.ts'

type Judged = Pick<ImportState, 'asked' | 'draft' | 'stale' | 'checked'>

/** Words of the file whose meaning is still to be said. */
export function openWords({ asked, draft }: Judged): number {
  return asked.filter((word) => isOpen(draft, word)).length
}

/** Why a finished check leads to no import: what has to be answered first, before what the check found. */
export function obstacleOf(state: Judged): 'answerFirst' | 'stale' | 'refusedAll' | 'sameAll' | null {
  if (openWords(state) > 0) return 'answerFirst'
  if (state.stale) return 'stale'
  const preview = state.checked?.preview
  if (!preview) return null
  if (preview.refusedCells > 0) return 'refusedAll'
  return preview.new + preview.changed === 0 ? 'sameAll' : null
}

/** Whether the import can be told to begin: everything is checked and nothing refused, and something would change. */
export function canImport(state: ImportState): boolean {
  const { checked, checking, run } = state
  // One that failed or was stopped wrote nothing, and can be told to begin again.
  if (!checked || checking || (run && run.state !== 'failed')) return false
  return obstacleOf(state) === null
}
