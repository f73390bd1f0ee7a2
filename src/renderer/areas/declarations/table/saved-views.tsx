import { useRef } from 'react'
import { call } from '../../../lib/client.ts'
import { useStore } from '../../../lib/store.ts'
import { useQuery } from '../../../lib/use-query.ts'
import { useWords } from '../../../lib/use-words.ts'
import { isComposing } from '../../../ui/grid/grid-keys.ts'
import { showView, tableShown, viewNow } from './table-choice.ts'

/** Tables under names of their own: filter, order and columns as they stood. */
export function SavedViews() {
  const { t } = useWords()
  const of = useStore(tableShown)
  const { output: views } = useQuery('readSavedViews', { of })
  const details = useRef<HTMLDetailsElement>(null)

  function close(): void {
    if (!details.current?.open) return
    details.current.open = false
    details.current.querySelector('summary')?.focus()
  }

  return (
    <details
      ref={details}
      className="column-choice"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        close()
      }}
    >
      <summary>{t('declarations.views')}</summary>
      <fieldset aria-label={t('declarations.views')}>
        {views?.map((view) => (
          <div key={view.name}>
            <button
              type="button"
              className="view-name"
              onClick={() => {
                showView(of, view)
                close()
              }}
            >
              {view.name}
            </button>
            <button
              type="button"
              aria-label={t('declarations.removeView', { name: view.name })}
              onClick={() => void call('removeSavedView', { of, name: view.name })}
            >
              ×
            </button>
          </div>
        ))}
        <input
          type="text"
          className="view-new"
          maxLength={60}
          autoComplete="off"
          aria-label={t('declarations.newView')}
          placeholder={t('declarations.newView')}
          onKeyDown={(event) => {
            const name = event.currentTarget.value.trim()
            if (event.key !== 'Enter' || isComposing(event.nativeEvent) || name === '') return
            event.preventDefault()
            event.currentTarget.value = ''
            void call('keepSavedView', { of, view: viewNow(of, name) })
            close()
          }}
        />
      </fieldset>
    </details>
  )
}
