import { type KeyboardEvent, useRef, useState } from 'react'
import type { ShiftNote } from '../../../../shared/contract/notes.ts'
import type { SheetPlace } from '../../../lib/places.ts'
import { useStore } from '../../../lib/store.ts'
import { useWords, type Words } from '../../../lib/use-words.ts'
import {
  actionsOn,
  keepChange,
  type NoteAction,
  noteChanges,
  noteNow,
  setChange,
  takeNoteAction,
} from './note-changes.ts'
import { NoteField } from './note-field.tsx'
import { NoteItem, noteAction } from './note-item.tsx'
import { NoteKeys } from './note-keys.tsx'
import { intoSheet } from './notes-focus.ts'

interface NoteListProps {
  notes: readonly ShiftNote[]
  place: SheetPlace
  editable: boolean
  label: string
  /** ↓ on the last note. */
  onBelow(): void
}

/** The notes that are there: arrows go from one to the next, a key does what its line tells. */
export function NoteList({ notes, place, editable, label, onBelow }: NoteListProps) {
  const words = useWords()
  const changes = useStore(noteChanges)
  const [focused, setFocused] = useState<string | null>(null)
  /** The note whose changing has ended by a key: it takes the focus back. */
  const changed = useRef<string | null>(null)
  const at = Math.max(
    0,
    notes.findIndex((note) => note.id === focused),
  )
  const now = (note: ShiftNote) => noteNow(note, changes.get(note.id) ?? null)
  const active = notes[at] && now(notes[at])
  const actions = active ? actionsOn(active, place, editable) : []

  function focus(list: Element, index: number): void {
    const items = list.querySelectorAll<HTMLElement>('[role=option]')
    if (index >= items.length) onBelow()
    else items[Math.max(0, index)]?.focus()
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>, note: ShiftNote): void {
    const list = event.currentTarget.parentElement
    const options = [...(list?.querySelectorAll('[role=option]') ?? [])]
    const here = options.indexOf(event.currentTarget)
    if (changes.get(note.id)?.refusal) setChange(note.id, null)
    const action = noteAction(event.nativeEvent, actionsOn(note, place, editable))
    if (list && event.key === 'ArrowDown') focus(list, here + 1)
    else if (list && event.key === 'ArrowUp') focus(list, here - 1)
    else if (event.key === 'Escape') intoSheet.get()?.()
    else if (action) {
      // The note goes away: the one after it, or the field, takes the focus.
      if (list && action === 'remove') focus(list, here + 1)
      takeNoteAction(action, note, place)
    } else return
    event.preventDefault()
  }

  return (
    <div className="keyed">
      <div role="listbox" aria-label={label} className="note-list">
        {notes.map((note) => {
          const change = changes.get(note.id) ?? null
          if (change?.phase === 'typing') {
            return (
              <NoteField
                key={note.id}
                label={words.t('notes.change')}
                text={change.text}
                refusal={change.refusal}
                autoFocus
                hint={
                  now(note).text === change.was ? null : words.t('notes.meanwhile', { text: now(note).text })
                }
                onType={(text) => {
                  // Whoever goes on after the refusal has seen what the note says now.
                  const was = change.refusal ? now(note).text : change.was
                  setChange(note.id, { ...change, text, was, refusal: null })
                }}
                onEnter={() => {
                  changed.current = note.id
                  keepChange(note)
                }}
                onEscape={() => {
                  changed.current = note.id
                  setChange(note.id, null)
                }}
                onLeave={() => keepChange(note)}
              />
            )
          }
          return (
            <NoteItem
              key={note.id}
              note={now(note)}
              place={place}
              change={change}
              active={note.id === active?.id}
              changed={changed}
              onFocus={() => setFocused(note.id)}
              onKeyDown={(event) => onKeyDown(event, now(note))}
            />
          )
        })}
      </div>
      {active && actions.length > 0 && (
        <NoteKeys keys={actions.map((action) => actionKey(words, action, active, place))} />
      )}
    </div>
  )
}

function actionKey({ t }: Words, action: NoteAction, note: ShiftNote, place: SheetPlace) {
  const run = () => takeNoteAction(action, note, place)
  const keys = {
    settle: 'settle',
    reopen: 'settle',
    toOpen: 'openItem',
    toPlain: 'openItem',
    change: 'f2',
    remove: 'delete',
  } as const
  return { key: t(`keys.${keys[action]}`), does: t(`notes.keys.${action}`), run }
}
