import type { Board, BoardWarning, Opening } from '../contract/staffing.ts'
import { commonSpan, joined, minutesOf, type Span, without } from './spans.ts'
import { endOf, needsSomebody } from './staffing-words.ts'

/** What of a board its warnings follow from; the window knows it all, and warns while an opening is still being drawn. */
export type WarnedBoard = Pick<
  Board,
  'shifts' | 'channels' | 'openings' | 'closed' | 'rule' | 'officers' | 'nowMinute'
> & {
  /** Whether the date lies before the port's today. */
  isPast: boolean
}

/** What is worth a second look, by opening and time. Nothing of it refuses anything. */
export function boardWarnings(board: WarnedBoard): BoardWarning[] {
  const seen = board.openings.map((opening) => ({ opening, span: spanOfOpening(board, opening) }))
  return [
    ...seen.flatMap((each) => warningsOfOpening(board, each)),
    ...longDutiesOfOfficers(board, seen),
  ].sort(
    (a, b) => a.from - b.from || compare(a.opening, b.opening) || compare(a.officer ?? '', b.officer ?? ''),
  )
}

interface Seen {
  opening: Opening
  span: Span
}

/** The minutes of an opening; without an end up to now, or to the end of its shift once that is over. */
export function spanOfOpening(
  { shifts, nowMinute }: Pick<Board, 'shifts' | 'nowMinute'>,
  opening: Pick<Opening, 'shift' | 'startsMinute' | 'endsMinute'>,
): Span {
  const shift = shifts.find((each) => each.shift === opening.shift)
  const last = shift?.endsMinute ?? opening.startsMinute
  const until = nowMinute === null ? last : Math.min(last, Math.max(nowMinute, opening.startsMinute))
  return { from: opening.startsMinute, to: endOf(opening, { from: opening.startsMinute, to: until }) }
}

function warningsOfOpening(board: WarnedBoard, { opening, span }: Seen): BoardWarning[] {
  const channel = board.channels.find((each) => each.channel === opening.channel)
  const warned = (
    warning: BoardWarning['warning'],
    { from, to }: Span,
    officer: string | null = null,
  ): BoardWarning => ({ warning, opening: opening.opening, officer, from, to })
  const all: BoardWarning[] = []
  if (channel && needsSomebody(channel.kind)) {
    for (const alone of minutesWithNobody(board, opening, span)) all.push(warned('nobody', alone))
  }
  for (const outage of channel?.outages ?? []) {
    const common = commonSpan(span, outage)
    if (common) all.push(warned('out-of-service', common))
  }
  for (const closed of board.closed) {
    const common = commonSpan(span, closed)
    if (common) all.push(warned('checkpoint-closed', common))
  }
  const longest = board.rule.longestDutyMinutes
  if (
    longest !== null &&
    opening.duties.length === 0 &&
    opening.headCount === 1 &&
    span.to - span.from > longest
  ) {
    all.push(warned('long-duty', span))
  }
  if (opening.endsMinute === null && isOver(board, opening)) all.push(warned('never-closed', span))
  const others = new Set(opening.duties.map((duty) => duty.officer))
  for (const number of others) {
    const officer = board.officers.find((each) => each.officer === number)
    if (!officer) continue
    const first = opening.duties.find((duty) => duty.officer === number)
    const minutes = { from: first?.startsMinute ?? span.from, to: first?.endsMinute ?? span.to }
    if (channel && first?.role === 'inspector' && !officer.kinds.includes(channel.kind)) {
      all.push(warned('unqualified', minutes, number))
    }
    const hasRota = board.officers.some((each) => each.shifts.includes(opening.shift))
    if (hasRota && officer.team !== null && !officer.shifts.includes(opening.shift)) {
      all.push(warned('off-rota', minutes, number))
    }
  }
  return all
}

function minutesWithNobody({ rule }: WarnedBoard, { duties, headCount }: Opening, span: Span): Span[] {
  if (duties.length > 0) {
    return without(
      span,
      duties.map((duty) => ({ from: duty.startsMinute, to: duty.endsMinute ?? span.to })),
    )
  }
  const isUnstaffed = headCount === 0 || (headCount === null && rule.heads === 'named')
  return isUnstaffed && span.from < span.to ? [span] : []
}

function isOver({ shifts, nowMinute, isPast }: WarnedBoard, opening: Opening): boolean {
  const shift = shifts.find((each) => each.shift === opening.shift)
  if (nowMinute !== null) return shift !== undefined && nowMinute >= shift.endsMinute
  return isPast
}

/** Officers who work on and on, wherever: planned and actual apart. Named after the opening in which the rule is broken. */
function longDutiesOfOfficers({ rule }: WarnedBoard, seen: readonly Seen[]): BoardWarning[] {
  const longest = rule.longestDutyMinutes
  if (longest === null) return []
  const duties = seen.flatMap(({ opening, span }) =>
    opening.duties.map((duty) => ({
      opening,
      who: `${opening.plan} ${duty.officer}`,
      officer: duty.officer,
      span: { from: duty.startsMinute, to: Math.max(duty.endsMinute ?? span.to, duty.startsMinute) },
    })),
  )
  return [...Map.groupBy(duties, (duty) => duty.who).values()].flatMap((own) =>
    joined(own.map((duty) => duty.span))
      .filter((stretch) => minutesOf([stretch]) > longest)
      .flatMap((stretch) => {
        const broken = own.find(
          ({ span }) => span.from <= stretch.from + longest && stretch.from + longest < span.to,
        )
        if (!broken) return []
        const { opening, officer } = broken
        return [{ warning: 'long-duty' as const, opening: opening.opening, officer, ...stretch }]
      }),
  )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
