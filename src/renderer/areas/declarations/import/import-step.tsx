import { type DeclarationsGap, mappingOfDraft } from '../../../../shared/trade/declarations-draft.ts'
import { useWords, type Words } from '../../../lib/use-words.ts'
import {
  ImportBegin,
  ImportDone,
  ImportFailure,
  ImportGaps,
  ImportProgress,
} from '../../../ui/import/import-steps.tsx'
import { check, runImport, stopChecking, stopImport } from './import-actions.ts'
import { canImport, obstacleOf, openWords } from './import-obstacle.ts'
import type { ImportState } from './import-state.ts'
import { nameOfUse } from './use-names.ts'

/** What stands between the file and the book now: what is missing, how far a check is, what it found, the one key that imports. */
export function ImportStep({ state }: { state: ImportState }) {
  const words = useWords()
  const { t, number } = words
  const { checked, checking, run } = state
  if (run?.state === 'running') {
    return (
      <div className="import-now">
        <ImportProgress title={t('importing.importing')} running={run.running} onStop={stopImport} />
      </div>
    )
  }
  if (run?.state === 'done') {
    const { new: added, same, changed, items, batch } = run.result
    const numbers = { items: number(items), new: number(added), same: number(same), changed: number(changed) }
    return (
      <div className="import-now">
        <ImportDone batch={batch}>{t('declarationsImport.result', numbers)}</ImportDone>
      </div>
    )
  }
  const failure = state.failure ?? (run?.state === 'failed' ? run.error : null)
  const { gaps } = mappingOfDraft(state.draft)
  return (
    <div className="import-now">
      {failure && <ImportFailure error={failure} />}
      <ImportGaps gaps={gaps.map((gap) => gapWords(gap, words))} />
      {checking && (
        <ImportProgress title={t('importing.checking')} running={checking} onStop={stopChecking} />
      )}
      {checked && !checking && <Begin state={state} />}
    </div>
  )
}

function gapWords(gap: DeclarationsGap, words: Words): string {
  const { t } = words
  if (gap === 'invalid') return t('importing.gaps.invalid')
  if (gap === 'checkpoint') return t('importing.gaps.no-place')
  if (gap === 'direction') return t('declarationsImport.noDirection')
  if (gap === 'unit') return t('declarationsImport.noUnit')
  return t('declarationsImport.noColumn', { field: nameOfUse(gap, words) })
}

/** The button that imports, or why it does not. */
function Begin({ state }: { state: ImportState }) {
  const { t, number } = useWords()
  const { checked, stale } = state
  if (!checked) return null
  const obstacle = obstacleOf(state)
  return (
    <ImportBegin
      why={obstacle && t(`importing.${obstacle}`, { number: number(openWords(state)) })}
      bad={obstacle === 'refusedAll'}
      stale={stale}
      canRun={canImport(state)}
      onCheck={() => void check()}
      onRun={() => void runImport()}
    />
  )
}
