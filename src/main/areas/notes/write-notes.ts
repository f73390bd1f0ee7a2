import { v7 as uuidv7 } from 'uuid'
import type { Receipt } from '../../../shared/contract/operation.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Connection } from '../../book/connection.ts'
import { type CommandContext, receiptOf } from '../../book/handlers.ts'
import type { Row } from '../../book/journal.ts'
import { today } from '../reference/describe-port.ts'
import { portModel } from '../reference/port-model.ts'
import { assertShiftOpen } from '../reference/shift-state.ts'
import { noteText } from './note-text.ts'
import { type StoredNote, selectNote, settlingOf } from './notes.sql.ts'
import { assertShiftExists, checkpointOf, compareShifts, type ShiftPlace } from './shift-order.ts'

/** @throws AppError unknown-checkpoint, unknown-shift, date-ahead, shift-signed, note-empty, note-too-long, note-unreadable */
export function writeNote(
  { db, now, batch }: CommandContext,
  input: { checkpoint: string; date: string; shift: string; text: string; openItem: boolean },
): Receipt {
  const port = portModel(db)
  const { checkpoint, date, shift } = input
  assertShiftExists(checkpointOf(port, checkpoint), input, today(port, now))
  assertShiftOpen(db, checkpoint, date, shift)
  const text = noteText(input.text)
  batch.put('handover_note', [uuidv7()], { checkpoint, date, shift, text, open_item: input.openItem ? 1 : 0 })
  return receiptOf(batch)
}

/**
 * Changes the text, or whether it is an open item; a settled item that becomes a plain note is settled no longer.
 * @throws AppError unknown-note, note-changed-since, shift-signed, note-empty, note-too-long, note-unreadable
 */
export function changeNote(
  { db, batch }: CommandContext,
  input: { note: string; was: string; text: string; openItem: boolean },
): Receipt {
  const note = ownNote(db, input.note)
  if (note.text !== input.was) throw new AppError('note-changed-since', { note: note.id })
  const text = noteText(input.text)
  const settled = input.openItem ? settlingOf(note) : null
  if (settled === null) assertSettlingOpen(db, note)
  batch.put('handover_note', [note.id], noteRow({ ...note, text, openItem: input.openItem ? 1 : 0 }, settled))
  return receiptOf(batch)
}

/** @throws AppError unknown-note, item-not-open, checkpoint-not-in-service, unknown-shift, date-ahead, shift-signed */
export function settleItem(
  { db, now, batch }: CommandContext,
  input: { note: string; date: string; shift: string },
): Receipt {
  const note = noteOf(db, input.note)
  const port = portModel(db)
  const checkpoint = checkpointOf(port, note.checkpoint)
  const place = { date: input.date, shift: input.shift }
  assertShiftExists(checkpoint, place, today(port, now))
  const before = settlingOf(note)
  const isSame = before?.date === place.date && before.shift === place.shift
  if (note.openItem === 0 || (before && !isSame) || compareShifts(checkpoint, place, note) < 0) {
    throw new AppError('item-not-open', { note: note.id, ...place })
  }
  assertShiftOpen(db, note.checkpoint, place.date, place.shift)
  batch.put('handover_note', [note.id], noteRow(note, place))
  return receiptOf(batch)
}

/** @throws AppError unknown-note, shift-signed where the shift that settled it is signed */
export function reopenItem({ db, batch }: CommandContext, input: { note: string }): Receipt {
  const note = noteOf(db, input.note)
  assertSettlingOpen(db, note)
  batch.put('handover_note', [note.id], noteRow(note, null))
  return receiptOf(batch)
}

/** @throws AppError unknown-note, shift-signed */
export function removeNote({ db, batch }: CommandContext, input: { note: string }): Receipt {
  const note = ownNote(db, input.note)
  assertSettlingOpen(db, note)
  batch.remove('handover_note', [note.id])
  return receiptOf(batch)
}

function noteOf(db: Connection, id: string): StoredNote {
  const note = selectNote(db, id)
  if (!note) throw new AppError('unknown-note', { note: id })
  return note
}

/** A note that may be changed: its own shift is not signed. */
function ownNote(db: Connection, id: string): StoredNote {
  const note = noteOf(db, id)
  assertShiftOpen(db, note.checkpoint, note.date, note.shift)
  return note
}

/** What a signed shift settled stays settled. */
function assertSettlingOpen(db: Connection, note: StoredNote): void {
  const settled = settlingOf(note)
  if (settled) assertShiftOpen(db, note.checkpoint, settled.date, settled.shift)
}

function noteRow(note: StoredNote, settled: ShiftPlace | null): Row {
  return {
    checkpoint: note.checkpoint,
    date: note.date,
    shift: note.shift,
    text: note.text,
    open_item: note.openItem,
    settled_date: settled?.date ?? null,
    settled_shift: settled?.shift ?? null,
  }
}
