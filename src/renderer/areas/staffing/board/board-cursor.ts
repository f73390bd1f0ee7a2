import type { Board, Opening } from '../../../../shared/contract/staffing.ts'
import { spanOfOpening } from '../../../../shared/staffing/board-warnings.ts'
import type { Plan } from '../../../../shared/staffing/staffing-words.ts'

/** Where the cursor of a board stands: a channel and a minute; the opening there is the one that keys act on. */
export interface BoardCursor {
  channel: string
  minute: number
}

export type CursorMove =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'edge-before'
  | 'edge-after'
  | 'row-start'
  | 'row-end'
  | 'first'
  | 'last'
  | 'now'

/** Minutes that an arrow moves. */
export const cursorStep = 15

type CursorBoard = Pick<Board, 'startsMinute' | 'endsMinute' | 'channels' | 'shifts' | 'nowMinute'>

const lastMinute = ({ startsMinute, endsMinute }: CursorBoard): number =>
  Math.max(startsMinute, Math.ceil(endsMinute / cursorStep) * cursorStep - cursorStep)

/** A cursor that lies on the board: the wanted one, moved in; null where there are no channels. */
export function cursorOn(board: CursorBoard, wanted: BoardCursor | null): BoardCursor | null {
  const { channels, startsMinute, nowMinute } = board
  const channel = channels.find((each) => each.channel === wanted?.channel) ?? channels[0]
  if (!channel) return null
  const minute = wanted?.minute ?? nowMinute ?? startsMinute
  return { channel: channel.channel, minute: Math.min(Math.max(minute, startsMinute), lastMinute(board)) }
}

/** The opening of a plan at a channel's minute; at a minute where one ends and another begins, the one that begins. */
export function openingAt(
  board: Pick<Board, 'shifts' | 'nowMinute'>,
  openings: readonly Opening[],
  plan: Plan,
  { channel, minute }: BoardCursor,
): Opening | null {
  const found = openings.find((each) => {
    if (each.channel !== channel || each.plan !== plan) return false
    const { from, to } = spanOfOpening(board, each)
    return from <= minute && (minute < to || from === to)
  })
  return found ?? null
}

/** Where a move leads. */
export function movedCursor(
  board: CursorBoard,
  openings: readonly Opening[],
  plan: Plan,
  from: BoardCursor,
  move: CursorMove,
): BoardCursor {
  const { channels, startsMinute } = board
  const at = channels.findIndex((each) => each.channel === from.channel)
  const row = (index: number): BoardCursor => ({
    ...from,
    channel: channels[Math.min(Math.max(index, 0), channels.length - 1)]?.channel ?? from.channel,
  })
  const to = (minute: number): BoardCursor => ({
    ...from,
    minute: Math.min(Math.max(minute, startsMinute), lastMinute(board)),
  })
  const edges = openings
    .filter((each) => each.channel === from.channel && each.plan === plan)
    .flatMap((each) => {
      const span = spanOfOpening(board, each)
      return [span.from, span.to]
    })
    .sort((a, b) => a - b)
  switch (move) {
    case 'up':
      return row(at - 1)
    case 'down':
      return row(at + 1)
    case 'left':
      return to(Math.ceil(from.minute / cursorStep) * cursorStep - cursorStep)
    case 'right':
      return to(Math.floor(from.minute / cursorStep) * cursorStep + cursorStep)
    case 'edge-before':
      return to(edges.findLast((edge) => edge < from.minute) ?? startsMinute)
    case 'edge-after':
      return to(edges.find((edge) => edge > from.minute) ?? lastMinute(board))
    case 'row-start':
      return to(startsMinute)
    case 'row-end':
      return to(lastMinute(board))
    case 'first':
      return { ...row(0), minute: startsMinute }
    case 'last':
      return { ...row(channels.length - 1), minute: lastMinute(board) }
    case 'now':
      return board.nowMinute === null ? from : to(board.nowMinute)
  }
}
