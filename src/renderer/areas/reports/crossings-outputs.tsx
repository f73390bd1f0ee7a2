import type { CrossingsReport, CrossingsReportInput } from '../../../shared/contract/reports.ts'
import { useWords } from '../../lib/use-words.ts'
import { exportReport, fileNameOf } from './export-report.ts'
import { ReportOutputs } from './report-outputs.tsx'

interface CrossingsOutputsProps {
  input: CrossingsReportInput | null
  /** Null while anything of it is read. */
  report: CrossingsReport | null
  /** Whether it is its staffing table that is shown. */
  isStaffing: boolean
}

/** Prints or saves the report of crossings that is shown. */
export function CrossingsOutputs({ input, report, isStaffing }: CrossingsOutputsProps) {
  const { language } = useWords()
  const part = isStaffing ? 'staffing' : undefined
  return (
    <ReportOutputs
      files={
        input &&
        report && {
          nameOf: (as) => fileNameOf(report, part, as, language),
          exportAs: (as, file) => exportReport(input, part, as, language, file),
        }
      }
    />
  )
}
