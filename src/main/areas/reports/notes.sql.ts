import type { Connection } from '../../book/connection.ts'
import { prepared } from '../../book/statements.ts'

export interface NoteRow {
  date: string
  shift: string
  text: string
  openItem: 0 | 1
  settledDate: string | null
  settledShift: string | null
}

const columns = `date, shift, text, open_item AS openItem, settled_date AS settledDate, settled_shift AS settledShift`

/** What the shifts of a date noted, in the order in which it was written. */
export function selectNotesOn(db: Connection, checkpoint: string, date: string): NoteRow[] {
  return prepared<string[], NoteRow>(
    db,
    `SELECT ${columns} FROM handover_note WHERE checkpoint = ? AND date = ? ORDER BY id`,
  ).all(checkpoint, date)
}

/** Items noted before a date that nobody had settled before it. */
export function selectItemsOpenOn(db: Connection, checkpoint: string, date: string): NoteRow[] {
  return prepared<string[], NoteRow>(
    db,
    `SELECT ${columns} FROM handover_note
     WHERE checkpoint = ? AND open_item = 1 AND date < ? AND (settled_date IS NULL OR settled_date >= ?)
     ORDER BY date, id`,
  ).all(checkpoint, date, date)
}
