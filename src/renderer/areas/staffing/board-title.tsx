import { useWords } from '../../lib/use-words.ts'
import type { BoardNow } from './board/board-actions.ts'
import { NeedLine } from './need/need-line.tsx'
import type { BoardNeed } from './need/use-board-need.ts'

interface BoardTitleProps {
  now: Pick<BoardNow, 'board'>
  minute: number
  need: Pick<BoardNeed, 'worst' | 'queues'> | null
}

/** What stands above a board: how many channels are in service at a minute, and whether those that are open are enough. */
export function BoardTitle({ now, minute, need }: BoardTitleProps) {
  const { t, number } = useWords()
  const { channels } = now.board
  const out = channels.filter(({ outages }) => outages.some(({ from, to }) => from <= minute && minute < to))
  return (
    <h2 className="board-title" aria-live="polite">
      {t('board.title')}{' '}
      <em>
        {t('board.inService', { number: number(channels.length - out.length), all: number(channels.length) })}
      </em>{' '}
      {need && <NeedLine worst={need.worst} queues={need.queues} />}
    </h2>
  )
}
