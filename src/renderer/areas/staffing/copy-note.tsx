import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { ErrorReport } from '../../../shared/errors.ts'
import { clockSpan } from '../../lib/clock.ts'
import { useStore } from '../../lib/store.ts'
import { useWords } from '../../lib/use-words.ts'
import { KeyHint } from '../../ui/key-hint.tsx'
import { refusalWords } from './board/board-words.ts'
import type { ShownBoard } from './board-source.ts'
import { copyNews, copyPlan } from './copy-plan.ts'

/** What became of a copied plan; where it would replace something it asks, by one key. */
export function CopyNote({ shown, onDone }: { shown: ShownBoard; onDone(): void }) {
  const words = useWords()
  const { t, number, name } = words
  const news = useStore(copyNews)
  const answer = useRef<HTMLButtonElement>(null)
  const { checkpoint, date, shift } = shown.place
  const place = `${checkpoint} ${date} ${shift}`

  // Of another board it says nothing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place alone decides
  useEffect(() => () => copyNews.set(null), [place])
  useEffect(() => {
    if (news?.kind === 'asks') answer.current?.focus()
  }, [news])

  if (!news) return null
  function close(): void {
    copyNews.set(null)
    onDone()
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return
    event.preventDefault()
    close()
  }
  if (news.kind === 'asks') {
    const replace = () => {
      void copyPlan(news.copy, true)
      onDone()
    }
    return (
      <div className="board-note asks" role="alert" onKeyDown={onKeyDown}>
        {words.error(news.error)}
        <button ref={answer} type="button" onClick={replace}>
          {t('board.replace')} <KeyHint>{t('keys.enter')}</KeyHint>
        </button>
        <button type="button" onClick={close}>
          {t('board.keep')} <KeyHint>{t('keys.escape')}</KeyHint>
        </button>
      </div>
    )
  }
  if (news.kind === 'refused') {
    return (
      <div className="board-note bad" role="alert">
        {words.error(news.error)}
      </div>
    )
  }
  const channelName = (code: string) => {
    const channel = shown.board.channels.find((each) => each.channel === code)
    return channel ? name(channel.names) : code
  }
  return (
    <div className="board-note" role="status">
      {t('board.copied', { number: number(news.copied) })}
      {news.leftOut.length > 0 && (
        <>
          {' '}
          <b>{t('board.leftOut', { number: number(news.leftOut.length) })}</b>
          <ul>
            {news.leftOut.map(({ channel, startsMinute, endsMinute, refusal }) => (
              <li key={`${channel} ${startsMinute}`}>
                {t('board.leftOutOne', {
                  channel: channelName(channel),
                  times: clockSpan(startsMinute, endsMinute),
                  why: refusalWords(words, shown.board, refusal as ErrorReport),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
