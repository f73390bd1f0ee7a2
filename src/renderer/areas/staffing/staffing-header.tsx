import type { CheckpointDescription } from '../../../shared/contract/reference.ts'
import { formatTimeSpan } from '../../../shared/format.ts'
import { type Plan, plans } from '../../../shared/staffing/staffing-words.ts'
import { parseTypedDate } from '../../lib/days.ts'
import { daysAway, wholeDay } from '../../lib/places.ts'
import { useStore } from '../../lib/store.ts'
import { useWords, type Words } from '../../lib/use-words.ts'
import { type Choice, ChoiceList } from '../../ui/choice-list.tsx'
import { Segments } from '../../ui/segments.tsx'
import { TypedField } from '../../ui/typed-field.tsx'
import { boardSource, type ShownBoard } from './board-source.ts'
import { choose, staffingChoice, staffingViews } from './staffing-choice.ts'

/** Which board is shown, and how: checkpoint, date and shift, what was meant or what was, as a board or as a table. */
export function StaffingHeader({ shown, plan }: { shown: ShownBoard; plan: Plan }) {
  const words = useWords()
  const { t, name, error } = words
  const { port, board } = shown
  const { view } = useStore(staffingChoice)
  const isBoard = view === 'board' || view === 'table'
  const problem = useStore(boardSource.problem)
  // What has just been chosen shows at once, before its board does.
  const place = { ...shown.place, ...useStore(boardSource.towards) }
  const checkpoint = port.checkpoints.find((each) => each.checkpoint === place.checkpoint)
  const [only] = board.shifts
  const locked = board.shifts.length === 1 && only && only.state !== 'open' ? only.state : null
  return (
    <header className="top staffing-top">
      {view !== 'buses' && (
        <ChoiceList
          className="checkpoint-choice"
          label={t('sheet.checkpoint')}
          value={place.checkpoint}
          choices={port.checkpoints.map((each) => ({ value: each.checkpoint, label: name(each.names) }))}
          onChoose={(chosen) => boardSource.open({ checkpoint: chosen })}
        />
      )}
      <BoardDate date={place.date} />
      {isBoard && checkpoint && checkpoint.shifts.length > 0 && (
        <Segments
          label={t('sheet.shift')}
          value={place.shift}
          choices={shiftChoices(words, checkpoint)}
          onChoose={(shift) => boardSource.open({ shift })}
        />
      )}
      {isBoard && locked && <span className="pill">{t(`board.states.${locked}`)}</span>}
      <span className="spring" />
      {problem && (
        <b className="bad" role="alert">
          {error(problem)}
        </b>
      )}
      {isBoard && (
        <Segments
          label={t('board.plan')}
          value={plan}
          choices={plans.map((value) => ({ value, label: t(`board.plans.${value}`) }))}
          onChoose={(chosen) => choose({ plan: chosen })}
        />
      )}
      <Segments
        label={t('board.view')}
        value={view}
        choices={staffingViews.map((value) => ({ value, label: t(`board.views.${value}`) }))}
        onChoose={(chosen) => choose({ view: chosen })}
      />
    </header>
  )
}

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

/** The board's date: a day back and forth, or typed. */
function BoardDate({ date }: { date: string }) {
  const { t, dateWithWeekday } = useWords()
  const step = (days: 1 | -1, label: string, sign: string) => (
    <button type="button" aria-label={label} title={label} onClick={() => boardSource.step(daysAway(days))}>
      {sign}
    </button>
  )
  return (
    <div className="date-choice">
      {step(-1, t('sheet.dayBefore'), '‹')}
      <TypedField
        key={date}
        label={t('sheet.date')}
        shown={dateWithWeekday(date)}
        text={date}
        onTyped={(text) => {
          const typed = parseTypedDate(text, date)
          if (typed !== null) boardSource.open({ date: typed })
          return typed !== null
        }}
        refusal={(text) => t('sheet.dateRefused', { text })}
      />
      {step(1, t('sheet.dayAfter'), '›')}
    </div>
  )
}
