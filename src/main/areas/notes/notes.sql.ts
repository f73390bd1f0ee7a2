import type { Connection } from '../../book/connection.ts'
import { prepared } from '../../book/statements.ts'

/** A note as the book keeps it. */
export interface StoredNote {
  id: string
  checkpoint: string
  /** The date that its shift began on. */
  date: string
  shift: string
  text: string
  openItem: 0 | 1
  /** The shift that settled it; null for a plain note and for an item that is still open. */
  settledDate: string | null
  settledShift: string | null
}

/** The shift that settled an item; null for what is not settled. */
export function settlingOf({
  settledDate,
  settledShift,
}: StoredNote): { date: string; shift: string } | null {
  return settledDate === null || settledShift === null ? null : { date: settledDate, shift: settledShift }
}

const columns = `id, checkpoint, date, shift, text, open_item AS openItem,
  settled_date AS settledDate, settled_shift AS settledShift`

export function selectNote(db: Connection, id: string): StoredNote | undefined {
  return prepared<[string], StoredNote>(db, `SELECT ${columns} FROM handover_note WHERE id = ?`).get(id)
}

/**
 * The notes of a checkpoint's shifts that began from one date to another, both included, by date and in the order in
 * which they were written. Ids are made in the order of time.
 */
export function notesOfShifts(db: Connection, checkpoint: string, from: string, to: string): StoredNote[] {
  return prepared<[string, string, string], StoredNote>(
    db,
    `SELECT ${columns} FROM handover_note
     WHERE checkpoint = ? AND date BETWEEN ? AND ? ORDER BY date, id`,
  ).all(checkpoint, from, to)
}

/** Items written on a date or before it that no earlier date settled, by date and in the order in which they were written. */
export function itemsOpenOn(db: Connection, checkpoint: string, date: string): StoredNote[] {
  return prepared<string[], StoredNote>(
    db,
    `SELECT ${columns} FROM handover_note
     WHERE open_item = 1 AND checkpoint = ? AND settled_date IS NULL AND date <= ?
     UNION ALL
     SELECT ${columns} FROM handover_note
     WHERE open_item = 1 AND checkpoint = ? AND settled_date >= ? AND date <= ?
     ORDER BY date, id`,
  ).all(checkpoint, date, checkpoint, date, date)
}
