import { parseTypedDate } from '../../lib/days.ts'
import { daysAway } from '../../lib/places.ts'
import { useWords } from '../../lib/use-words.ts'
import { TypedField } from '../../ui/typed-field.tsx'
import { sheetSource } from './sheet-state.ts'

/** The sheet's date: a day back and forth, or typed. */
export function DateChoice({ date }: { date: string }) {
  const { t, dateWithWeekday } = useWords()

  function open(text: string): boolean {
    const typed = parseTypedDate(text, date)
    if (typed !== null) sheetSource.open({ date: typed })
    return typed !== null
  }

  return (
    <div className="date-choice">
      <button
        type="button"
        aria-label={t('sheet.dayBefore')}
        title={t('sheet.dayBefore')}
        onClick={() => sheetSource.step(daysAway(-1))}
      >
        ‹
      </button>
      <TypedField
        key={date}
        label={t('sheet.date')}
        shown={dateWithWeekday(date)}
        text={date}
        onTyped={open}
        refusal={(text) => t('sheet.dateRefused', { text })}
      />
      <button
        type="button"
        aria-label={t('sheet.dayAfter')}
        title={t('sheet.dayAfter')}
        onClick={() => sheetSource.step(daysAway(1))}
      >
        ›
      </button>
    </div>
  )
}
