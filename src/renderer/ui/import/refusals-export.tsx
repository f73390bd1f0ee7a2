import { useState } from 'react'
import type { Answer, ErrorReport } from '../../../shared/errors.ts'
import { csvOf } from '../../lib/csv-text.ts'
import { download } from '../../lib/download.ts'
import { useWords } from '../../lib/use-words.ts'

interface RefusalsExportProps {
  /** The name of the file that was read. */
  file: string
  /** Row, column, cell and reason of each refusal. */
  read(): Promise<Answer<readonly (readonly string[])[]>>
}

/** Offers the list of refused cells as a file, for whoever made the table. */
export function RefusalsExport({ file, read }: RefusalsExportProps) {
  const { t, error } = useWords()
  const [news, setNews] = useState<{ file: string } | { error: ErrorReport } | null>(null)

  async function write(): Promise<void> {
    const answer = await read().catch(() => null)
    if (!answer) return setNews({ error: { code: 'host-gone', details: {} } })
    if (!answer.ok) return setNews({ error: answer.error })
    const head = [t('importing.rowNumber'), t('importing.column'), t('importing.cell'), t('importing.reason')]
    const csv = t('importing.refusalsFile', { file: file.replace(/\.\w+$/, '') })
    download(new Blob([csvOf([head, ...answer.output])], { type: 'text/csv;charset=utf-8' }), csv)
    setNews({ file: csv })
  }

  return (
    <>
      <button type="button" onClick={() => void write()}>
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
