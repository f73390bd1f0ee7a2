import { useState } from 'react'
import type { ErrorReport } from '../../../../shared/errors.ts'
import { download } from '../../../lib/download.ts'
import { useWords } from '../../../lib/use-words.ts'
import type { ImportState } from './import-state.ts'
import { csvOf } from './refusal-csv.ts'
import { readRefusals } from './refusal-list.ts'

/** Offers the list of refused cells as a file, for whoever made the table. */
export function RefusalsExport({ state }: { state: ImportState }) {
  const { t, error } = useWords()
  const [news, setNews] = useState<{ file: string } | { error: ErrorReport } | null>(null)
  const { checked, guess, file } = state
  if (!checked || !guess || !file || checked.preview.refusedCells === 0) return null

  async function write(job: string, headings: readonly string[], name: string): Promise<void> {
    const answer = await readRefusals(job, headings, error).catch(() => null)
    if (!answer) return setNews({ error: { code: 'host-gone', details: {} } })
    if (!answer.ok) return setNews({ error: answer.error })
    const head = [t('importing.rowNumber'), t('importing.column'), t('importing.cell'), t('importing.reason')]
    const csv = t('importing.refusalsFile', { file: name.replace(/\.\w+$/, '') })
    download(new Blob([csvOf([head, ...answer.output])], { type: 'text/csv;charset=utf-8' }), csv)
    setNews({ file: csv })
  }

  return (
    <>
      <button type="button" onClick={() => void write(checked.job, guess.headings, file.name)}>
        {t('importing.exportRefused')}
      </button>
      {news && (
        <span role={'error' in news ? 'alert' : 'status'} className={'error' in news ? 'bad' : 'faint'}>
          {'error' in news ? error(news.error) : t('report.exported', { file: news.file })}
        </span>
      )}
    </>
  )
}
