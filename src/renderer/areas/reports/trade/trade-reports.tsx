import { useEffect, useMemo, useRef } from 'react'
import { tradePage } from '../../../../shared/report/trade-page.ts'
import type { Language } from '../../../../shared/words.ts'
import { useStore } from '../../../lib/store.ts'
import { useLast } from '../../../lib/use-last.ts'
import { useQuery } from '../../../lib/use-query.ts'
import { useWords } from '../../../lib/use-words.ts'
import { reportChoice } from '../report-choice.ts'
import { BehindPage } from './behind-page.tsx'
import { tradeChoice, tradeInput, tradeReportInput } from './trade-choice.ts'
import { TradeHeader } from './trade-header.tsx'
import { TradePaper } from './trade-paper.tsx'
import './trade.css'

interface TradeReportsProps {
  /** Shows a declaration itself. */
  onDeclaration(id: string, language: Language): void
}

/** Imports and exports of a period, rolled up, and the declarations behind each number. */
export default function TradeReports({ onDeclaration }: TradeReportsProps) {
  const { t, language, error } = useWords()
  const choice = useStore(reportChoice)
  const trade = useStore(tradeChoice)
  const { output: port, error: portProblem } = useQuery(
    'describePort',
    choice.date === null ? {} : { date: choice.date },
  )
  const lastPort = useLast(port)
  const input = port && tradeInput(choice, port)
  const asked = input && tradeReportInput(input, trade)
  const { output: report, error: reportProblem } = useQuery('readTradeReport', asked)
  const { output: statement } = useQuery(
    'readTradeStatement',
    asked && {
      ...{ kind: asked.kind, date: asked.date, to: asked.to },
      ...(input?.checkpoint !== undefined && { checkpoint: input.checkpoint }),
    },
  )
  const problem = portProblem ?? reportProblem
  const page = useMemo(() => report && tradePage(report, language), [report, language])
  const main = useRef<HTMLElement>(null)
  const isBack = trade.from !== null
  // So that the arrows scroll the report at once; one who comes back stands on the number that was left.
  useEffect(() => {
    if (!isBack) main.current?.focus()
  }, [isBack])
  if (report && trade.behind) {
    return <BehindPage report={report} behind={trade.behind} onDeclaration={onDeclaration} />
  }
  return (
    <>
      <TradeHeader port={lastPort} input={lastPort && tradeInput(choice, lastPort)} report={report} />
      <main ref={main} tabIndex={-1} className="main wide" aria-busy={!report && !problem}>
        {page && report && report.total.both.declarations === 0 && report.rows.length === 0 ? (
          <p className="faint">{t('tradeReport.page.nothing')}</p>
        ) : (
          page && <TradePaper page={page} statement={statement?.texts[language] ?? null} from={trade.from} />
        )}
        {problem && (
          <p className="bad" role="alert">
            {error(problem)}
          </p>
        )}
        {!report && !problem && <p className="faint">{t('tradeReport.page.loading')}</p>}
      </main>
    </>
  )
}
