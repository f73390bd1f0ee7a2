import { type SubmitEvent, useState } from 'react'
import type { ErrorReport } from '../../../../shared/errors.ts'
import { call } from '../../../lib/client.ts'
import { save } from '../../../lib/saving.ts'
import { useWords } from '../../../lib/use-words.ts'
import { changeImport, type ImportState, mappingNow } from './import-state.ts'

const longestName = 80

/** Keeps the mapping in the book under a name, so that the next file of this kind is read the same way. */
export function SaveMapping({ state }: { state: ImportState }) {
  const { t, error } = useWords()
  const { guess } = state
  const { mapping } = mappingNow(state)
  const [typed, setTyped] = useState<string | null>(null)
  const [news, setNews] = useState<{ name: string } | { error: ErrorReport } | null>(null)
  if (!guess || !mapping) return null
  const name = (typed ?? guess.saved ?? '').trim()

  async function keep(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (!guess || !mapping || name === '') return
    const answer = await save(() => call('saveMapping', { name, mapping }))
    setNews(answer.ok ? { name } : { error: answer.error })
    if (answer.ok) changeImport({ guess: { ...guess, saved: name } })
  }

  return (
    <form className="import-save" onSubmit={keep}>
      <label>
        <span>{t('importing.saveAs')}</span>
        <input
          type="text"
          autoComplete="off"
          maxLength={longestName}
          value={typed ?? guess.saved ?? ''}
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
