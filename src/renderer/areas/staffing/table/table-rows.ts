import type { Opening } from '../../../../shared/contract/staffing.ts'
import { formatDifference } from '../../../../shared/format.ts'
import { spanOfOpening } from '../../../../shared/staffing/board-warnings.ts'
import { commonSpan, minutesOf } from '../../../../shared/staffing/spans.ts'
import type { Words } from '../../../lib/use-words.ts'
import type { BoardNow } from '../board/board-actions.ts'
import { openingWords } from '../board/board-words.ts'
import { dutiesText, timesText } from '../typed-openings.ts'
import type { TypedRow } from './typed-rows.ts'

/** An opening as a line of the table. */
export interface RowFacts {
  opening: Opening
  /** What stands in its cells, as it can be typed again. */
  typed: TypedRow
  /** The line in words, for those who listen. */
  line: string
  /** What was meant beside what was, or the reverse, with the difference in minutes. */
  compared: string
}

/** The openings of the plan that is written, by channel and time. */
export function rowsOf(words: Words, { board, openings, plan }: BoardNow): RowFacts[] {
  const { t, name, language } = words
  const order = new Map(board.channels.map(({ channel }, index) => [channel, index]))
  const own = openings
    .filter((each) => each.plan === plan)
    .sort(
      (a, b) => (order.get(a.channel) ?? 0) - (order.get(b.channel) ?? 0) || a.startsMinute - b.startsMinute,
    )
  const others = openings.filter((each) => each.plan !== plan)
  return own.map((opening) => {
    const channel = board.channels.find((each) => each.channel === opening.channel)
    const called = channel ? name(channel.names) : opening.channel
    const span = spanOfOpening(board, opening)
    const beside = others.filter(
      (each) =>
        each.channel === opening.channel &&
        each.direction === opening.direction &&
        commonSpan(span, spanOfOpening(board, each)) !== null,
    )
    const difference = minutesOf([span]) - minutesOf(beside.map((each) => spanOfOpening(board, each)))
    return {
      opening,
      typed: {
        channel: called,
        direction: t(`directions.${opening.direction}`),
        times: timesText(opening),
        who:
          opening.duties.length > 0
            ? dutiesText(words, opening.duties, opening)
            : opening.headCount === null
              ? ''
              : String(opening.headCount),
      },
      line: t('openings.line', { channel: called, opening: openingWords(words, opening) }),
      compared:
        beside.length === 0
          ? t('board.panel.none')
          : t('openings.difference', {
              times: beside.map(timesText).join(', '),
              minutes: formatDifference(difference, language),
            }),
    }
  })
}
