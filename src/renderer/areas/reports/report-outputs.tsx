import { useEffect, useEffectEvent, useState } from 'react'
import type { CrossingsReport, CrossingsReportInput } from '../../../shared/contract/reports.ts'
import type { ErrorReport } from '../../../shared/errors.ts'
import { useWords } from '../../lib/use-words.ts'
import { ChoiceList } from '../../ui/choice-list.tsx'
import { isComposing } from '../../ui/grid/grid-keys.ts'
import { KeyHint } from '../../ui/key-hint.tsx'
import { type ExportFormat, exportFormats, exportReport, fileNameOf } from './export-report.ts'

/** Prints the report that is shown, or saves it as a file. */
export function ReportOutputs({ input, report }: { input: CrossingsReportInput; report: CrossingsReport }) {
  const { t, language, error } = useWords()
  const [format, setFormat] = useState<ExportFormat>('xlsx')
  const [news, setNews] = useState<{ file: string } | { error: ErrorReport } | null>(null)

  async function save(): Promise<void> {
    const file = fileNameOf(report, format, language)
    const failure = await exportReport({ report: input, format, language }, file)
    setNews(failure ? { error: failure } : { file })
  }

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const plain = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && !isComposing(event)
    if (!plain || event.defaultPrevented || (event.code !== 'KeyP' && event.code !== 'KeyE')) return
    event.preventDefault()
    if (event.code === 'KeyP') window.print()
    else void save()
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])

  return (
    <div className="report-outputs">
      {news && (
        <span role={'error' in news ? 'alert' : 'status'} className={'error' in news ? 'bad' : 'faint'}>
          {'error' in news ? error(news.error) : t('report.exported', { file: news.file })}
        </span>
      )}
      <button type="button" onClick={() => window.print()}>
        {t('report.print')} <KeyHint>{t('keys.print')}</KeyHint>
      </button>
      <ChoiceList<ExportFormat>
        label={t('report.format')}
        value={format}
        choices={exportFormats.map((each) => ({ value: each, label: t(`report.formats.${each}`) }))}
        onChoose={setFormat}
      />
      <button type="button" onClick={() => void save()}>
        {t('report.export')} <KeyHint>{t('keys.export')}</KeyHint>
      </button>
    </div>
  )
}
