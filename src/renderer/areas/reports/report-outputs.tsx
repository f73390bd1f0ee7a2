import { useEffect, useEffectEvent, useState } from 'react'
import type { ExportFormat } from '../../../shared/contract/reports.ts'
import type { ErrorReport } from '../../../shared/errors.ts'
import { exportFormats } from '../../../shared/report/report-choices.ts'
import { type Command, useCommands } from '../../lib/commands.ts'
import { useStore } from '../../lib/store.ts'
import { useWords } from '../../lib/use-words.ts'
import { changeWindowSettings, windowSettings } from '../../lib/window-settings.ts'
import { ChoiceList } from '../../ui/choice-list.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'

/** How the last export stands. */
type News = { making: string } | { file: string } | { error: ErrorReport }

const nameKey = (format: ExportFormat) => `report.formats.${format}` as const

const chooseFormat = (reportFormat: ExportFormat) => changeWindowSettings({ reportFormat })

/** The files of the report that is shown. */
export interface ReportFiles {
  nameOf(format: ExportFormat): string
  /** Makes the file; answers why it could not. */
  exportAs(format: ExportFormat, file: string): Promise<ErrorReport | null>
}

interface ReportOutputsProps {
  /** Null while the report is read: what is asked for meanwhile is done as soon as it is there. */
  files: ReportFiles | null
}

/** Prints the report that is shown once it is whole, or saves it as a file, in the format that was chosen last. */
export function ReportOutputs({ files }: ReportOutputsProps) {
  const { t, error } = useWords()
  const { reportFormat: format = 'xlsx' } = useStore(windowSettings)
  const [news, setNews] = useState<News | null>(null)

  const [wanted, setWanted] = useState<'print' | ExportFormat | null>(null)

  async function save({ nameOf, exportAs }: ReportFiles, as: ExportFormat): Promise<void> {
    const file = nameOf(as)
    if (as !== format) chooseFormat(as)
    setNews({ making: file })
    const failure = await exportAs(as, file)
    setNews(failure ? { error: failure } : { file })
  }

  const doWanted = useEffectEvent(() => {
    if (wanted === null || files === null) return
    setWanted(null)
    if (wanted === 'print') window.print()
    else void save(files, wanted)
  })
  const isThere = files !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: when something is asked for, and when the report is there
  useEffect(() => doWanted(), [wanted, isThere])

  useCommands(() => [
    {
      id: 'report.print',
      scope: 'screen',
      keys: ['Ctrl+KeyP'],
      words: (words) => words.t('report.print'),
      run: () => setWanted('print'),
    },
    {
      id: 'report.export',
      scope: 'screen',
      keys: ['Ctrl+KeyE'],
      words: (words) => words.t('commands.exportAs', { format: words.t(nameKey(format)) }),
      run: () => setWanted(format),
    },
    ...exportFormats
      .filter((each) => each !== format)
      .map(
        (each): Command => ({
          id: `report.export.${each}`,
          scope: 'screen',
          words: (words) => words.t('commands.exportAs', { format: words.t(nameKey(each)) }),
          run: () => setWanted(each),
        }),
      ),
  ])

  return (
    <>
      <div className="report-outputs">
        <button type="button" onClick={() => setWanted('print')}>
          {t('report.print')} <KeyHint>{t('keys.print')}</KeyHint>
        </button>
        <ChoiceList<ExportFormat>
          label={t('report.format')}
          value={format}
          choices={exportFormats.map((each) => ({ value: each, label: t(nameKey(each)) }))}
          onChoose={chooseFormat}
        />
        <button type="button" onClick={() => setWanted(format)}>
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
