import { useState } from 'react'
import type { ErrorReport } from '../../shared/errors.ts'
import { formatDate, formatTime, localDateOf } from '../../shared/format.ts'
import { call } from '../lib/client.ts'
import { useWords } from '../lib/use-words.ts'
import { LanguageChoice } from './language-choice.tsx'
import { OpenCopy } from './open-copy.tsx'

interface FailureScreenProps {
  error: ErrorReport
  book: string | null
  /** Folder for a copy of the book; null where none could be opened. */
  copyFolder: string | null
  onRetried(): void
  /** Begins with another book; null where nobody answers who could. */
  onAnother: (() => void) | null
}

/** The book cannot be opened: why, where it lies, another try, and a copy where one may open. Nothing here takes anything away. */
export function FailureScreen({ error, book, copyFolder, onRetried, onAnother }: FailureScreenProps) {
  const { t, language, error: errorWords } = useWords()
  const [retrying, setRetrying] = useState(false)
  const path = book ?? error.details.path
  const { since } = error.details

  async function retry(): Promise<void> {
    if (retrying) return
    setRetrying(true)
    await call('retryBook', {}).catch(() => null)
    setRetrying(false)
    onRetried()
  }

  return (
    <main className="alone">
      <div>
        <h1>{t('failure.title')}</h1>
        <p className="bad" role="alert">
          {errorWords(error)}
        </p>
        {typeof since === 'number' && (
          <p>{t('failure.holder', { ...error.details, since: ownClock(since) })}</p>
        )}
        {path !== undefined && (
          <dl className="facts">
            <dt>{t('failure.file')}</dt>
            <dd className="path">{path}</dd>
          </dl>
        )}
        <p className="faint">{t('failure.untouched')}</p>
        {/* biome-ignore lint/a11y/noAutofocus: it is the first thing one can do here */}
        <button type="button" className="primary" autoFocus aria-disabled={retrying} onClick={retry}>
          {retrying ? t('failure.retrying') : t('failure.retry')} <kbd>{t('keys.enter')}</kbd>
        </button>
        {onAnother && (
          <button type="button" className="quiet" onClick={onAnother}>
            {t('failure.another')}
          </button>
        )}
        {copyFolder !== null && <OpenCopy booksFolder={copyFolder} onOpened={onRetried} />}
        <LanguageChoice />
      </div>
    </main>
  )

  /** The port's zone is in the book that cannot be read, so this once the computer's own clock is shown. */
  function ownClock(at: number): string {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    return `${formatDate(localDateOf(at, zone), language)} ${formatTime(at, zone, 'minutes')}`
  }
}
