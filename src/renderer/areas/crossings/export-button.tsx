import { useState } from 'react'
import type { CountsFilter } from '../../../shared/contract/counts-table.ts'
import { useCommands } from '../../lib/commands.ts'
import { useWords } from '../../lib/use-words.ts'
import { KeyHint } from '../../ui/key-hint.tsx'
import { exportCounts } from './export-counts.ts'

/** Saves what is filtered as a CSV file. `file` is its name. */
export function ExportButton({ filter, file }: { filter: CountsFilter; file: string }) {
  const { t, number, error } = useWords()
  const [writing, setWriting] = useState<number | null>(null)
  const [news, setNews] = useState<{ text: string; bad: boolean } | null>(null)

  async function save(): Promise<void> {
    if (writing !== null || file === '') return
    setNews(null)
    setWriting(0)
    const done = await exportCounts(filter, file, setWriting)
    setWriting(null)
    setNews(
      'error' in done
        ? { text: error(done.error), bad: true }
        : { text: t('crossings.exported', { number: number(done.rows), file }), bad: false },
    )
  }
  useCommands(() => [
    {
      id: 'counts.export',
      scope: 'screen',
      keys: ['Ctrl+KeyE'],
      words: (words) => words.t('crossings.exportCsv'),
      run: () => void save(),
    },
  ])

  return (
    <>
      {writing !== null && (
        <span className="faint" role="status">
          {t('crossings.exporting', { number: number(writing) })}
        </span>
      )}
      {news && (
        <span className={news.bad ? 'bad' : 'faint'} role={news.bad ? 'alert' : 'status'} title={news.text}>
          {news.text}
        </span>
      )}
      <button type="button" className="plain" onClick={() => void save()}>
        {t('crossings.exportCsv')} <KeyHint>{t('keys.export')}</KeyHint>
      </button>
    </>
  )
}
