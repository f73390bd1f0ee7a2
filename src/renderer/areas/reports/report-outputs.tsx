import { useState } from 'react'
import type { CrossingsReport, CrossingsReportInput } from '../../../shared/contract/reports.ts'
import type { ErrorReport } from '../../../shared/errors.ts'
import { type Command, useCommands } from '../../lib/commands.ts'
import { useWords } from '../../lib/use-words.ts'
import { ChoiceList } from '../../ui/choice-list.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import { type ExportFormat, exportFormats, exportReport, fileNameOf } from './export-report.ts'

/** Prints the report that is shown, or saves it as a file. */
export function ReportOutputs({ input, report }: { input: CrossingsReportInput; report: CrossingsReport }) {
  const { t, language, error } = useWords()
  const [format, setFormat] = useState<ExportFormat>('xlsx')
  const [news, setNews] = useState<{ file: string } | { error: ErrorReport } | null>(null)

  async function save(as: ExportFormat): Promise<void> {
    const file = fileNameOf(report, as, language)
    const failure = await exportReport({ report: input, format: as, language }, file)
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
      <button type="button" onClick={() => void save(format)}>
        {t('report.export')} <KeyHint>{t('keys.export')}</KeyHint>
      </button>
    </div>
  )
}
