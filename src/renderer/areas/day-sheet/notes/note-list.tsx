import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import type { ShiftNote } from '../../../../shared/contract/notes.ts'
import { pause } from '../../../lib/pause.ts'
import type { SheetPlace } from '../../../lib/places.ts'
import { useStore } from '../../../lib/store.ts'
import { useWords, type Words } from '../../../lib/use-words.ts'
import { isComposing } from '../../../ui/grid/grid-keys.ts'
import { press } from '../../../ui/press-key.ts'
import {
  actionsOn,
  keepChange,
  type NoteAction,
  noteChanges,
  noteNow,
  setChange,
  takeNoteAction,
} from './note-changes.ts'
import type { SentNote } from './note-drafts.ts'
import { NoteField } from './note-field.tsx'
import { NoteItem, noteAction } from './note-item.tsx'
import { NoteKeys } from './note-keys.tsx'
import { intoSheet } from './notes-focus.ts'
import { SentItem } from './sent-item.tsx'

interface NoteListProps {
  notes: readonly ShiftNote[]
  /** Notes that were written here and are not read back yet. */
  sent: readonly SentNote[]
  place: SheetPlace
  editable: boolean
  label: string
  /** ↓ on the last note. */
  onBelow(): void
}

/** The notes that are there: arrows go from one to the next, a key does what its line tells. */
export function NoteList({ notes, sent, place, editable, label, onBelow }: NoteListProps) {
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
  const items = useRef<HTMLDivElement>(null)
  /** The note on its way that has the focus, and the keys that were pressed on it. */
  const onSent = useRef<{ note: SentNote; keys: readonly KeyboardEvent['nativeEvent'][] } | null>(null)
  const active = notes[at] && now(notes[at])
  const actions = active ? actionsOn(active, place, editable) : []

  // The note that is read back takes the focus of the one that was sent, and what was asked of that.
  useLayoutEffect(() => {
    const asked = onSent.current
    if (!asked || sent.some(({ number }) => number === asked.note.number)) return
    onSent.current = null
    const text = asked.note.text.trim()
    const read = notes.findLast((note) => note.text === text && isOfShift(note, place))
    const hadFocus = document.activeElement === document.body
    if (hadFocus && read) items.current?.querySelector<HTMLElement>(`[data-note="${read.id}"]`)?.focus()
    else if (hadFocus) onBelow()
    const [first, ...others] = asked.keys
    // One that was refused is a draft again: what was typed behind F2 belongs to it.
    if (!read && hadFocus && first && noteAction(first, ['change'])) void pressAll(others)
    const action = read && first && noteAction(first, actionsOn(read, place, editable))
    if (action && hadFocus) {
      act(action, read)
      void pressAll(others)
    } else if (action && action !== 'change') takeNoteAction(action, read, place)
  })

  function act(action: NoteAction, note: ShiftNote): void {
    const options = [...(items.current?.querySelectorAll<HTMLElement>('[role=option]') ?? [])]
    const here = options.findIndex((option) => option.dataset.note === note.id)
    // The note goes away: the one after it, or the field, takes the focus.
    if (items.current && action === 'remove') focus(items.current, here + 1)
    takeNoteAction(action, note, place)
  }

  function onSentKeyDown(event: KeyboardEvent<HTMLElement>, note: SentNote): void {
    const { nativeEvent: key } = event
    if (isComposing(key) || key.key === 'Tab' || key.ctrlKey || key.metaKey || key.altKey) return
    const before = onSent.current?.keys ?? []
    // What is typed behind the first thing asked, such as a text behind F2, waits with it.
    const waits = before.length > 0 || noteAction(key, everyAction) !== null
    if (waits) onSent.current = { note, keys: [...before, key] }
    if (waits || goes(event)) event.preventDefault()
  }

  /** Whether the key leads to another note, the field or the sheet. */
  function goes({ key, currentTarget }: KeyboardEvent<HTMLElement>): boolean {
    const list = items.current
    const here = [...(list?.querySelectorAll('[role=option]') ?? [])].indexOf(currentTarget)
    if (list && key === 'ArrowDown') focus(list, here + 1)
    else if (list && key === 'ArrowUp') focus(list, here - 1)
    else if (key === 'Escape') intoSheet.get()?.()
    else return false
    return true
  }

  function focus(list: Element, index: number): void {
    const items = list.querySelectorAll<HTMLElement>('[role=option]')
    if (index >= items.length) onBelow()
    else items[Math.max(0, index)]?.focus()
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>, note: ShiftNote): void {
    if (changes.get(note.id)?.refusal) setChange(note.id, null)
    const action = noteAction(event.nativeEvent, actionsOn(note, place, editable))
    if (action) act(action, note)
    else if (!goes(event)) return
    event.preventDefault()
  }

  return (
    <div className="keyed">
      <div role="listbox" aria-label={label} className="note-list" ref={items}>
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
        {sent.map((note) => (
          <SentItem
            key={note.number}
            note={note}
            onFocus={() => {
              onSent.current = { note, keys: [] }
            }}
            onKeyDown={(event) => onSentKeyDown(event, note)}
          />
        ))}
      </div>
      {active && actions.length > 0 && (
        <NoteKeys keys={actions.map((action) => actionKey(words, action, active, place))} />
      )}
    </div>
  )
}

/** Presses keys that have waited, once what the first of them did is on the screen. */
async function pressAll(keys: readonly KeyboardEvent['nativeEvent'][]): Promise<void> {
  await pause(0)
  for (const key of keys) press(key)
}

const everyAction: readonly NoteAction[] = ['change', 'settle', 'reopen', 'toOpen', 'toPlain', 'remove']

const isOfShift = ({ from }: ShiftNote, { date, shift }: SheetPlace): boolean =>
  from.date === date && from.shift === shift

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
