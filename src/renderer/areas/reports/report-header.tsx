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
  /** Whether it is a plan to hang up. */
  isPlan: boolean
  /** Whether staffing is reported rather than crossings. */
  isStaffing: boolean
  report: CrossingsReport | null
  plan: ShiftPlan | null
  /** Whether everything that belongs on its paper has been read. */
  isWhole: boolean
  /** Whether it cannot be read. */
  isRefused: boolean
}

/** Which report is shown, and what can be done with it. */
export function ReportHeader(props: ReportHeaderProps) {
  const { choice, port, input, isPlan, isStaffing, report, plan, isWhole, isRefused } = props
  const { t, name } = useWords()
  const isOfShift = periodKind(choice.kind) === 'shift'
  const kinds: Choice<ShownReport>[] = [
    ...reportKinds.map((kind) => ({ value: kind, label: t(`report.titles.${kind}`) })),
    ...(isStaffing ? [{ value: 'plan' as const, label: t('staffingReport.plan.kind') }] : []),
  ]
  const checkpoint = port?.checkpoints.find((each) => each.checkpoint === input?.checkpoint)
  const places = (port?.checkpoints ?? [])
    .filter(({ shifts }) => !isOfShift || isPlan || shifts.length > 0)
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
      {isOfShift && checkpoint && checkpoint.shifts.length > 0 && (
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
      {isPlan && !isRefused && <PlanOutputs key={JSON.stringify(choice)} input={input} plan={plan} />}
      {!isPlan && !isRefused && (
        <CrossingsOutputs
          key={JSON.stringify(choice)}
          input={input}
          report={isWhole ? report : null}
          isStaffing={isStaffing}
        />
      )}
    </header>
  )
}
