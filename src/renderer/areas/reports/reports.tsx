import { useEffect, useMemo, useRef } from 'react'
import type { CrossingsReport } from '../../../shared/contract/reports.ts'
import type { StaffingSections } from '../../../shared/contract/staffing-section.ts'
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
  const { output: staffing, error: staffingProblem } = useQuery('readStaffingSections', input)
  const problem = portProblem ?? reportProblem ?? staffingProblem
  const main = useRef<HTMLElement>(null)
  // So that the arrows and page keys scroll the report at once.
  useEffect(() => main.current?.focus(), [])
  return (
    <>
      <ReportHeader choice={choice} port={port} input={input} report={report} />
      <main ref={main} tabIndex={-1} className="main wide" aria-busy={!report && !problem}>
        {report && <PaperOf report={report} staffing={staffing} />}
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

interface PaperOfProps {
  report: CrossingsReport
  /** Null while it is read: what is needed takes longer to work out than the counts. */
  staffing: StaffingSections | null
}

function PaperOf({ report, staffing }: PaperOfProps) {
  const { language } = useWords()
  const page = useMemo(() => reportPage(report, staffing, language), [report, staffing, language])
  return <Paper page={page} />
}
