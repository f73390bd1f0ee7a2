import type { CrossingsReportInput } from '../../../shared/contract/reports.ts'
import type { ShiftPlan } from '../../../shared/contract/staffing-section.ts'
import { useWords } from '../../lib/use-words.ts'
import { exportReport, planFileName } from './export-report.ts'
import { ReportOutputs } from './report-outputs.tsx'

interface PlanOutputsProps {
  input: CrossingsReportInput | null
  /** Null while it is read. */
  plan: ShiftPlan | null
}

/** Prints or saves the plan that is shown, in the format that was chosen last. */
export function PlanOutputs({ input, plan }: PlanOutputsProps) {
  const { language } = useWords()
  return (
    <ReportOutputs
      files={
        input &&
        plan && {
          nameOf: (as) => planFileName(plan, as, language),
          exportAs: (as, file) => exportReport(input, 'plan', as, language, file),
        }
      }
    />
  )
}
