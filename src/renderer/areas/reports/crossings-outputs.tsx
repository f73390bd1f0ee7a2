import type { CrossingsReport, CrossingsReportInput } from '../../../shared/contract/reports.ts'
import { exportFormats } from '../../../shared/report/report-choices.ts'
import { useStore } from '../../lib/store.ts'
import { useWords } from '../../lib/use-words.ts'
import { changeWindowSettings, windowSettings } from '../../lib/window-settings.ts'
import { exportReport, fileNameOf } from './export-report.ts'
import { ReportOutputs } from './report-outputs.tsx'

interface CrossingsOutputsProps {
  input: CrossingsReportInput
  report: CrossingsReport
  /** Whether it is its staffing table that is shown. */
  isStaffing: boolean
}

/** Prints or saves the report of crossings that is shown, in the format that was chosen last. */
export function CrossingsOutputs({ input, report, isStaffing }: CrossingsOutputsProps) {
  const { language } = useWords()
  const { reportFormat: format = 'xlsx' } = useStore(windowSettings)
  const part = isStaffing ? 'staffing' : undefined
  return (
    <ReportOutputs
      formats={exportFormats}
      format={format}
      onFormat={(reportFormat) => changeWindowSettings({ reportFormat })}
      fileName={(as) => fileNameOf(report, part, as, language)}
      exportAs={(as, file) => exportReport(input, part, as, language, file)}
    />
  )
}
