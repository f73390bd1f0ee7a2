import type { KeyboardEvent } from 'react'
import { useWords } from '../../../lib/use-words.ts'
import type { SentNote } from './note-drafts.ts'

interface SentItemProps {
  note: SentNote
  onFocus(): void
  onKeyDown(event: KeyboardEvent<HTMLElement>): void
}

/** A note that was written and is not read back yet: one can go to it, and what is asked of it waits. */
export function SentItem({ note: { number, text, openItem, phase }, onFocus, onKeyDown }: SentItemProps) {
  const { t } = useWords()
  return (
    <div
      role="option"
      aria-selected={false}
      aria-busy={phase === 'waiting'}
      className="note"
      data-sent={number}
      data-state={openItem ? 'open' : 'plain'}
      tabIndex={-1}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      <span className="text">{text}</span>
      <small>{phase === 'waiting' ? t('notes.waiting') : openItem && t('notes.open')}</small>
    </div>
  )
}
