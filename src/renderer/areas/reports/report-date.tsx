import { useEffect } from 'react'
import { parseTypedDate } from '../../lib/days.ts'
import { useWords } from '../../lib/use-words.ts'
import { isComposing } from '../../ui/grid/grid-keys.ts'
import { TypedField } from '../../ui/typed-field.tsx'
import { chooseReport, type OfferedKind, stepDate } from './report-choice.ts'

/** A date within the report's period: a period back and forth, or typed. */
export function ReportDate({ kind, date }: { kind: OfferedKind; date: string | null }) {
  const { t, dateWithWeekday } = useWords()
  useStepKeys(kind, date)
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

/** Alt+← and Alt+→ step wherever the cursor stands; the page keys scroll the page. */
function useStepKeys(kind: OfferedKind, date: string | null): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const way = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : null
      const plain = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey
      if (way === null || !plain || date === null || isComposing(event) || event.defaultPrevented) return
      event.preventDefault()
      chooseReport({ date: stepDate(kind, date, way) })
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [kind, date])
}
