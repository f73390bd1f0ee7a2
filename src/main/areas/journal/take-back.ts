import type { JournalEntry, Step } from '../../../shared/contract/journal.ts'
import type { Receipt } from '../../../shared/contract/operation.ts'
import { AppError } from '../../../shared/errors.ts'
import { parsePeriod } from '../../../shared/periods.ts'
import { type CommandContext, receiptOf } from '../../book/handlers.ts'
import { assertMinutesNotSigned, assertNotSigned, assertShiftOpen } from '../reference/shift-state.ts'
import { declarationWithNumber, entriesDownwards, readEntry, shiftOfOpening } from './journal.sql.ts'
import { undoSteps } from './undo-steps.ts'

const entriesAtATime = 1_000

/** @throws AppError nothing-to-undo, undo-changed-since, shift-signed */
export function undo(context: CommandContext, input: { batch: number }): Receipt {
  const step = undoSteps(context.db).undo
  if (!step) throw new AppError('nothing-to-undo')
  return takeBack(context, step, input.batch)
}

/** @throws AppError nothing-to-redo, undo-changed-since, shift-signed */
export function redo(context: CommandContext, input: { batch: number }): Receipt {
  const step = undoSteps(context.db).redo
  if (!step) throw new AppError('nothing-to-redo')
  return takeBack(context, step, input.batch)
}

/** Puts back what stood before a batch, last change first; refused where something changed since. */
function takeBack({ db, batch }: CommandContext, step: Step, expected: number): Receipt {
  if (step.batch !== expected) throw new AppError('undo-changed-since', { operation: step.operation })
  batch.takesBack(step.batch)
  let last = step.batch + step.size - 1
  while (last >= step.batch) {
    const entries = entriesDownwards(db, step.batch, last, entriesAtATime).map(readEntry)
    for (const entry of entries) {
      assertUntouched(db, entry, batch.row(entry.entity, entry.key))
      if (entry.before === null) batch.remove(entry.entity, entry.key)
      else batch.put(entry.entity, entry.key, entry.before)
    }
    last -= entries.length
  }
  return receiptOf(batch)
}

function assertUntouched(db: CommandContext['db'], entry: JournalEntry, now: JournalEntry['after']): void {
  if (JSON.stringify(now) !== JSON.stringify(entry.after)) {
    throw new AppError('undo-changed-since', { entity: entry.entity, key: entry.key.join(' ') })
  }
  if (entry.entity === 'handover_note') assertShiftsOfNoteOpen(db, entry)
  if (entry.entity === 'opening') assertShiftOfOpeningOpen(db, entry)
  if (entry.entity === 'duty') {
    const place = shiftOfOpening(db, String(entry.key[0]))
    if (place) assertShiftOpen(db, place.checkpoint, place.date, place.shift)
  }
  if (entry.entity === 'declaration') assertNumberFree(db, entry)
  if (entry.entity === 'calendar_exception') assertShiftsOfExceptionOpen(db, entry)
  if (entry.entity !== 'count' && entry.entity !== 'control_total') return
  const [checkpoint, , , date, periodText] = entry.key.map(String)
  const period = parsePeriod(periodText ?? '')
  if (checkpoint && date && period) assertNotSigned(db, checkpoint, date, period)
}

/** Meanwhile another declaration may have got the number that would come back. */
function assertNumberFree(db: CommandContext['db'], { key, before }: JournalEntry): void {
  const number = before?.number
  if (number === undefined || number === null) return
  const holder = declarationWithNumber(db, String(number))
  if (holder === undefined || holder === key[0]) return
  throw new AppError('undo-changed-since', { entity: 'declaration', key: String(number) })
}

function assertShiftOfOpeningOpen(db: CommandContext['db'], { before, after }: JournalEntry): void {
  for (const row of [before, after]) {
    if (row) assertShiftOpen(db, String(row.checkpoint), String(row.date), String(row.shift))
  }
}

/** A note changes with its own shift, its settling with the shift that settled it. */
function assertShiftsOfNoteOpen(db: CommandContext['db'], { before, after }: JournalEntry): void {
  const place = before ?? after
  const checkpoint = String(place?.checkpoint)
  const ofNote = (row: JournalEntry['after']) =>
    row && [row.date, row.shift, row.text, row.open_item].join(' ')
  if (ofNote(before) !== ofNote(after)) {
    assertShiftOpen(db, checkpoint, String(place?.date), String(place?.shift))
  }
  for (const row of [before, after]) {
    if (!row?.settled_date || !row.settled_shift) continue
    assertShiftOpen(db, checkpoint, String(row.settled_date), String(row.settled_shift))
  }
}

function assertShiftsOfExceptionOpen(db: CommandContext['db'], { key, before, after }: JournalEntry): void {
  const [checkpoint, date, from] = key
  const to = Number((before ?? after)?.ends_minute)
  assertMinutesNotSigned(db, String(checkpoint), { date: String(date), from: Number(from), to })
}
