import type { CheckpointDescription } from '../../../shared/contract/reference.ts'
import { formatTimeSpan } from '../../../shared/format.ts'
import { wholeDay } from '../../lib/places.ts'
import { useStore } from '../../lib/store.ts'
import { useWords, type Words } from '../../lib/use-words.ts'
import { type Choice, ChoiceList } from '../../ui/choice-list.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import { Segments } from '../../ui/segments.tsx'
import { DateChoice } from './date-choice.tsx'
import { isSummed } from './sheet-rows.ts'
import type { ShownSheet } from './sheet-source.ts'
import { sheetSource } from './sheet-state.ts'

/** Which sheet is shown: checkpoint, date and shift, each one changed by keys alone. */
export function SheetHeader({ shown, onReport }: { shown: ShownSheet; onReport(): void }) {
  const words = useWords()
  const { t, name } = words
  const { port, sheet } = shown
  // What has just been chosen shows at once, before its sheet does.
  const place = { ...shown.place, ...useStore(sheetSource.towards) }
  const checkpoint = port.checkpoints.find((each) => each.checkpoint === place.checkpoint)
  const summed = isSummed(sheet)
  return (
    <header className="top">
      <ChoiceList
        className="checkpoint-choice"
        label={t('sheet.checkpoint')}
        value={place.checkpoint}
        choices={port.checkpoints.map((each) => ({ value: each.checkpoint, label: name(each.names) }))}
        onChoose={(chosen) => sheetSource.open({ checkpoint: chosen })}
      />
      <DateChoice date={place.date} />
      {checkpoint && checkpoint.shifts.length > 0 && (
        <Segments
          label={t('sheet.shift')}
          value={place.shift}
          choices={shiftChoices(words, checkpoint)}
          onChoose={(shift) => sheetSource.open({ shift })}
        />
      )}
      <span className="pill">{summed ? t('sheet.sumsOfShifts') : t(`sheet.states.${sheet.state}`)}</span>
      {sheet.columns.some((column) => column.openAfterAll) && (
        <span className="pill">{t('sheet.openAfterAll')}</span>
      )}
      <span className="spring" />
      <button type="button" className="quiet" onClick={onReport}>
        {t('report.open')} <KeyHint>{t('keys.report')}</KeyHint>
      </button>
    </header>
  )
}

/** A checkpoint's shifts with their times, and the day that sums them up. */
function shiftChoices({ t, name }: Words, checkpoint: CheckpointDescription): Choice<string>[] {
  const shifts = checkpoint.shifts.map((each) => ({
    value: each.shift,
    label: t('sheet.shiftWithTimes', {
      shift: name(each.names),
      times: formatTimeSpan(each.starts, each.ends),
    }),
  }))
  return [...shifts, { value: wholeDay, label: t('sheet.day') }]
}
