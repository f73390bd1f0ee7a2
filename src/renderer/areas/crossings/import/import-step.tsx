import type { ErrorReport } from '../../../../shared/errors.ts'
import { formatTime } from '../../../../shared/format.ts'
import { keystrokeText } from '../../../lib/keystrokes.ts'
import { useQuery } from '../../../lib/use-query.ts'
import { useWords } from '../../../lib/use-words.ts'
import { KeyHint } from '../../../ui/key-hint.tsx'
import { check, runImport, stopChecking, stopImport } from './import-actions.ts'
import { runKey, stopKey } from './import-keys.ts'
import { canImport, type ImportState, mappingNow, type RunningJob, writes } from './import-state.ts'
import { isOpen } from './word-meanings.ts'

/** What stands between the file and the book now: what is missing, how far a check is, what it found, the one key that imports. */
export function ImportStep({ state }: { state: ImportState }) {
  const { t } = useWords()
  const { checked, checking, run, failure } = state
  if (run?.state === 'running') {
    return (
      <div className="import-now">
        <Progress title={t('importing.importing')} running={run.running} onStop={stopImport} />
      </div>
    )
  }
  if (run?.state === 'done') {
    return (
      <div className="import-now">
        <Result {...run} />
      </div>
    )
  }
  return (
    <div className="import-now">
      {(failure ?? (run?.state === 'failed' ? run.error : null)) && (
        <Failure error={failure ?? (run as { error: ErrorReport }).error} />
      )}
      <Gaps state={state} />
      {checking && <Progress title={t('importing.checking')} running={checking} onStop={stopChecking} />}
      {checked && !checking && <Begin state={state} />}
    </div>
  )
}

function Failure({ error: failure }: { error: ErrorReport }) {
  const { t, error } = useWords()
  const { row } = failure.details
  return (
    <p className={failure.code === 'cancelled' ? 'faint' : 'bad'} role="alert">
      {typeof row === 'number' ? t('importing.atRow', { row, what: error(failure) }) : error(failure)}
    </p>
  )
}

/** What is still to be said before the file can be read. */
function Gaps({ state }: { state: ImportState }) {
  const { t } = useWords()
  const { gaps } = mappingNow(state)
  if (gaps.length === 0) return null
  return (
    <section className="import-gaps" role="status">
      <h3>{t('importing.missing')}</h3>
      <ul>
        {[...new Set(gaps.map(({ gap }) => gap))].map((gap) => (
          <li key={gap}>{t(`importing.gaps.${gap}`)}</li>
        ))}
      </ul>
    </section>
  )
}

function Progress({ title, running, onStop }: { title: string; running: RunningJob; onStop(): void }) {
  const { t, number } = useWords()
  const percent = Math.floor(running.share * 100)
  return (
    <section className="import-progress" tabIndex={-1} data-running>
      <h3>{title}</h3>
      <progress aria-label={title} max={100} value={percent} />
      <p className="faint">{t('importing.rowsSoFar', { number: number(running.rows) })}</p>
      {/* Heard each quarter, not each row. */}
      <p className="hidden" role="status">
        {percent >= 25 && t('importing.percent', { title, percent: number(percent - (percent % 25)) })}
      </p>
      <button type="button" onClick={onStop}>
        {t('importing.stop')} <KeyHint>{keystrokeText(stopKey)}</KeyHint>
      </button>
    </section>
  )
}

/** The button that imports, or why it does not. */
function Begin({ state }: { state: ImportState }) {
  const { t, number } = useWords()
  const { checked, asked, reading, stale } = state
  if (!checked) return null
  const { preview } = checked
  const open = asked.filter((word) => isOpen(reading, word)).length
  const why = stale
    ? t('importing.stale')
    : open > 0
      ? t('importing.answerFirst', { number: number(open) })
      : preview.refusedCells > 0
        ? t('importing.refusedAll')
        : writes(preview) === 0
          ? t('importing.sameAll')
          : null
  return (
    <section className="import-begin">
      {why && <p className={preview.refusedCells > 0 && open === 0 ? 'bad' : 'faint'}>{why}</p>}
      {stale ? (
        <button type="button" className="primary" onClick={() => void check()}>
          {t('importing.checkAgain')}
        </button>
      ) : (
        <button
          type="button"
          className="primary"
          data-import
          aria-disabled={!canImport(state)}
          onClick={() => canImport(state) && void runImport()}
        >
          {t('importing.run')} <KeyHint>{keystrokeText(runKey)}</KeyHint>
        </button>
      )}
    </section>
  )
}

/** What an import did, and that one key takes it back. */
function Result({ result }: Extract<ImportState['run'], { state: 'done' }>) {
  const { t, number } = useWords()
  const { output: steps } = useQuery('readUndoSteps', {})
  const { output: port } = useQuery('describePort', {}, 'desk')
  const { batch } = result
  const isLast = batch !== null && steps?.undo?.batch === batch
  const isTakenBack = batch !== null && steps?.redo?.first.batch === batch
  return (
    <section className="import-result" role="status" tabIndex={-1} data-result>
      <h3>{t('importing.done')}</h3>
      <p>
        <b>
          {t('importing.result', {
            rows: number(result.rows),
            new: number(result.new),
            same: number(result.same),
            changed: number(result.changed),
          })}
        </b>
      </p>
      {isLast && steps.lastSavedAt !== null && port && (
        <p>
          {t('foot.saved', { time: formatTime(steps.lastSavedAt, port.zone) })}{' '}
          <span className="faint">
            {t('importing.oneUndo')} <KeyHint>{keystrokeText('Ctrl+KeyZ')}</KeyHint>
          </span>
        </p>
      )}
      {isTakenBack && <p className="warns">{t('importing.takenBack')}</p>}
    </section>
  )
}
