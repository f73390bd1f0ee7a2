import type { ShiftNote, ShiftNotes } from '../../../shared/contract/notes.ts'
import type { QueryContext } from '../../book/handlers.ts'
import { today } from '../reference/describe-port.ts'
import { namesOn } from '../reference/names.ts'
import { type Checkpoint, holdsOn, type PortModel, portModel } from '../reference/port-model.ts'
import { shiftsBeginningOn } from '../reference/shift-periods.ts'
import { shiftState } from '../reference/shift-state.ts'
import { itemsOpenOn, notesOfShifts, type StoredNote, settlingOf } from './notes.sql.ts'
import { checkpointOf, compareShifts, type ShiftPlace, wholeDay } from './shift-order.ts'

/** The notes of one shift, or of the shifts of a day, and the open items that they take over. */
export function readNotes(
  { db, now }: QueryContext,
  input: { checkpoint: string; date: string; shift: string },
): ShiftNotes {
  const port = portModel(db)
  const checkpoint = checkpointOf(port, input.checkpoint)
  const shifts = shiftsBeginningOn(checkpoint, input.date)
  const ofAll = input.shift === wholeDay && shifts.length > 0
  const asShown = (note: StoredNote): ShiftNote => shownNote(port, checkpoint, note)
  const own = notesOfShifts(db, input.checkpoint, input.date, input.date)
    .filter((note) => ofAll || note.shift === input.shift)
    .sort((a, b) => compareShifts(checkpoint, a, b))
  // A day takes over what its first shift does.
  const taking = ofAll ? { date: input.date, shift: shifts[0]?.code ?? wholeDay } : input
  const carried = itemsOpenOn(db, input.checkpoint, input.date).filter((note) => {
    const settled = settlingOf(note)
    const isOwn = ofAll && note.date === input.date
    return (
      !isOwn &&
      compareShifts(checkpoint, note, taking) < 0 &&
      (settled === null || compareShifts(checkpoint, settled, taking) >= 0)
    )
  })
  return {
    carried: carried.map(asShown),
    own: own.map(asShown),
    editable:
      !ofAll &&
      input.date <= today(port, now) &&
      holdsOn(checkpoint, input.date) &&
      shiftState(db, input.checkpoint, input.date, input.shift) === 'open',
  }
}

function shownNote(port: PortModel, checkpoint: Checkpoint, note: StoredNote): ShiftNote {
  const named = ({ date, shift }: ShiftPlace) => {
    const names = namesOn(port, 'shift', `${checkpoint.code}/${shift}`, date)
    return { date, shift, names: Object.keys(names).length > 0 ? names : null }
  }
  const settled = settlingOf(note)
  return {
    id: note.id,
    text: note.text,
    from: named(note),
    openItem: note.openItem === 1,
    settledIn: settled && named(settled),
  }
}
