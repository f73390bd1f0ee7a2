import type { CommandName, InputOf } from '../../../../shared/contract/index.ts'
import type { ShiftNote } from '../../../../shared/contract/notes.ts'
import type { Receipt } from '../../../../shared/contract/operation.ts'
import type { Answer, ErrorReport } from '../../../../shared/errors.ts'
import { call } from '../../../lib/client.ts'
import { save } from '../../../lib/saving.ts'
import { createStore } from '../../../lib/store.ts'
import type { SheetPlace } from '../places.ts'

/** What is done to a note that is there: it waits for its answer, is typed anew, or was refused. */
export interface NoteChange {
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

export function takeNoteAction(action: NoteAction, note: ShiftNote, { date, shift }: SheetPlace): void {
  const { id, text } = note
  const change = (openItem: boolean) => write(note, 'changeNote', { note: id, was: text, text, openItem })
  if (action === 'change') setChange(id, { phase: 'typing', text, was: text, refusal: null })
  else if (action === 'settle') write(note, 'settleItem', { note: id, date, shift })
  else if (action === 'reopen') write(note, 'reopenItem', { note: id })
  else if (action === 'remove') write(note, 'removeNote', { note: id })
  else change(action === 'toOpen')
}

/** Keeps the text that was typed over a note; a refused one is open to be changed again. */
export function keepChange(note: ShiftNote): void {
  const typed = noteChanges.get().get(note.id)
  if (typed?.phase !== 'typing') return
  const { id, openItem } = note
  const { text, was } = typed
  if (text.trim() === was) setChange(id, null)
  else write(note, 'changeNote', { note: id, was, text, openItem }, typed)
}

type NoteCommand = Extract<CommandName, 'changeNote' | 'settleItem' | 'reopenItem' | 'removeNote'>

function write<Name extends NoteCommand>(
  note: ShiftNote,
  operation: Name,
  input: InputOf<Name>,
  typed: NoteChange | null = null,
): void {
  const waiting: NoteChange = typed ?? { phase: 'waiting', text: note.text, was: note.text, refusal: null }
  setChange(note.id, { ...waiting, phase: 'waiting', refusal: null })
  void save(() => call(operation, input) as Promise<Answer<Receipt>>).then((answer) => {
    setChange(note.id, answer.ok ? null : { ...waiting, refusal: answer.error })
  })
}
