import type { CommandName, InputOf } from '../../../../shared/contract/index.ts'
import type { ShiftNote } from '../../../../shared/contract/notes.ts'
import type { Receipt } from '../../../../shared/contract/operation.ts'
import type { Answer, ErrorReport } from '../../../../shared/errors.ts'
import { call } from '../../../lib/client.ts'
import type { SheetPlace } from '../../../lib/places.ts'
import { save } from '../../../lib/saving.ts'
import { createStore } from '../../../lib/store.ts'
import { placeKey } from './note-drafts.ts'

/** What is done to a note that is there: it is typed anew, waits for its answer, is saved and not read back, or was refused. */
export interface NoteChange {
  /** The sheet on which it is done. */
  place: SheetPlace
  phase: 'typing' | 'waiting' | 'saved'
  text: string
  /** What the note said when its changing began. */
  was: string
  refusal: ErrorReport | null
  /** The note as what was done before makes it, until it is read again; null where it is as it was read. */
  pending: ShiftNote | null
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

/** A note as it is once everything that was done to it here is on disk: what the next key acts on. */
export function noteNow(note: ShiftNote, change: NoteChange | null): ShiftNote {
  return change?.pending ?? note
}

export function takeNoteAction(action: NoteAction, read: ShiftNote, place: SheetPlace): void {
  const before = noteChanges.get().get(read.id) ?? null
  const note = noteNow(read, before)
  const { id, text } = note
  const { date, shift } = place
  const pending = before?.pending ?? null
  const waiting: NoteChange = { place, phase: 'waiting', text, was: text, refusal: null, pending }
  const becomes = (part: Partial<ShiftNote>): NoteChange => ({ ...waiting, pending: { ...note, ...part } })
  const change = (openItem: boolean) =>
    write(becomes({ openItem }), 'changeNote', { note: id, was: text, text, openItem })
  if (action === 'change') setChange(id, { ...waiting, phase: 'typing' })
  else if (action === 'settle') {
    const names = note.from.date === date && note.from.shift === shift ? note.from.names : null
    write(becomes({ settledIn: { date, shift, names } }), 'settleItem', { note: id, date, shift })
  } else if (action === 'reopen') write(becomes({ settledIn: null }), 'reopenItem', { note: id })
  else if (action === 'remove') write(waiting, 'removeNote', { note: id })
  else change(action === 'toOpen')
}

/** Keeps the text that was typed over a note; a refused one is open to be changed again. */
export function keepChange(read: ShiftNote): void {
  const typed = noteChanges.get().get(read.id)
  if (typed?.phase !== 'typing') return
  const note = noteNow(read, typed)
  const { id, openItem } = note
  const { text, was } = typed
  if (text.trim() === was) setChange(id, typed.pending && { ...typed, phase: 'saved', text: was })
  else
    write({ ...typed, pending: { ...note, text: text.trim() } }, 'changeNote', {
      note: id,
      was,
      text,
      openItem,
    })
}

/** The notes as they are on disk, of those that were changed here. */
const written = new WeakSet<ShiftNote>()

type NoteCommand = Extract<CommandName, 'changeNote' | 'settleItem' | 'reopenItem' | 'removeNote'>

function write<Name extends NoteCommand>(change: NoteChange, operation: Name, input: InputOf<Name>): void {
  const id = input.note
  const waiting: NoteChange = { ...change, phase: 'waiting', refusal: null }
  setChange(id, waiting)
  void save(() => call(operation, input) as Promise<Answer<Receipt>>).then((answer) => {
    if (answer.ok && waiting.pending) written.add(waiting.pending)
    const now = noteChanges.get().get(id)
    // What was begun since stays, and the answer to it will tell.
    if (now !== waiting) return
    setChange(
      id,
      answer.ok ? { ...waiting, phase: 'saved' } : { ...change, pending: null, refusal: answer.error },
    )
  })
}

/** Marks what a reading of the notes that begins now will show; the answer forgets those changes. */
export function beginReadingChanges(): () => void {
  const shown = [...noteChanges.get()].filter(([, change]) => isOnDisk(change))
  return () => {
    for (const [id, { pending }] of shown) {
      const now = noteChanges.get().get(id)
      if (now?.pending !== pending) continue
      if (now.phase === 'saved') setChange(id, null)
      else if (now.phase === 'typing') setChange(id, { ...now, pending: null })
    }
  }
}

const isOnDisk = ({ phase, pending }: NoteChange): boolean =>
  phase === 'saved' || (pending !== null && written.has(pending))

/**
 * Forgets what was being done to notes of a sheet that are not there any more.
 * @param there the ids of the notes that have been read
 * @returns the texts that were typed over them and are not saved
 */
export function takeOrphans(place: SheetPlace, there: ReadonlySet<string>): string[] {
  return [...noteChanges.get()].flatMap(([id, change]) => {
    const isUnderWay = change.phase === 'waiting' && change.refusal === null
    if (there.has(id) || isUnderWay || placeKey(change.place) !== placeKey(place)) return []
    setChange(id, null)
    return change.phase === 'saved' || change.text.trim() === change.was ? [] : [change.text]
  })
}
