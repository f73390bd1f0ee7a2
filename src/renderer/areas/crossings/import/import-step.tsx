import { useWords } from '../../../lib/use-words.ts'
import {
  ImportBegin,
  ImportDone,
  ImportFailure,
  ImportGaps,
  ImportProgress,
} from '../../../ui/import/import-steps.tsx'
import { check, runImport, stopChecking, stopImport } from './import-actions.ts'
import { canImport, type ImportState, mappingNow, writes } from './import-state.ts'
import { isOpen } from './word-meanings.ts'

/** What stands between the file and the book now: what is missing, how far a check is, what it found, the one key that imports. */
export function ImportStep({ state }: { state: ImportState }) {
  const { t, number } = useWords()
  const { checked, checking, run } = state
  if (run?.state === 'running') {
    return (
      <div className="import-now">
        <ImportProgress title={t('importing.importing')} running={run.running} onStop={stopImport} />
      </div>
    )
  }
  if (run?.state === 'done') {
    const { rows, new: added, same, changed, batch } = run.result
    const numbers = { rows: number(rows), new: number(added), same: number(same), changed: number(changed) }
    return (
      <div className="import-now">
        <ImportDone batch={batch}>{t('importing.result', numbers)}</ImportDone>
      </div>
    )
  }
  const failure = state.failure ?? (run?.state === 'failed' ? run.error : null)
  const gaps = new Set(mappingNow(state).gaps.map(({ gap }) => t(`importing.gaps.${gap}`)))
  return (
    <div className="import-now">
      {failure && <ImportFailure error={failure} />}
      <ImportGaps gaps={[...gaps]} />
      {checking && (
        <ImportProgress title={t('importing.checking')} running={checking} onStop={stopChecking} />
      )}
      {checked && !checking && <Begin state={state} />}
    </div>
  )
}

/** The button that imports, or why it does not. */
function Begin({ state }: { state: ImportState }) {
  const { t, number } = useWords()
  const { checked, asked, reading, stale } = state
  if (!checked) return null
  const { preview } = checked
  const open = asked.filter((word) => isOpen(reading, word)).length
  const why =
    open > 0
      ? t('importing.answerFirst', { number: number(open) })
      : stale
        ? t('importing.stale')
        : preview.refusedCells > 0
          ? t('importing.refusedAll')
          : writes(preview) === 0
            ? t('importing.sameAll')
            : null
  return (
    <ImportBegin
      why={why}
      bad={preview.refusedCells > 0 && open === 0}
      stale={stale}
      canRun={canImport(state)}
      onCheck={() => void check()}
      onRun={() => void runImport()}
    />
  )
}
