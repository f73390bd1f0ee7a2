import type { CommandName, InputOf } from '../../../../shared/contract/index.ts'
import type { ShiftNote } from '../../../../shared/contract/notes.ts'
import type { Receipt } from '../../../../shared/contract/operation.ts'
import type { Answer, ErrorReport } from '../../../../shared/errors.ts'
import { call } from '../../../lib/client.ts'
import type { SheetPlace } from '../../../lib/places.ts'
import { save } from '../../../lib/saving.ts'
import { createStore } from '../../../lib/store.ts'
import { placeKey } from './note-drafts.ts'

/** What is done to a note that is there: it waits for its answer, is typed anew, or was refused. */
export interface NoteChange {
  /** The sheet on which it is done. */
  place: SheetPlace
  phase: 'typing' | 'waiting'
  text: string
  /** What the note said when its changing began. */
  was: string
  refusal: ErrorReport | null
}

/** By the note's id, until the notes have been read again. */
export const noteChanges = createStore<ReadonlyMap<string, NoteChange>>(new Map())

export type NoteAction = 'change' | 'settle' | 'reopen' | 'toOpen' | 'toPlain' | 'remove'

/** What can be done to a note on the sheet of a shift, with what its keys are. */
export function actionsOn(note: ShiftNote, place: SheetPlace, editable: boolean): NoteAction[] {
  if (!editable) return []
  const isOwn = note.from.date === place.date && note.from.shift === place.shift
  const settledHere = note.settledIn?.date === place.date && note.settledIn.shift === place.shift
  return [
    ...(note.openItem && !note.settledIn ? (['settle'] as const) : []),
    ...(settledHere ? (['reopen'] as const) : []),
    ...(isOwn && !note.settledIn ? ([note.openItem ? 'toPlain' : 'toOpen', 'change'] as const) : []),
    ...(isOwn && (!note.settledIn || settledHere) ? (['remove'] as const) : []),
  ]
}

export function setChange(id: string, change: NoteChange | null): void {
  const next = new Map(noteChanges.get())
  if (change) next.set(id, change)
  else next.delete(id)
  noteChanges.set(next)
}

export function takeNoteAction(action: NoteAction, note: ShiftNote, place: SheetPlace): void {
  const { id, text } = note
  const { date, shift } = place
  const waiting: NoteChange = { place, phase: 'waiting', text, was: text, refusal: null }
  const change = (openItem: boolean) => write(waiting, 'changeNote', { note: id, was: text, text, openItem })
  if (action === 'change') setChange(id, { ...waiting, phase: 'typing' })
  else if (action === 'settle') write(waiting, 'settleItem', { note: id, date, shift })
  else if (action === 'reopen') write(waiting, 'reopenItem', { note: id })
  else if (action === 'remove') write(waiting, 'removeNote', { note: id })
  else change(action === 'toOpen')
}

/** Keeps the text that was typed over a note; a refused one is open to be changed again. */
export function keepChange(note: ShiftNote): void {
  const typed = noteChanges.get().get(note.id)
  if (typed?.phase !== 'typing') return
  const { id, openItem } = note
  const { text, was } = typed
  if (text.trim() === was) setChange(id, null)
  else write(typed, 'changeNote', { note: id, was, text, openItem })
}

type NoteCommand = Extract<CommandName, 'changeNote' | 'settleItem' | 'reopenItem' | 'removeNote'>

function write<Name extends NoteCommand>(change: NoteChange, operation: Name, input: InputOf<Name>): void {
  setChange(input.note, { ...change, phase: 'waiting', refusal: null })
  void save(() => call(operation, input) as Promise<Answer<Receipt>>).then((answer) => {
    setChange(input.note, answer.ok ? null : { ...change, refusal: answer.error })
  })
}

/**
 * Forgets what was being done to notes of a sheet that are not there any more.
 * @param there the ids of the notes that have been read
 * @returns the texts that were typed over them and are not saved
 */
export function takeOrphans(place: SheetPlace, there: ReadonlySet<string>): string[] {
  return [...noteChanges.get()].flatMap(([id, change]) => {
    const isDone = change.phase === 'typing' || change.refusal !== null
    if (there.has(id) || !isDone || placeKey(change.place) !== placeKey(place)) return []
    setChange(id, null)
    return change.text.trim() === change.was ? [] : [change.text]
  })
}
