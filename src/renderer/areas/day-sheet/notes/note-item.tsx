import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import type { ShiftNote } from '../../../../shared/contract/notes.ts'
import type { SheetPlace } from '../../../lib/places.ts'
import { useWords } from '../../../lib/use-words.ts'
import type { KeyPress } from '../../../ui/grid/grid-keys.ts'
import { reportWords } from '../cell-words.ts'
import type { NoteAction, NoteChange } from './note-changes.ts'
import { stateWords } from './note-words.ts'

interface NoteItemProps {
  note: ShiftNote
  place: SheetPlace
  change: NoteChange | null
  active: boolean
  changed: RefObject<string | null>
  onFocus(): void
  onKeyDown(event: KeyboardEvent<HTMLElement>): void
}

/** A note that is there, with what state it is in. */
export function NoteItem({ note, place, change, active, changed, onFocus, onKeyDown }: NoteItemProps) {
  const words = useWords()
  const isOwn = note.from.date === place.date && note.from.shift === place.shift
  const state = stateWords(words, note, isOwn)
  const waits = change?.phase === 'waiting' && change.refusal === null
  const item = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (changed.current !== note.id) return
    changed.current = null
    item.current?.focus()
  }, [changed, note.id])
  return (
    <div
      ref={item}
      role="option"
      aria-selected={active}
      aria-busy={waits}
      className="note"
      data-note={note.id}
      data-state={note.settledIn ? 'settled' : note.openItem ? 'open' : 'plain'}
      tabIndex={active ? 0 : -1}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      <span className="text">{change?.refusal ? change.text : note.text}</span>
      {waits ? <small>{words.t('notes.waiting')}</small> : state && <small>{state}</small>}
      {change?.refusal && (
        <p className="bad" role="alert">
          {reportWords(words, change.refusal)}
        </p>
      )}
    </div>
  )
}

/** Which of the actions a key takes; letters by the place of the key. */
export function noteAction(press: KeyPress, actions: readonly NoteAction[]): NoteAction | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.shiftKey) return null
  const wanted = (Object.keys(keysOf) as NoteAction[]).filter((action) => keysOf[action](press))
  return wanted.find((action) => actions.includes(action)) ?? null
}

const keysOf: Record<NoteAction, (press: KeyPress) => boolean> = {
  settle: ({ code }) => code === 'KeyS',
  reopen: ({ code }) => code === 'KeyS',
  toOpen: ({ code }) => code === 'KeyO',
  toPlain: ({ code }) => code === 'KeyO',
  change: ({ key }) => key === 'F2' || key === 'Enter',
  remove: ({ key }) => key === 'Delete',
}
