import { useDeferredValue, useMemo } from 'react'
import type { ChannelsNeeded } from '../../../../shared/contract/channels-needed.ts'
import { needOfBoard } from '../../../../shared/queue/board-queues.ts'
import { type Gap, worstGap } from '../../../../shared/queue/gaps.ts'
import type { QueueNeed } from '../../../../shared/queue/queue-need.ts'
import type { ChannelKind } from '../../../../shared/staffing/staffing-words.ts'
import type { Direction } from '../../../../shared/words.ts'
import { useQuietQuery } from '../../../lib/use-quiet-query.ts'
import type { BoardNow } from '../board/board-actions.ts'

/** A stretch in which channels of a kind lack in a direction. */
export interface QueueGap extends Gap {
  direction: Direction
  kind: ChannelKind
}

/** The need of a board as it is drawn now. */
export interface BoardNeed {
  needs: readonly QueueNeed[]
  gaps: readonly QueueGap[]
  /** The gap that lacks the most channels; null where there is none. */
  worst: QueueGap | null
  queues: ChannelsNeeded['queues']
  serviceTimes: ChannelsNeeded['serviceTimes']
}

/**
 * What the channels of the board lack. Who is expected is asked of the book; what that needs follows here from every
 * change, right after the bar itself is drawn. Null until it is known.
 */
export function useBoardNeed({ board, openings, plan }: BoardNow): BoardNeed | null {
  const { checkpoint, date, shift } = board
  const { output } = useQuietQuery('readChannelsNeeded', { checkpoint, date, shift, plan })
  const drawn = useDeferredValue(openings)
  const queues = output?.queues
  const needs = useMemo(
    () => (queues ? needOfBoard({ ...board, openings: [...drawn] }, queues, plan) : null),
    [board, drawn, queues, plan],
  )
  return useMemo(() => {
    if (!needs || !output) return null
    const gaps = needs.flatMap(({ direction, kind, gaps: own }) =>
      own.map((gap) => ({ ...gap, direction, kind })),
    )
    const { queues: asked, serviceTimes } = output
    return { needs, gaps, worst: worstGap(gaps), queues: asked, serviceTimes }
  }, [needs, output])
}
