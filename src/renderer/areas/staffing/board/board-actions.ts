import type { Board, Opening } from '../../../../shared/contract/staffing.ts'
import { spanOfOpening } from '../../../../shared/staffing/board-warnings.ts'
import { mostHeads, type Plan } from '../../../../shared/staffing/staffing-words.ts'
import type { Direction } from '../../../../shared/words.ts'
import type { BoardCursor } from './board-cursor.ts'
import { type BoardEdit, shiftOfMinute } from './board-edits.ts'
import { newOpeningId } from './opening-ids.ts'

/** What keys and mouse act on: the board with its openings as they are now, and which of them are written. */
export interface BoardNow {
  board: Board
  openings: readonly Opening[]
  plan: Plan
}

/** Minutes that an opening has at least, wherever its end is moved to. */
const shortest = 5

const others = ({ openings, plan }: BoardNow, channel: string): Opening[] =>
  openings
    .filter((each) => each.channel === channel && each.plan === plan)
    .sort((a, b) => a.startsMinute - b.startsMinute)

/**
 * Opens a channel at a minute: until the next opening there; where none follows, what is open now has no end yet, and
 * anything else goes to the end of its shift. `to` is an end that was drawn.
 */
export function openingEdit(now: BoardNow, { channel, minute }: BoardCursor, to?: number): BoardEdit | null {
  const { board, plan } = now
  const shift = shiftOfMinute(board, minute)
  if (!shift) return null
  const own = others(now, channel)
  const next = own.find((each) => each.startsMinute >= minute)
  const isRunning = plan === 'actual' && board.nowMinute !== null && board.nowMinute < shift.endsMinute
  const until = Math.min(to ?? next?.startsMinute ?? shift.endsMinute, shift.endsMinute)
  const isOpenEnded = to === undefined && next === undefined && isRunning
  const before = own.findLast((each) => each.startsMinute <= minute)
  return {
    kind: 'open',
    opening: {
      opening: newOpeningId(),
      shift: shift.shift,
      channel,
      plan,
      direction: directionFor(board, channel, before ?? next),
      startsMinute: minute,
      endsMinute: isOpenEnded ? null : until,
      headCount: null,
      duties: [],
    },
  }
}

/** The direction that the channel had or will have beside it, else the first that it can serve. */
function directionFor(board: Board, channel: string, beside: Opening | undefined): Direction {
  const { directions } = board.channels.find((each) => each.channel === channel) ?? {
    directions: [] as Direction[],
  }
  if (beside && directions.includes(beside.direction)) return beside.direction
  return directions[0] ?? 'entry'
}

/** Closes at the minute of the cursor or, at the very start of what is still open, now or with the shift. */
export function closingEdit({ board }: BoardNow, opening: Opening, minute: number): BoardEdit {
  const { to } = spanOfOpening(board, opening)
  const endsMinute = minute > opening.startsMinute ? minute : Math.max(to, opening.startsMinute + shortest)
  return { kind: 'close', opening: opening.opening, endsMinute }
}

/** Moves the end, never to before the start, past the next opening or out of the shift; what has no end gets one. */
export function endEdit(now: BoardNow, opening: Opening, endsMinute: number): BoardEdit | null {
  const shift = shiftOfMinute(now.board, opening.startsMinute)
  const next = others(now, opening.channel).find((each) => each.startsMinute > opening.startsMinute)
  const last = Math.min(next?.startsMinute ?? Number.POSITIVE_INFINITY, shift?.endsMinute ?? endsMinute)
  const wanted = Math.min(Math.max(endsMinute, opening.startsMinute + shortest), last)
  return wanted === opening.endsMinute
    ? null
    : { kind: 'change', opening: opening.opening, change: { endsMinute: wanted } }
}

/** Moves the start, never past the end, into the opening before or out of the shift. */
export function startEdit(now: BoardNow, opening: Opening, startsMinute: number): BoardEdit | null {
  const { to } = spanOfOpening(now.board, opening)
  const shift = shiftOfMinute(now.board, opening.startsMinute)
  const before = others(now, opening.channel).findLast((each) => each.startsMinute < opening.startsMinute)
  const first = Math.max(before?.endsMinute ?? 0, shift?.startsMinute ?? 0)
  const wanted = Math.max(Math.min(startsMinute, Math.max(to, opening.startsMinute) - shortest), first)
  return wanted === opening.startsMinute
    ? null
    : { kind: 'change', opening: opening.opening, change: { startsMinute: wanted } }
}

/** Moves the end by minutes, from where it is drawn. */
export function endByEdit(now: BoardNow, opening: Opening, minutes: number): BoardEdit | null {
  return endEdit(now, opening, spanOfOpening(now.board, opening).to + minutes)
}

/** Turns the channel round at the cursor; at its start, or after an end, the whole opening. */
export function turningEdit({ board }: BoardNow, opening: Opening, minute: number): BoardEdit {
  const { from, to } = spanOfOpening(board, opening)
  const atMinute = minute > from && minute < to ? minute : from
  return { kind: 'reverse', opening: opening.opening, atMinute, newId: newOpeningId() }
}

/** Says how many people staff it; officers that were named give way. */
export function headsEdit({ opening }: Opening, headCount: number): BoardEdit {
  return { kind: 'change', opening, change: { headCount: Math.min(headCount, mostHeads), duties: [] } }
}
