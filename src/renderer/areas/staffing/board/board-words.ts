import type { Board, Opening } from '../../../../shared/contract/staffing.ts'
import type { ErrorReport } from '../../../../shared/errors.ts'
import { clockOf, clockSpan } from '../../../lib/clock.ts'
import type { Words } from '../../../lib/use-words.ts'

type Channel = Board['channels'][number]

/** Who staffs an opening: heads, or staff numbers; null where nobody said. */
export function whoWords({ t, number }: Words, { headCount, duties }: Opening): string | null {
  if (duties.length > 0) return [...new Set(duties.map(({ officer }) => officer))].join(', ')
  if (headCount === null) return null
  if (headCount === 0) return t('board.nobody')
  return headCount === 1 ? t('board.oneOfficer') : t('board.officers', { number: number(headCount) })
}

/** What is written on a bar: `entry · 2 officers`. */
export function barWords(words: Words, opening: Opening): string {
  const { t } = words
  const direction = t(`directionsInText.${opening.direction}`)
  const who = whoWords(words, opening)
  return who === null ? direction : t('board.bar', { direction, who })
}

/** An opening in one line: `entry · 2 officers, 10:00–12:30`. */
export function openingWords(words: Words, opening: Opening): string {
  const times =
    opening.endsMinute === null
      ? words.t('board.openSince', { time: clockOf(opening.startsMinute) })
      : clockSpan(opening.startsMinute, opening.endsMinute)
  return words.t('board.openingLine', { bar: barWords(words, opening), times })
}

/** A channel's kind where its name does not say it already. */
export function kindWords({ t, name }: Words, { names, kind }: Channel): string {
  const word = t(`board.kinds.${kind}`)
  return name(names).toLowerCase().includes(word.toLowerCase()) ? '' : word
}

/** Why the book refused a change: the channels of the board by their names. */
export function refusalWords(
  { error, name }: Words,
  { channels }: Pick<Board, 'channels'>,
  report: ErrorReport,
): string {
  const { channel: code } = report.details
  const channel = channels.find(({ channel }) => channel === code)
  if (!channel) return error(report)
  return error({ ...report, details: { ...report.details, channel: name(channel.names) } })
}

/** What the cursor stands on, for those who listen. */
export function cursorWords(words: Words, channel: Channel, minute: number, opening: Opening | null): string {
  const { t, name } = words
  const out = channel.outages.find(({ from, to }) => from <= minute && minute < to)
  const state = opening ? openingWords(words, opening) : out ? t('board.outOfService') : t('board.notOpen')
  return t('board.cell', {
    channel: name(channel.names),
    kind: t(`board.kinds.${channel.kind}`),
    time: clockOf(minute),
    state,
  })
}
