import { useEffect, useMemo, useRef } from 'react'
import { reportPage } from '../../../shared/report/report-page.ts'
import { useStore } from '../../lib/store.ts'
import { useQuery } from '../../lib/use-query.ts'
import { useWords } from '../../lib/use-words.ts'
import { Paper } from './paper.tsx'
import { reportChoice, reportInput } from './report-choice.ts'
import { ReportHeader } from './report-header.tsx'

/** Reports from a shift to a year, as the page that is printed. */
export function Reports() {
  const { t, error } = useWords()
  const choice = useStore(reportChoice)
  const { output: port, error: portProblem } = useQuery(
    'describePort',
    choice.date === null ? {} : { date: choice.date },
  )
  const input = port && reportInput(choice, port)
  const { output: report, error: reportProblem } = useQuery('readCrossingsReport', input)
  const problem = portProblem ?? reportProblem
  const main = useRef<HTMLElement>(null)
  // So that the arrows and page keys scroll the report at once.
  useEffect(() => main.current?.focus(), [])
  return (
    <>
      <ReportHeader choice={choice} port={port} input={input} report={report} />
      <main ref={main} tabIndex={-1} className="main wide" aria-busy={!report && !problem}>
        {report && <PaperOf report={report} />}
        {problem && (
          <p className="bad" role="alert">
            {error(problem)}
          </p>
        )}
        {!report && !problem && (
          <p className="faint">{port && !input ? t('report.noShifts') : t('report.loading')}</p>
        )}
      </main>
    </>
  )
}

function PaperOf({ report }: { report: Parameters<typeof reportPage>[0] }) {
  const { language } = useWords()
  const page = useMemo(() => reportPage(report, language), [report, language])
  return <Paper page={page} />
}
