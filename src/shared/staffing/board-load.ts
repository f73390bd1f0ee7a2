import type { Board, Opening } from '../contract/staffing.ts'
import type { BoardArrivals } from '../contract/staffing-load.ts'
import { minutesInQuarter } from '../queue/quarter-hours.ts'
import { spanOfOpening } from './board-warnings.ts'
import { type Load, loadOf, OpenTime } from './load.ts'
import type { Span } from './spans.ts'
import type { Plan } from './staffing-words.ts'

/**
 * The load of a board as it is drawn at this moment, by quarter hour: to be called again on every move of the mouse.
 * @param plan whether the planned or the actual openings are to serve what was counted
 */
export function boardLoad(
  board: Pick<Board, 'shifts' | 'channels' | 'openings' | 'nowMinute'>,
  arrivals: Pick<BoardArrivals, 'startsMinute' | 'endsMinute' | 'lines'>,
  plan: Plan,
): Load {
  const { startsMinute, endsMinute } = arrivals
  const quarters = Math.ceil((endsMinute - startsMinute) / minutesInQuarter)
  const open = new OpenTime(startsMinute, quarters, minutesInQuarter)
  const channels = new Map(board.channels.map((channel) => [channel.channel, channel]))
  for (const opening of board.openings) {
    const channel = channels.get(opening.channel)
    if (opening.plan !== plan || !channel) continue
    const span = spanOfOpening(board, opening)
    open.add({
      ...channel,
      direction: opening.direction,
      ...span,
      officerMinutes: officerMinutes(opening, span),
    })
  }
  return loadOf(open, arrivals.lines)
}

/** People × minutes at an opening: named officers where there are any, else its head count; null where nobody said. */
export function officerMinutes(
  { duties, headCount }: Pick<Opening, 'duties' | 'headCount'>,
  span: Span,
): number | null {
  if (duties.length > 0) {
    return duties.reduce((sum, duty) => {
      const to = Math.min(duty.endsMinute ?? span.to, span.to)
      return sum + Math.max(0, to - Math.max(duty.startsMinute, span.from))
    }, 0)
  }
  return headCount === null ? null : headCount * (span.to - span.from)
}
