import { z } from 'zod'
import { LocalDate, WorkingDate } from '../dates.ts'
import { Code, Names } from '../words.ts'
import { command, query, Receipt } from './operation.ts'

/** Most characters of one note. */
export const longestNote = 2_000

/** A shift by the date that it began on; `day` at a checkpoint that counts by day. */
const ShiftPlace = { checkpoint: Code, date: WorkingDate, shift: Code }

const NoteId = z.uuid()

/** Line breaks are kept; what is empty, too long or holds other control characters is refused in words of its own. */
const NoteText = z.string()

/** `names` as on its date; null for the day itself, which has none. */
const ShiftOfNote = z.strictObject({ date: LocalDate, shift: Code, names: Names.nullable() })

const ShiftNote = z.strictObject({
  id: NoteId,
  text: z.string(),
  /** The shift that it was written in. */
  from: ShiftOfNote,
  /** An open item is carried forward until a shift settles it. */
  openItem: z.boolean(),
  settledIn: ShiftOfNote.nullable(),
})
export type ShiftNote = z.infer<typeof ShiftNote>

const ShiftNotes = z.strictObject({
  /** Open items of earlier shifts that none before this one settled, oldest first. */
  carried: z.array(ShiftNote),
  /** The shift's own, in the order in which they were written; of a day that is made up of shifts, those of all of them. */
  own: z.array(ShiftNote),
  /** False for a signed shift, for a day made up of shifts and for one that is still to come. */
  editable: z.boolean(),
})
export type ShiftNotes = z.infer<typeof ShiftNotes>

export const notesContract = {
  /** The notes of one shift (or of `day`), and the open items that it takes over. */
  readNotes: query(z.strictObject(ShiftPlace), ShiftNotes),
  /** Writes a note of a shift, as an open item where it is to be carried forward. */
  writeNote: command(z.strictObject({ ...ShiftPlace, text: NoteText, openItem: z.boolean() }), Receipt),
  /** Changes a note in its own shift; `was` guards against writing over what somebody else wrote meanwhile. */
  changeNote: command(
    z.strictObject({ note: NoteId, was: NoteText, text: NoteText, openItem: z.boolean() }),
    Receipt,
  ),
  /** Settles an open item in the shift that is given: its own, or one that it was carried to. */
  settleItem: command(z.strictObject({ note: NoteId, date: WorkingDate, shift: Code }), Receipt),
  /** Makes a settled item open again, to be carried on. */
  reopenItem: command(z.strictObject({ note: NoteId }), Receipt),
  /** Removes a note from its own shift. */
  removeNote: command(z.strictObject({ note: NoteId }), Receipt),
}
