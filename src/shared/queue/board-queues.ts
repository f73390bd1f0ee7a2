import type { Board } from '../contract/staffing.ts'
import { commonSpan, type Span, without } from '../staffing/spans.ts'
import { needsSomebody, type Plan } from '../staffing/staffing-words.ts'
import { channelsNeeded, type QueueInput } from './channels-needed.ts'
import type { QueueNeed } from './queue-need.ts'

/** What of a board the need follows from; the window knows it all while a hand still moves an opening. */
export type NeededBoard = Pick<Board, 'startsMinute' | 'endsMinute' | 'channels' | 'openings' | 'rule'>

/** Who is expected before which channels of a board: everything of a queue but its openings, which the board has. */
export interface BoardQueue extends Omit<QueueInput, 'plan' | 'target'> {
  /** The channels that serve everybody in it, and the e-gates beside them, by code. */
  channels: string[]
  eGates: string[]
}

/** The need of every queue by the openings that are on the board now, as `readChannelsNeeded` answers it. */
export function needOfBoard(board: NeededBoard, queues: readonly BoardQueue[], plan: Plan): QueueNeed[] {
  const span = { from: board.startsMinute, to: board.endsMinute }
  return channelsNeeded(
    span,
    queues.map(({ channels, eGates, ...queue }) => ({
      ...queue,
      target: board.rule.target,
      plan: {
        channels: servingSpans(board, channels, queue.direction, plan),
        eGates: servingSpans(board, eGates, queue.direction, plan),
      },
    })),
  )
}

/** Minutes in which these channels serve a direction: open, not out of service, and with somebody where they need one. */
function servingSpans(
  board: NeededBoard,
  channels: readonly string[],
  direction: QueueInput['direction'],
  plan: Plan,
): Span[] {
  const whole = { from: board.startsMinute, to: board.endsMinute }
  return board.openings.flatMap((opening) => {
    if (opening.plan !== plan || opening.direction !== direction || !channels.includes(opening.channel))
      return []
    const channel = board.channels.find((each) => each.channel === opening.channel)
    if (!channel || (opening.headCount === 0 && needsSomebody(channel.kind))) return []
    const span = commonSpan({ from: opening.startsMinute, to: opening.endsMinute ?? whole.to }, whole)
    return span ? without(span, channel.outages) : []
  })
}
