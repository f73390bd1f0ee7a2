import type { Board, Opening } from '../../../../shared/contract/staffing.ts'
import { directions } from '../../../../shared/words.ts'
import { clockOf, clockSpan } from '../../../lib/clock.ts'
import { useStore } from '../../../lib/store.ts'
import { useWords } from '../../../lib/use-words.ts'
import { Segments } from '../../../ui/segments.tsx'
import { TypedField } from '../../../ui/typed-field.tsx'
import type { BoardControl } from '../board/board-control.ts'
import { type OpeningChange, shiftOfMinute } from '../board/board-edits.ts'
import { whoWords } from '../board/board-words.ts'
import { boardSource } from '../board-source.ts'
import { dutiesText, readDuties, readHeads, readTimes } from '../typed-openings.ts'
import './opening-fields.css'

type TypedIn = 'times' | 'who'

interface OpeningFieldsProps {
  control: BoardControl
  opening: Opening
  channel: Board['channels'][number]
}

/** An opening to the minute: its direction, its times, and who staffs it. */
export function OpeningFields({ control, opening, channel }: OpeningFieldsProps) {
  const words = useWords()
  const { t } = words
  const { board } = control.now
  const shift = shiftOfMinute(board, opening.startsMinute)
  const span = { from: shift?.startsMinute ?? 0, to: shift?.endsMinute ?? 0 }
  const { startsMinute, endsMinute } = opening
  const refusal = useStore(boardSource.refusal)
  const kept = (field: TypedIn): string | null =>
    refusal?.typed?.opening === opening.opening && refusal.typed.field === field ? refusal.typed.text : null
  const takeBack = (): void => boardSource.refusal.set(null)
  const change = (changes: OpeningChange, field?: TypedIn, text = ''): void => {
    const { minute } = control.cursor
    const edited = boardSource.edit(
      { kind: 'change', opening: opening.opening, change: changes },
      {
        channel: opening.channel,
        minute: changes.startsMinute ?? startsMinute,
        ...(field && { typed: { opening: opening.opening, field, text } }),
      },
    )
    if (changes.startsMinute === undefined) return
    const isLeft = minute < changes.startsMinute || minute >= (changes.endsMinute ?? Number.POSITIVE_INFINITY)
    if (!isLeft) return
    // The cursor stays on the opening, and goes back with it where that is refused.
    control.goTo(changes.startsMinute)
    void edited.then((answer) => !answer.ok && control.goTo(minute))
  }
  const isNamed = board.rule.heads === 'named' || opening.duties.length > 0
  const who = whoWords(words, opening) ?? t('board.panel.notSaid')
  const key = `${opening.channel} ${opening.plan} ${startsMinute} ${endsMinute}`

  return (
    <div className="opening-fields">
      {channel.directions.length > 1 && (
        <Segments
          label={t('board.panel.direction')}
          value={opening.direction}
          choices={directions.map((value) => ({ value, label: t(`directions.${value}`) }))}
          onChoose={(direction) => change({ direction })}
        />
      )}
      <div data-field="times">
        <span>{t('board.panel.times')}</span>
        <TypedField
          key={key}
          label={t('board.panel.times')}
          shown={
            endsMinute === null
              ? t('board.panel.stillOpen', { time: clockOf(startsMinute) })
              : clockSpan(startsMinute, endsMinute)
          }
          text={clockSpan(startsMinute, endsMinute)}
          kept={kept('times')}
          onTakeBack={takeBack}
          onTyped={(text) => {
            takeBack()
            const read = readTimes(text, span)
            if (read) change(read, 'times', text)
            return read !== null
          }}
          refusal={(text) => t('board.panel.timesRefused', { text })}
        />
      </div>
      <div data-field="who">
        <span>{t(isNamed ? 'board.panel.officers' : 'board.panel.heads')}</span>
        {isNamed ? (
          <TypedField
            key={`${key} ${opening.duties.length}`}
            label={t('board.panel.officers')}
            shown={opening.duties.length > 0 ? dutiesText(words, opening.duties, opening) : who}
            text={dutiesText(words, opening.duties, opening)}
            kept={kept('who')}
            onTakeBack={takeBack}
            onTyped={(text) => {
              takeBack()
              const duties = readDuties(text, opening, span)
              if (duties) change({ duties, headCount: null }, 'who', text)
              return duties !== null
            }}
            refusal={(text) => t('board.panel.officersRefused', { text })}
          />
        ) : (
          <TypedField
            key={`${key} ${opening.headCount}`}
            label={t('board.panel.heads')}
            shown={who}
            text={opening.headCount === null ? '' : String(opening.headCount)}
            kept={kept('who')}
            onTakeBack={takeBack}
            onTyped={(text) => {
              takeBack()
              const heads = readHeads(text)
              if (heads !== undefined) change({ headCount: heads }, 'who', text)
              return heads !== undefined
            }}
            refusal={(text) => t('board.panel.headsRefused', { text })}
          />
        )}
      </div>
    </div>
  )
}
