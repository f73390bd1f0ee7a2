import type { CrossingsReportInput } from '../../../shared/contract/reports.ts'
import type { ShiftPlan } from '../../../shared/contract/staffing-section.ts'
import { useWords } from '../../lib/use-words.ts'
import { exportReport, planFileName } from './export-report.ts'
import { ReportOutputs } from './report-outputs.tsx'

/** Prints or saves the plan that is shown, in the format that was chosen last. */
export function PlanOutputs({ input, plan }: { input: CrossingsReportInput; plan: ShiftPlan }) {
  const { language } = useWords()
  return (
    <ReportOutputs
      fileName={(as) => planFileName(plan, as, language)}
      exportAs={(as, file) => exportReport(input, 'plan', as, language, file)}
    />
  )
}
