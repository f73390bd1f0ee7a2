import { type SubmitEvent, useState } from 'react'
import type { Answer, ErrorReport } from '../../../shared/errors.ts'
import { useWords } from '../../lib/use-words.ts'

const longestName = 80

/**
 * Keeps the mapping in the book under a name, so that the next file of this kind is read the same way.
 * @param saved the name of the mapping that the file is read by, or null
 */
export function SaveMapping({
  saved,
  onKeep,
}: {
  saved: string | null
  onKeep(name: string): Promise<Answer<unknown>>
}) {
  const { t, error } = useWords()
  const [typed, setTyped] = useState<string | null>(null)
  const [news, setNews] = useState<{ name: string } | { error: ErrorReport } | null>(null)
  const name = (typed ?? saved ?? '').trim()

  async function keep(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (name === '') return
    const answer = await onKeep(name)
    setNews(answer.ok ? { name } : { error: answer.error })
  }

  return (
    <form className="import-save" onSubmit={keep}>
      <label>
        <span>{t('importing.saveAs')}</span>
        <input
          type="text"
          autoComplete="off"
          maxLength={longestName}
          value={typed ?? saved ?? ''}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            // Esc in a text takes the typing back and leaves nothing.
            if (event.key !== 'Escape') return
            event.preventDefault()
            setTyped(null)
          }}
        />
      </label>
      <button type="submit" disabled={name === ''}>
        {t('importing.save')}
      </button>
      {news && (
        <p role={'error' in news ? 'alert' : 'status'} className={'error' in news ? 'bad' : 'faint'}>
          {'error' in news ? error(news.error) : t('importing.savedAs', { name: news.name })}
        </p>
      )}
    </form>
  )
}
