import { type SubmitEvent, useState } from 'react'
import type { ErrorReport } from '../../shared/errors.ts'
import { call } from '../lib/client.ts'
import { useWords } from '../lib/use-words.ts'

interface OpenCopyProps {
  /** Folder that the copy goes into unless another one is typed. */
  booksFolder: string
  onOpened(): void
}

/** A book that can be read but not opened: a copy of it, in a folder that can be written into. */
export function OpenCopy({ booksFolder, onOpened }: OpenCopyProps) {
  const { t, error } = useWords()
  const [folder, setFolder] = useState(booksFolder)
  const [copying, setCopying] = useState(false)
  const [failure, setFailure] = useState<ErrorReport | null>(null)

  async function copy(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (copying) return
    setCopying(true)
    setFailure(null)
    const answer = await call('openCopy', { folder }).catch(() => ({
      ok: false as const,
      error: { code: 'host-gone' as const, details: {} },
    }))
    setCopying(false)
    if (answer.ok) onOpened()
    else setFailure(answer.error)
  }

  return (
    <form className="open-copy" onSubmit={copy}>
      <label className="folder">
        {t('failure.copyFolder')}
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          required
          value={folder}
          onChange={(event) => setFolder(event.target.value)}
        />
      </label>
      <p className="faint">{t('failure.copyHint')}</p>
      {failure && (
        <p className="bad" role="alert">
          {error(failure)}
        </p>
      )}
      <button type="submit" className="quiet" aria-disabled={copying}>
        {copying ? t('failure.copying') : t('failure.copy')}
      </button>
    </form>
  )
}
