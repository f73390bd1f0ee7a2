import { useCommands } from '../../lib/commands.ts'
import { parseTypedDate } from '../../lib/days.ts'
import { useWords } from '../../lib/use-words.ts'
import { TypedField } from '../../ui/typed-field.tsx'
import { chooseReport, type OfferedKind, stepDate } from './report-choice.ts'

/** A date within the report's period: a period back and forth, or typed. */
export function ReportDate({ kind, date }: { kind: OfferedKind; date: string | null }) {
  const { t, dateWithWeekday } = useWords()
  useCommands(() => {
    if (date === null) return []
    const stepTo = (way: 1 | -1) => () => chooseReport({ date: stepDate(kind, date, way) })
    return [
      {
        id: 'report.before',
        scope: 'screen',
        keys: ['Alt+ArrowLeft'],
        words: (words) => words.t('report.periodBefore'),
        run: stepTo(-1),
      },
      {
        id: 'report.after',
        scope: 'screen',
        keys: ['Alt+ArrowRight'],
        words: (words) => words.t('report.periodAfter'),
        run: stepTo(1),
      },
    ]
  })
  if (date === null) return null

  function open(text: string, near: string): boolean {
    const typed = parseTypedDate(text, near)
    if (typed !== null) chooseReport({ date: typed })
    return typed !== null
  }
  const step = (way: 1 | -1, label: string, sign: string) => (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={() => chooseReport({ date: stepDate(kind, date, way) })}
    >
      {sign}
    </button>
  )
  return (
    <div className="date-choice">
      {step(-1, t('report.periodBefore'), '‹')}
      <TypedField
        key={date}
        label={t('sheet.date')}
        shown={dateWithWeekday(date)}
        text={date}
        onTyped={(text) => open(text, date)}
        refusal={(text) => t('sheet.dateRefused', { text })}
      />
      {step(1, t('report.periodAfter'), '›')}
    </div>
  )
}
