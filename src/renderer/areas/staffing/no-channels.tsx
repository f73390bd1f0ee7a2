import { useEffect, useRef } from 'react'
import { useWords } from '../../lib/use-words.ts'

/** What stands there where a checkpoint has no channels, and the way to them. */
export function NoChannels({ onSettings }: { onSettings(): void }) {
  const { t } = useWords()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return (
    <main className="main wide no-channels">
      <p>{t('board.noChannels')}</p>
      <button ref={button} type="button" className="primary" onClick={onSettings}>
        {t('board.toSettings')}
      </button>
    </main>
  )
}
