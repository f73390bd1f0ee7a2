import type { PortDescription } from '../../../shared/contract/reference.ts'
import type { CrossingsReportInput } from '../../../shared/contract/reports.ts'
import { useCommands } from '../../lib/commands.ts'
import { parseTypedDate } from '../../lib/days.ts'
import { useWords } from '../../lib/use-words.ts'
import { TypedField } from '../../ui/typed-field.tsx'
import { chooseEnd, chooseReport, stepReport } from './report-choice.ts'

/** The period of the report: one back and forth, or a date of it typed; of a range both ends. */
export function ReportDate({ input, port }: { input: CrossingsReportInput; port: PortDescription }) {
  const { t } = useWords()
  const { kind, date } = input
  const stepTo = (way: 1 | -1) => chooseReport(stepReport(input, port, way))
  useCommands(() => [
    {
      id: 'report.before',
      scope: 'screen',
      keys: ['PageUp', 'Alt+ArrowLeft'],
      words: (words) => words.t('report.periodBefore'),
      run: () => stepTo(-1),
    },
    {
      id: 'report.after',
      scope: 'screen',
      keys: ['PageDown', 'Alt+ArrowRight'],
      words: (words) => words.t('report.periodAfter'),
      run: () => stepTo(1),
    },
  ])
  const step = (way: 1 | -1, label: string, sign: string) => (
    <button type="button" aria-label={label} title={label} onClick={() => stepTo(way)}>
      {sign}
    </button>
  )
  return (
    <div className="date-choice">
      {step(-1, t('report.periodBefore'), '‹')}
      {kind === 'range' ? (
        <>
          <DateField
            label={t('report.from')}
            date={date}
            onDate={(typed) => chooseEnd(input, 'date', typed)}
          />
          <span aria-hidden="true">–</span>
          <DateField
            label={t('report.to')}
            date={input.to ?? date}
            onDate={(typed) => chooseEnd(input, 'to', typed)}
          />
        </>
      ) : (
        <DateField label={t('sheet.date')} date={date} onDate={(typed) => chooseReport({ date: typed })} />
      )}
      {step(1, t('report.periodAfter'), '›')}
    </div>
  )
}

function DateField({ label, date, onDate }: { label: string; date: string; onDate(typed: string): void }) {
  const { t, dateWithWeekday } = useWords()
  function open(text: string): boolean {
    const typed = parseTypedDate(text, date)
    if (typed !== null) onDate(typed)
    return typed !== null
  }
  return (
    <TypedField
      label={label}
      shown={dateWithWeekday(date)}
      text={date}
      onTyped={open}
      refusal={(text) => t('sheet.dateRefused', { text })}
    />
  )
}
