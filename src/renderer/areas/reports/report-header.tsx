import type { PortDescription } from '../../../shared/contract/reference.ts'
import type { CrossingsReport, CrossingsReportInput } from '../../../shared/contract/reports.ts'
import type { ShiftPlan } from '../../../shared/contract/staffing-section.ts'
import { formatTimeSpan } from '../../../shared/format.ts'
import { reportKinds } from '../../../shared/report/report-choices.ts'
import { useWords } from '../../lib/use-words.ts'
import { type Choice, ChoiceList } from '../../ui/choice-list.tsx'
import { Segments } from '../../ui/segments.tsx'
import { CrossingsOutputs } from './crossings-outputs.tsx'
import { PlanOutputs } from './plan-outputs.tsx'
import { choosePlan, chooseReport, periodKind, type ReportChoice, type ShownReport } from './report-choice.ts'
import { ReportDate } from './report-date.tsx'
import { SubjectChoice } from './trade/subject-choice.tsx'

interface ReportHeaderProps {
  choice: ReportChoice
  port: PortDescription | null
  input: CrossingsReportInput | null
  report: CrossingsReport | null
  /** Whether staffing is reported rather than crossings. */
  isStaffing: boolean
  /** The plan of a shift, where one is shown. */
  plan: ShiftPlan | null
}

/** Which report is shown, and what can be done with it. */
export function ReportHeader({ choice, port, input, report, isStaffing, plan }: ReportHeaderProps) {
  const { t, name } = useWords()
  const isOfShift = periodKind(choice.kind) === 'shift'
  const kinds: Choice<ShownReport>[] = [
    ...reportKinds.map((kind) => ({ value: kind, label: t(`report.titles.${kind}`) })),
    ...(isStaffing ? [{ value: 'plan' as const, label: t('staffingReport.plan.kind') }] : []),
  ]
  const checkpoint = port?.checkpoints.find((each) => each.checkpoint === input?.checkpoint)
  const places = (port?.checkpoints ?? [])
    .filter(({ shifts }) => !isOfShift || shifts.length > 0)
    .map((each) => ({ value: each.checkpoint, label: name(each.names) }))
  return (
    <header className="top wide report-top">
      <SubjectChoice />
      <ChoiceList
        label={t('report.kind')}
        value={isStaffing ? choice.kind : periodKind(choice.kind)}
        choices={kinds}
        onChoose={(kind) =>
          kind === 'plan' && choice.kind !== 'plan' && port ? choosePlan(input, port) : chooseReport({ kind })
        }
      />
      <ChoiceList
        className="checkpoint-choice"
        label={t('sheet.checkpoint')}
        value={input?.checkpoint ?? ''}
        choices={isOfShift ? places : [{ value: '', label: t('report.port') }, ...places]}
        onChoose={(value) => chooseReport({ checkpoint: value === '' ? null : value })}
      />
      {port && input && <ReportDate input={input} port={port} />}
      {isOfShift && checkpoint && (
        <Segments
          label={t('sheet.shift')}
          value={input?.shift ?? ''}
          choices={checkpoint.shifts.map((each) => ({
            value: each.shift,
            label: t('sheet.shiftWithTimes', {
              shift: name(each.names),
              times: formatTimeSpan(each.starts, each.ends),
            }),
          }))}
          onChoose={(shift) => chooseReport({ shift })}
        />
      )}
      <span className="spring" />
      {input && plan && <PlanOutputs input={input} plan={plan} />}
      {input && report && <CrossingsOutputs input={input} report={report} isStaffing={isStaffing} />}
    </header>
  )
}
