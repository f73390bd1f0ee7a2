import { lazy, Suspense, useEffect, useMemo, useRef } from 'react'
import type { CrossingsReport, CrossingsReportInput } from '../../../shared/contract/reports.ts'
import type { ShiftPlanInput, StaffingSections } from '../../../shared/contract/staffing-section.ts'
import { reportPage } from '../../../shared/report/report-page.ts'
import type { Language } from '../../../shared/words.ts'
import { wholeDay } from '../../lib/places.ts'
import { useStore } from '../../lib/store.ts'
import { useQuery } from '../../lib/use-query.ts'
import { useWords } from '../../lib/use-words.ts'
import { Paper } from './paper.tsx'
import { PlanPaper } from './plan-paper.tsx'
import { periodKind, reportChoice, reportInput } from './report-choice.ts'
import { ReportHeader } from './report-header.tsx'
import { StaffingPaper } from './staffing-paper.tsx'
import { reportSubject } from './trade/trade-choice.ts'
import { useReportPort } from './use-report-port.ts'

const TradeReports = lazy(() => import('./trade/trade-reports.tsx'))

interface ReportsProps {
  /** Shows a declaration that a number of trade led to. */
  onDeclaration(id: string, language: Language): void
}

/** Reports of crossings and staffing, or of trade. */
export default function Reports({ onDeclaration }: ReportsProps) {
  const subject = useStore(reportSubject)
  if (subject !== 'trade') return <PeriodReports isStaffing={subject === 'staffing'} />
  return (
    <Suspense fallback={<main className="main wide" />}>
      <TradeReports onDeclaration={onDeclaration} />
    </Suspense>
  )
}

/** Reports from a shift to a year, as the page that is printed. */
function PeriodReports({ isStaffing }: { isStaffing: boolean }) {
  const { t, error } = useWords()
  const choice = useStore(reportChoice)
  const { port, isOfDate, error: portProblem } = useReportPort(choice.date)
  const isPlan = isStaffing && choice.kind === 'plan'
  const input = port && reportInput(isPlan ? choice : { ...choice, kind: periodKind(choice.kind) }, port)
  const isTable = isStaffing && !isPlan
  const asked = isPlan || !isOfDate ? null : input
  const { output: report, error: reportProblem } = useQuery('readCrossingsReport', asked)
  const { output: staffing, error: staffingProblem } = useQuery('readStaffingSections', asked)
  const { output: plan, error: planProblem } = useQuery(
    'readShiftPlan',
    isPlan && isOfDate ? planInput(input) : null,
  )
  const problem = portProblem ?? reportProblem ?? staffingProblem ?? planProblem
  const shown = isPlan ? plan : isTable ? staffing && report : report
  const main = useRef<HTMLElement>(null)
  // So that the arrows and page keys scroll the report at once.
  useEffect(() => main.current?.focus(), [])
  return (
    <>
      <ReportHeader
        choice={choice}
        port={port}
        input={input}
        isPlan={isPlan}
        isStaffing={isStaffing}
        report={report}
        plan={plan}
        isRefused={(portProblem ?? (isPlan ? planProblem : reportProblem)) !== null}
        isWhole={Boolean(isPlan ? plan : report && (staffing || staffingProblem))}
      />
      <main ref={main} tabIndex={-1} className="main wide" aria-busy={!shown && !problem}>
        {isPlan && plan && <PlanPaper plan={plan} />}
        {!isPlan && report && !isTable && <PaperOf report={report} staffing={staffing} />}
        {isTable && report && staffing && <StaffingPaper report={report} staffing={staffing} />}
        {problem && (
          <p className="bad" role="alert">
            {error(problem)}
          </p>
        )}
        {!shown && !problem && (
          <p className="faint">{port && !input ? t('report.noShifts') : t('report.loading')}</p>
        )}
      </main>
    </>
  )
}

/** The shift of a plan, or the day of a checkpoint that counts by day. */
function planInput(input: CrossingsReportInput | null): ShiftPlanInput | null {
  if (input?.checkpoint === undefined) return null
  const { checkpoint, date, shift = wholeDay } = input
  return { checkpoint, date, shift }
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
