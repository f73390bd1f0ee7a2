import type { PortDescription } from '../../../../shared/contract/reference.ts'
import type { CrossingsReportInput } from '../../../../shared/contract/reports.ts'
import type { TradeReport } from '../../../../shared/contract/trade-report.ts'
import { reportKinds, rollUps } from '../../../../shared/report/report-choices.ts'
import { useStore } from '../../../lib/store.ts'
import { useWords } from '../../../lib/use-words.ts'
import { ChoiceList } from '../../../ui/choice-list.tsx'
import { chooseReport } from '../report-choice.ts'
import { ReportDate } from '../report-date.tsx'
import { SubjectChoice } from './subject-choice.tsx'
import { chooseTrade, comparedWith, tradeChoice } from './trade-choice.ts'
import { TradeOutputs } from './trade-outputs.tsx'

interface TradeHeaderProps {
  port: PortDescription | null
  input: CrossingsReportInput | null
  report: TradeReport | null
}

/** Which trade is shown: of what period and place, rolled up by what, beside which base. */
export function TradeHeader({ port, input, report }: TradeHeaderProps) {
  const { t, name } = useWords()
  const { by, base } = useStore(tradeChoice)
  const places = (port?.checkpoints ?? []).map((each) => ({
    value: each.checkpoint,
    label: name(each.names),
  }))
  return (
    <header className="top wide trade-top">
      <SubjectChoice />
      <ChoiceList
        label={t('report.kind')}
        value={input?.kind ?? null}
        choices={reportKinds
          .filter((kind) => kind !== 'shift')
          .map((kind) => ({ value: kind, label: t(`report.titles.${kind}`) }))}
        onChoose={(kind) => chooseReport({ kind })}
      />
      <ChoiceList
        className="checkpoint-choice"
        label={t('sheet.checkpoint')}
        value={input?.checkpoint ?? ''}
        choices={[{ value: '', label: t('report.port') }, ...places]}
        onChoose={(value) => chooseReport({ checkpoint: value === '' ? null : value })}
      />
      {port && input && <ReportDate input={input} port={port} />}
      <ChoiceList
        label={t('tradeReport.page.by')}
        value={by}
        choices={rollUps.map((value) => ({ value, label: t(`tradeReport.page.dimensions.${value}`) }))}
        onChoose={(value) => chooseTrade({ by: value, from: null })}
      />
      <ChoiceList
        label={t('tradeReport.page.base')}
        value={base}
        choices={comparedWith.map((value) => ({ value, label: t(`tradeReport.page.bases.${value}`) }))}
        onChoose={(value) => chooseTrade({ base: value, from: null })}
      />
      <span className="spring" />
      {input && report && <TradeOutputs input={input} report={report} />}
    </header>
  )
}
