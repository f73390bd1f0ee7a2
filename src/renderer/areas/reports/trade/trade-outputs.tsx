import { useState } from 'react'
import type { CrossingsReportInput } from '../../../../shared/contract/reports.ts'
import type { TradeReport } from '../../../../shared/contract/trade-report.ts'
import type { ErrorReport } from '../../../../shared/errors.ts'
import { type Command, useCommands } from '../../../lib/commands.ts'
import { useStore } from '../../../lib/store.ts'
import { useWords } from '../../../lib/use-words.ts'
import { ChoiceList } from '../../../ui/choice-list.tsx'
import { KeyHint } from '../../../ui/key-hint.tsx'
import { exportTrade, type TradeFormat, tradeFileName, tradeFormats } from './export-trade.ts'
import { tradeChoice, tradeReportInput } from './trade-choice.ts'

/** How the last export stands. */
type News = { making: string } | { file: string } | { error: ErrorReport }

/** Prints the trade that is shown, or saves it as a file. */
export function TradeOutputs({ input, report }: { input: CrossingsReportInput; report: TradeReport }) {
  const { t, language, error } = useWords()
  const choice = useStore(tradeChoice)
  const [format, setFormat] = useState<TradeFormat>('xlsx')
  const [news, setNews] = useState<News | null>(null)

  async function save(as: TradeFormat): Promise<void> {
    const file = tradeFileName(report, as, language)
    setNews({ making: file })
    const failure = await exportTrade(tradeReportInput(input, choice), as, language, file)
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
    ...tradeFormats
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
        <ChoiceList<TradeFormat>
          label={t('report.format')}
          value={format}
          choices={tradeFormats.map((each) => ({ value: each, label: t(`report.formats.${each}`) }))}
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
