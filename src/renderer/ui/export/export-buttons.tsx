import { useState } from 'react'
import { useCommands } from '../../lib/commands.ts'
import { keystrokeText } from '../../lib/keystrokes.ts'
import { useWords } from '../../lib/use-words.ts'
import { KeyHint } from '../key-hint.tsx'
import { exportParts, formatsOf, type TableFormat, type TableParts } from './export-parts.ts'

const keys = { csv: 'Ctrl+KeyE', xlsx: 'Ctrl+Shift+KeyE' } as const

interface ExportButtonsProps<Place> {
  table: TableParts<Place>
  /** The file's name without an ending; empty while it is not known yet. */
  file: string
}

/** Saves every row of a table as a file, whichever of them are on the screen. */
export function ExportButtons<Place>({ table, file }: ExportButtonsProps<Place>) {
  const { t, number, error } = useWords()
  const [writing, setWriting] = useState<number | null>(null)
  const [news, setNews] = useState<{ text: string; bad: boolean } | null>(null)

  async function save(format: TableFormat): Promise<void> {
    if (writing !== null || file === '') return
    setNews(null)
    setWriting(0)
    const name = `${file.replace(/[\\/:*?"<>|]/g, ' ')}.${format}`
    const done = await exportParts(table, format, name, setWriting)
    setWriting(null)
    setNews(
      'error' in done
        ? { text: error(done.error), bad: true }
        : { text: t('crossings.exported', { number: number(done.rows), file: name }), bad: false },
    )
  }
  useCommands(() =>
    formatsOf(table).map((format) => ({
      id: `table.export.${format}`,
      scope: 'screen',
      keys: [keys[format]],
      words: ({ t }) => t(`declarations.exports.${format}`),
      run: () => void save(format),
    })),
  )

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
      {formatsOf(table).map((format) => (
        <button key={format} type="button" className="plain" onClick={() => void save(format)}>
          {t(`declarations.exports.${format}`)} <KeyHint>{keystrokeText(keys[format])}</KeyHint>
        </button>
      ))}
    </>
  )
}
