import { useState } from 'react'
import { call } from '../../lib/client.ts'
import { useCommands } from '../../lib/commands.ts'
import { download } from '../../lib/download.ts'
import { useWords } from '../../lib/use-words.ts'
import { KeyHint } from '../../ui/key-hint.tsx'

/** Saves the settings as a file from which a new book of the same port can be made. */
export function ExportPort() {
  const { t, error } = useWords()
  const [news, setNews] = useState<{ text: string; bad: boolean } | null>(null)

  async function save(): Promise<void> {
    try {
      const answer = await call('exportPort', {})
      if (!answer.ok) return setNews({ text: error(answer.error), bad: true })
      const { name, text } = answer.output
      download(new Blob([text], { type: 'application/json' }), name)
      setNews({ text: t('report.exported', { file: name }), bad: false })
    } catch {
      setNews({ text: t('errors.host-gone'), bad: true })
    }
  }

  useCommands(() => [
    {
      id: 'settings.export',
      scope: 'screen',
      keys: ['Ctrl+KeyE'],
      words: (words) => words.t('settings.port.export'),
      run: () => void save(),
    },
  ])

  return (
    <>
      {news && (
        <span role={news.bad ? 'alert' : 'status'} className={news.bad ? 'bad' : 'faint'}>
          {news.text}
        </span>
      )}
      <button type="button" onClick={() => void save()}>
        {t('settings.port.export')} <KeyHint>{t('keys.export')}</KeyHint>
      </button>
    </>
  )
}
