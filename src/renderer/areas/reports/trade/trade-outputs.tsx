import type { CrossingsReportInput } from '../../../../shared/contract/reports.ts'
import type { TradeReport } from '../../../../shared/contract/trade-report.ts'
import { useStore } from '../../../lib/store.ts'
import { useWords } from '../../../lib/use-words.ts'
import { ReportOutputs } from '../report-outputs.tsx'
import { exportTrade, tradeFileName } from './export-trade.ts'
import { tradeChoice, tradeReportInput } from './trade-choice.ts'

/** Prints the trade that is shown, or saves it as a file. */
export function TradeOutputs({ input, report }: { input: CrossingsReportInput; report: TradeReport }) {
  const { language } = useWords()
  const choice = useStore(tradeChoice)
  return (
    <ReportOutputs
      files={{
        nameOf: (as) => tradeFileName(report, as, language),
        exportAs: (as, file) => exportTrade(tradeReportInput(input, choice), as, language, file),
      }}
    />
  )
}
