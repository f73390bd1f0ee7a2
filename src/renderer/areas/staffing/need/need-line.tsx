import type { ChannelsNeeded } from '../../../../shared/contract/channels-needed.ts'
import { clockOf } from '../../../lib/clock.ts'
import { useWords, type Words } from '../../../lib/use-words.ts'
import type { QueueGap } from './use-board-need.ts'

interface NeedLineProps {
  worst: QueueGap | null
  queues: ChannelsNeeded['queues']
}

/** The answer in one line: what lacks the most, that it is enough, or that nobody can be expected. */
export function NeedLine({ worst, queues }: NeedLineProps) {
  const words = useWords()
  const { t } = words
  if (worst) return <b className="lacks">{gapWords(words, worst)}</b>
  const isKnown = queues.some(({ arrivals }) => arrivals.count !== null)
  return <span className="enough">{t(isKnown ? 'need.enough' : 'need.unknown')}</span>
}

/** `4 manual entry channels needed from 10:15, 2 open`. */
export function gapWords({ t, number }: Words, worst: QueueGap): string {
  return t(worst.needed === 1 ? 'need.answerOne' : 'need.answer', {
    needed: number(worst.needed),
    kind: t(`board.kinds.${worst.kind}`),
    direction: t(`directionsInText.${worst.direction}`),
    from: clockOf(worst.from),
    to: clockOf(worst.to, true),
    open: number(worst.open),
  })
}
