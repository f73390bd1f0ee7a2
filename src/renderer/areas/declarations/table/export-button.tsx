import { useState } from 'react'
import type { DeclarationPosition } from '../../../../shared/contract/declarations-table.ts'
import type { ErrorReport } from '../../../../shared/errors.ts'
import { call } from '../../../lib/client.ts'
import { useCommands } from '../../../lib/commands.ts'
import { download } from '../../../lib/download.ts'
import { useWords } from '../../../lib/use-words.ts'
import { KeyHint } from '../../../ui/key-hint.tsx'
import type { TableChoice } from './table-choice.ts'

/** Saves what is filtered as a CSV file. `file` is its name. */
export function ExportButton({ choice, file }: { choice: TableChoice; file: string }) {
  const { t, number, error } = useWords()
  const [writing, setWriting] = useState<number | null>(null)
  const [news, setNews] = useState<{ text: string; bad: boolean } | null>(null)

  async function save(): Promise<void> {
    if (writing !== null) return
    setNews(null)
    setWriting(0)
    const done = await exportTable(choice, file, setWriting)
    setWriting(null)
    setNews(
      'error' in done
        ? { text: error(done.error), bad: true }
        : { text: t('crossings.exported', { number: number(done.rows), file }), bad: false },
    )
  }
  useCommands(() => [
    {
      id: 'declarations.export',
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

async function exportTable(
  { of, filter }: TableChoice,
  file: string,
  onRows: (rows: number) => void,
): Promise<{ rows: number } | { error: ErrorReport }> {
  const parts: Blob[] = []
  let rows = 0
  let after: DeclarationPosition | null = null
  try {
    do {
      const answer: Awaited<ReturnType<typeof call<'writeDeclarationsPart'>>> = await call(
        'writeDeclarationsPart',
        { of, filter, after },
      )
      if (!answer.ok) return { error: answer.error }
      // As a blob the browser may keep it on the disk.
      parts.push(new Blob([answer.output.text]))
      rows += answer.output.rows
      after = answer.output.next
      onRows(rows)
    } while (after !== null)
  } catch {
    return { error: { code: 'host-gone', details: {} } }
  }
  download(new Blob(parts, { type: 'text/csv;charset=utf-8' }), file)
  return { rows }
}
