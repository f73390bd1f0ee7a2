import type {
  DeclarationReceipt,
  DeclarationRecord,
  Question,
} from '../../../shared/contract/declarations.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Connection } from '../../book/connection.ts'
import type { CommandContext } from '../../book/handlers.ts'
import { assertDatePossible, headerInState, keptAnswers } from './change-state.ts'
import { countedDateOf } from './counted-date.ts'
import { recordOf } from './declaration-rows.ts'
import { type StoredEvent, type StoredHeader, selectEvents } from './declarations.sql.ts'
import { acceptedOf } from './read-declaration.ts'
import { assertQualified } from './rules/assert-qualified.ts'
import { assertRulesHold } from './rules/assert-rules-hold.ts'
import { declarationReceipt, headerOf, putRecord, putState } from './write-declaration.ts'

/**
 * Writes a registered declaration anew and marks it as amended; a change that changes nothing writes nothing.
 * @throws AppError unknown-declaration, declaration-changed-since, declaration-state-impossible, date-ahead,
 *   direction-fixed, date-after-registration, not-qualified for a code that it did not have, number-taken, unknown-checkpoint, and those of the rules
 */
export function amendDeclaration(
  context: CommandContext,
  input: {
    declaration: string
    revision: number
    date: string
    reason: string
    record: DeclarationRecord
    accepted: Question[]
  },
): DeclarationReceipt {
  const { db, batch } = context
  const header = headerInState(db, input, ['registered', 'inspected', 'released'], 'amended')
  assertDatePossible(context, { ...header, date: input.record.date }, input.date)
  if (input.record.direction !== header.direction)
    throw new AppError('direction-fixed', { field: 'direction' })
  assertNotAfterRegistration(db, header, input.record.date)
  batch.because(input.reason)
  const known = [...acceptedOf(header.accepted), ...input.accepted]
  const accepted = assertRulesHold(context, header.id, input.record, known)
  assertNewCodesQualified(db, header, input.record)
  putRecord(db, batch, header, input.record)
  if (batch.changed === 0) return declarationReceipt(db, batch, header.id)
  const changed = headerOf(db, header.id)
  putState(
    db,
    batch,
    changed,
    { amended: 1, accepted: keptAnswers(accepted), countedDate: countedDateOf(changed) },
    { kind: 'amended', date: input.date, reason: input.reason },
  )
  return declarationReceipt(db, batch, header.id)
}

/** @throws AppError date-after-registration */
function assertNotAfterRegistration(db: Connection, header: StoredHeader, date: string): void {
  const registered = registeredOn(selectEvents(db, header.id), header)
  if (date > registered) throw new AppError('date-after-registration', { field: 'date', date: registered })
}

function registeredOn(events: readonly StoredEvent[], header: StoredHeader): string {
  return events.find(({ kind }) => kind === 'registered')?.date ?? header.date
}

/** What a supervisor let pass once passes again, and so does what was registered before qualifications changed. */
function assertNewCodesQualified(db: Connection, header: StoredHeader, record: DeclarationRecord): void {
  const events = selectEvents(db, header.id)
  if (events.some(({ kind }) => kind === 'let-pass')) return
  const registered = registeredOn(events, header)
  const passed = new Set(recordOf(db, header).items.map(({ hsCode }) => hsCode))
  assertQualified(db, record, registered, passed)
}
