import type { PointerEvent } from 'react'
import type { Board, Opening } from '../../../../shared/contract/staffing.ts'
import { spanOfOpening } from '../../../../shared/staffing/board-warnings.ts'
import type { Span } from '../../../../shared/staffing/spans.ts'
import type { Plan } from '../../../../shared/staffing/staffing-words.ts'
import { clockSpan } from '../../../lib/clock.ts'
import { useWords } from '../../../lib/use-words.ts'
import { cursorStep } from './board-cursor.ts'
import { barWords, cursorWords, kindWords, openingWords } from './board-words.ts'
import { placeOf, type TimeAxis } from './time-axis.ts'

export interface BoardRowProps {
  board: Board
  axis: TimeAxis
  channel: Board['channels'][number]
  /** Those of this channel, planned and actual. */
  openings: readonly Opening[]
  plan: Plan
  /** Where fewer channels are open than needed, as far as it is about this channel. */
  gaps: readonly Span[]
  /** Openings with something worth a second look. */
  flagged: ReadonlySet<string>
  /** The minute at which the cursor stands in this row; null where it is in another one. */
  cursor: number | null
  selected: string | null
  /** The id that the grid knows the cell with the cursor by. */
  cursorId: string
  /** Whether the board is only looked at. */
  isRead: boolean
  /** Why the last change here was taken back. */
  refusal: { minute: number; text: string } | null
  onPointerDown?(event: PointerEvent<HTMLElement>, channel: string): void
}

/** One channel over the hours: what is written as bars, what it is compared with as thin lines below them. */
export function BoardRow(props: BoardRowProps) {
  const { board, axis, channel, openings, plan, gaps, flagged, cursor, selected, cursorId, isRead, refusal } =
    props
  const words = useWords()
  const { t, name } = words
  const written = openings.filter((each) => each.plan === plan)
  const compared = openings.filter((each) => each.plan !== plan)
  const chosen = written.find((each) => each.opening === selected) ?? null
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names its cell with the cursor
    // biome-ignore lint/a11y/useSemanticElements: a row of time has no cells that a table could have
    <div
      className="board-row"
      role="row"
      data-channel={channel.channel}
      data-here={cursor !== null || undefined}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <span className="name" role="rowheader" title={name(channel.names)}>
        {name(channel.names)} <small>{kindWords(words, channel)}</small>
      </span>
      <span className="lane" onPointerDown={(event) => props.onPointerDown?.(event, channel.channel)}>
        {board.closed.map((span) => (
          <i key={span.from} className="out" style={placeOf(axis, span)}>
            {span.reason ? name(span.reason) : t('board.closed')}
          </i>
        ))}
        {gaps.map((span) => (
          <i key={span.from} className="gap" style={placeOf(axis, span)} />
        ))}
        {channel.outages.map((outage) => (
          <i key={outage.id} className="out" style={placeOf(axis, outage)}>
            {outage.reason ? t('board.outBecause', { reason: outage.reason }) : t('board.outOfService')}
          </i>
        ))}
        {compared.map((opening) => (
          <i
            key={opening.opening}
            className="thin"
            data-direction={opening.direction}
            style={placeOf(axis, spanOfOpening(board, opening))}
            title={t(`board.compared.${opening.plan}`, {
              times: clockSpan(opening.startsMinute, opening.endsMinute),
            })}
          />
        ))}
        {written.map((opening) => (
          // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a cell of a grid, or of a table that is only read
          <span
            key={opening.opening}
            id={opening.opening === selected ? cursorId : undefined}
            role={isRead ? 'cell' : 'gridcell'}
            className="bar"
            aria-label={
              opening === chosen && cursor !== null
                ? cursorWords(words, channel, cursor, opening)
                : openingWords(words, opening)
            }
            aria-selected={isRead ? undefined : opening.opening === selected}
            data-opening={opening.opening}
            data-direction={opening.direction}
            data-kind={channel.kind}
            data-planned={opening.plan === 'planned' || undefined}
            data-open-ended={opening.endsMinute === null || undefined}
            data-flagged={flagged.has(opening.opening) || undefined}
            style={placeOf(axis, spanOfOpening(board, opening))}
            title={openingWords(words, opening)}
          >
            {!isRead && <i className="edge start" data-edge="start" />}
            {barWords(words, opening)}
            {!isRead && <i className="edge end" data-edge="end" />}
          </span>
        ))}
        {cursor !== null && !chosen && (
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          // biome-ignore lint/a11y/useSemanticElements: as above
          <span
            id={cursorId}
            role="gridcell"
            className="here"
            aria-selected
            aria-label={cursorWords(words, channel, cursor, null)}
            style={placeOf(axis, { from: cursor, to: cursor + cursorStep })}
          />
        )}
        {cursor !== null && chosen && (
          <i className="tick" style={placeOf(axis, { from: cursor, to: cursor })} />
        )}
        {refusal && (
          <span
            className="board-refusal"
            role="alert"
            data-late={refusal.minute > (axis.from + axis.to) / 2 || undefined}
            style={besideOf(axis, refusal.minute)}
          >
            {refusal.text}
          </span>
        )}
      </span>
    </div>
  )
}

/** Beside a minute: to its right in the first half of the board, to its left in the second. */
function besideOf(axis: TimeAxis, minute: number): { left: string } | { right: string } {
  const { left } = placeOf(axis, { from: minute, to: minute })
  const share = Number.parseFloat(left)
  return share > 50 ? { right: `${100 - share}%` } : { left }
}
