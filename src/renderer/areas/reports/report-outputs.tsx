import { useState } from 'react'
import type { CrossingsReport, CrossingsReportInput, ExportFormat } from '../../../shared/contract/reports.ts'
import type { ErrorReport } from '../../../shared/errors.ts'
import { exportFormats } from '../../../shared/report/report-choices.ts'
import { type Command, useCommands } from '../../lib/commands.ts'
import { useStore } from '../../lib/store.ts'
import { useWords } from '../../lib/use-words.ts'
import { changeWindowSettings, windowSettings } from '../../lib/window-settings.ts'
import { ChoiceList } from '../../ui/choice-list.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import { exportReport, fileNameOf } from './export-report.ts'

/** How the last export stands. */
type News = { making: string } | { file: string } | { error: ErrorReport }

interface ReportOutputsProps {
  input: CrossingsReportInput
  report: CrossingsReport
  /** Whether it is its staffing table that is shown. */
  isStaffing: boolean
}

/** Prints the report that is shown, or saves it as a file. */
export function ReportOutputs({ input, report, isStaffing }: ReportOutputsProps) {
  const { t, language, error } = useWords()
  const { reportFormat: format = 'xlsx' } = useStore(windowSettings)
  const setFormat = (chosen: ExportFormat) => changeWindowSettings({ reportFormat: chosen })
  const [news, setNews] = useState<News | null>(null)

  async function save(as: ExportFormat): Promise<void> {
    const part = isStaffing ? 'staffing' : undefined
    const file = fileNameOf(report, part, as, language)
    if (as !== format) setFormat(as)
    setNews({ making: file })
    const failure = await exportReport(input, part, as, language, file)
    setNews(failure ? { error: failure } : { file })
  }

  useCommands(() => [
    {
      id: 'report.print',
      scope: 'screen',
      keys: ['Ctrl+KeyP'],
      words: (words) => words.t('report.print'),
      run: () => window.print(),
    },
    {
      id: 'report.export',
      scope: 'screen',
      keys: ['Ctrl+KeyE'],
      words: (words) => words.t('commands.exportAs', { format: words.t(`report.formats.${format}`) }),
      run: () => void save(format),
    },
    ...exportFormats
      .filter((each) => each !== format)
      .map(
        (each): Command => ({
          id: `report.export.${each}`,
          scope: 'screen',
          words: (words) => words.t('commands.exportAs', { format: words.t(`report.formats.${each}`) }),
          run: () => void save(each),
        }),
      ),
  ])

  return (
    <>
      <div className="report-outputs">
        <button type="button" onClick={() => window.print()}>
          {t('report.print')} <KeyHint>{t('keys.print')}</KeyHint>
        </button>
        <ChoiceList<ExportFormat>
          label={t('report.format')}
          value={format}
          choices={exportFormats.map((each) => ({ value: each, label: t(`report.formats.${each}`) }))}
          onChoose={setFormat}
        />
        <button type="button" onClick={() => void save(format)}>
          {t('report.export')} <KeyHint>{t('keys.export')}</KeyHint>
        </button>
      </div>
      {news && (
        <p
          role={'error' in news ? 'alert' : 'status'}
          className={'error' in news ? 'report-news bad' : 'report-news faint'}
        >
          {'error' in news && error(news.error)}
          {'making' in news && t('report.making', { file: news.making })}
          {'file' in news && t('report.exported', { file: news.file })}
        </p>
      )}
    </>
  )
}
