import type { ReactNode } from 'react'
import type { ErrorReport } from '../../../shared/errors.ts'
import { formatTime } from '../../../shared/format.ts'
import type { RunningJob } from '../../lib/file-import.ts'
import { keystrokeText } from '../../lib/keystrokes.ts'
import { useQuery } from '../../lib/use-query.ts'
import { useWords } from '../../lib/use-words.ts'
import { KeyHint } from '../key-hint.tsx'
import { runKey, stopKey } from './import-keys.ts'

/** What stands between a file and the book: what is missing, how far a check is, the one key that imports, its result. */

export function ImportFailure({ error: failure }: { error: ErrorReport }) {
  const { t, error } = useWords()
  const { row } = failure.details
  return (
    <p className={failure.code === 'cancelled' ? 'faint' : 'bad'} role="alert">
      {typeof row === 'number' ? t('importing.atRow', { row, what: error(failure) }) : error(failure)}
    </p>
  )
}

/** What is still to be said before the file can be read. */
export function ImportGaps({ gaps }: { gaps: readonly string[] }) {
  const { t } = useWords()
  if (gaps.length === 0) return null
  return (
    <section className="import-gaps" role="status">
      <h3>{t('importing.missing')}</h3>
      <ul>
        {gaps.map((gap) => (
          <li key={gap}>{gap}</li>
        ))}
      </ul>
    </section>
  )
}

export function ImportProgress({
  title,
  running,
  onStop,
}: {
  title: string
  running: RunningJob
  onStop(): void
}) {
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

interface ImportBeginProps {
  /** Why nothing can be imported, or null; `bad` where the file is at fault. */
  why: string | null
  bad: boolean
  /** Whether the book was changed since the check. */
  stale: boolean
  canRun: boolean
  onCheck(): void
  onRun(): void
}

/** The button that imports, or why it does not. */
export function ImportBegin({ why, bad, stale, canRun, onCheck, onRun }: ImportBeginProps) {
  const { t } = useWords()
  return (
    <section className="import-begin">
      {why && <p className={bad ? 'bad' : 'faint'}>{why}</p>}
      {stale ? (
        <button type="button" className="primary" onClick={onCheck}>
          {t('importing.checkAgain')}
        </button>
      ) : (
        <button
          type="button"
          className="primary"
          data-import
          aria-disabled={!canRun}
          onClick={() => canRun && onRun()}
        >
          {t('importing.run')} <KeyHint>{keystrokeText(runKey)}</KeyHint>
        </button>
      )}
    </section>
  )
}

/** What an import did, and that one key takes it back. */
export function ImportDone({ batch, children }: { batch: number | null; children: ReactNode }) {
  const { t } = useWords()
  const { output: steps } = useQuery('readUndoSteps', {})
  const { output: port } = useQuery('describePort', {}, 'desk')
  const isLast = batch !== null && steps?.undo?.batch === batch
  const isTakenBack = batch !== null && steps?.redo?.first.batch === batch
  return (
    <section className="import-result" role="status" tabIndex={-1} data-result>
      <h3>{t('importing.done')}</h3>
      <p>
        <b>{children}</b>
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
