import type { CrossingsReportInput, ReportNote } from '../../../shared/contract/reports.ts'
import type { Connection } from '../../book/connection.ts'
import { namesOn } from '../reference/names.ts'
import type { Checkpoint, PortModel } from '../reference/port-model.ts'
import { shiftsBeginningOn } from '../reference/shift-periods.ts'
import { type NoteRow, selectItemsOpenOn, selectNotesOn } from './notes.sql.ts'

/**
 * The notes of a shift or of a day's shifts, and the items that were still open then: an item that a later shift
 * settled is open on the report of an earlier one. Longer periods have none.
 */
export function notesOf(
  db: Connection,
  port: PortModel,
  checkpoints: readonly Checkpoint[],
  { kind, date, shift }: CrossingsReportInput,
): ReportNote[] {
  if (kind !== 'shift' && kind !== 'day') return []
  return checkpoints.flatMap((checkpoint) => {
    const place = {
      code: checkpoint.code,
      names: namesOn(port, 'checkpoint', checkpoint.code, date),
    }
    const order = (code: string | null) =>
      shiftsBeginningOn(checkpoint, date).findIndex((each) => each.code === code)
    /** How a moment of this date lies to the report: before it, within, or after. */
    const isBefore = (code: string | null) => shift !== undefined && order(code) < order(shift)
    const isWithin = (code: string | null) => shift === undefined || code === shift
    const noteOf = (row: NoteRow, carried: boolean): ReportNote => ({
      checkpoint: place,
      date: row.date,
      shift: shiftOf(port, checkpoint, row),
      text: row.text,
      state:
        row.openItem === 0
          ? 'note'
          : row.settledDate === date && isWithin(row.settledShift)
            ? 'settled'
            : 'open',
      carried,
    })
    const onDate = selectNotesOn(db, checkpoint.code, date)
    const settledBefore = (row: NoteRow) => row.settledDate === date && isBefore(row.settledShift)
    const carried = [
      ...selectItemsOpenOn(db, checkpoint.code, date),
      ...onDate.filter((row) => row.openItem === 1 && isBefore(row.shift)),
    ]
    return [
      ...onDate.filter((row) => isWithin(row.shift)).map((row) => noteOf(row, false)),
      ...carried.filter((row) => !settledBefore(row)).map((row) => noteOf(row, true)),
    ]
  })
}

function shiftOf(port: PortModel, checkpoint: Checkpoint, { date, shift }: NoteRow): ReportNote['shift'] {
  const known = shiftsBeginningOn(checkpoint, date).find((each) => each.code === shift)
  return known
    ? { code: known.code, names: namesOn(port, 'shift', `${checkpoint.code}/${known.code}`, date) }
    : null
}
