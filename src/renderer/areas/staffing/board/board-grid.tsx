import { type KeyboardEvent, type PointerEvent, type ReactNode, type RefObject, useId, useMemo } from 'react'
import type { Opening } from '../../../../shared/contract/staffing.ts'
import type { Span } from '../../../../shared/staffing/spans.ts'
import type { Direction } from '../../../../shared/words.ts'
import { useWords } from '../../../lib/use-words.ts'
import type { BoardRefusal } from '../board-source.ts'
import type { BoardNow } from './board-actions.ts'
import { type BoardCursor, openingAt } from './board-cursor.ts'
import { BoardHead } from './board-head.tsx'
import { BoardRow } from './board-row.tsx'
import { refusalWords } from './board-words.ts'
import { percentAt, timeAxis } from './time-axis.ts'
import './board.css'

/** A stretch in which channels of a kind lack in a direction. */
export interface BoardGap extends Span {
  kind: string
  direction: Direction
}

interface BoardGridProps {
  now: BoardNow
  label: string
  gaps: readonly BoardGap[]
  flagged: ReadonlySet<string>
  /** Null on a board that is only looked at. */
  cursor: BoardCursor | null
  refusal?: BoardRefusal | null
  onKeyDown?(event: KeyboardEvent): void
  onPointerDown?(event: PointerEvent<HTMLElement>, channel: string): void
  ref?: RefObject<HTMLDivElement | null>
  children?: ReactNode
}

const none: readonly Opening[] = []

/** Channels over the time of the shift. The grid itself has the focus and says which cell the cursor is in. */
export function BoardGrid({ now, label, gaps, flagged, cursor, refusal = null, ...heard }: BoardGridProps) {
  const words = useWords()
  const { board, openings, plan } = now
  const cursorId = useId()
  const axis = useMemo(
    () => timeAxis({ from: board.startsMinute, to: board.endsMinute }),
    [board.startsMinute, board.endsMinute],
  )
  const byChannel = useMemo(() => Map.groupBy(openings, (each) => each.channel), [openings])
  const selected = cursor ? (openingAt(board, openings, plan, cursor)?.opening ?? null) : null
  const betweenShifts = board.shifts
    .map(({ startsMinute }) => startsMinute)
    .filter((minute) => minute > axis.from)

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a grid where one writes, else a table that hears nothing
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: as above
    <div
      ref={heard.ref}
      className={cursor ? 'board' : 'board small'}
      role={cursor ? 'grid' : 'table'}
      aria-label={label}
      aria-activedescendant={cursor ? cursorId : undefined}
      tabIndex={cursor ? 0 : undefined}
      onKeyDown={heard.onKeyDown}
    >
      <div className="board-lines" aria-hidden="true">
        {axis.lines.map((minute) => (
          <i key={minute} style={{ left: `${percentAt(axis, minute)}%` }} />
        ))}
        {betweenShifts.map((minute) => (
          <i key={minute} className="shift" style={{ left: `${percentAt(axis, minute)}%` }} />
        ))}
        {board.nowMinute !== null && board.nowMinute < axis.to && (
          <i className="now" style={{ left: `${percentAt(axis, board.nowMinute)}%` }} />
        )}
      </div>
      <BoardHead axis={axis} />
      {board.channels.map((channel) => {
        const own = byChannel.get(channel.channel) ?? none
        const isHere = cursor?.channel === channel.channel
        return (
          <BoardRow
            key={channel.channel}
            board={board}
            axis={axis}
            channel={channel}
            openings={own}
            plan={plan}
            gaps={gaps.filter((gap) => isAbout(gap, channel, own, now))}
            flagged={flagged}
            cursor={isHere ? cursor.minute : null}
            selected={isHere ? selected : null}
            cursorId={cursorId}
            isRead={cursor === null}
            refusal={
              refusal?.channel === channel.channel
                ? { minute: refusal.minute, text: refusalWords(words, board, refusal.error) }
                : null
            }
            {...(heard.onPointerDown && { onPointerDown: heard.onPointerDown })}
          />
        )
      })}
      {heard.children}
    </div>
  )
}

/** Whether a gap is about a channel: one that could be open that way and is not open the other way then. */
function isAbout(
  gap: BoardGap,
  channel: BoardNow['board']['channels'][number],
  own: readonly Opening[],
  { plan }: BoardNow,
): boolean {
  if (channel.kind !== gap.kind || !channel.directions.includes(gap.direction)) return false
  return !own.some(
    (each) =>
      each.plan === plan &&
      each.direction !== gap.direction &&
      each.startsMinute < gap.to &&
      gap.from < (each.endsMinute ?? Number.POSITIVE_INFINITY),
  )
}
