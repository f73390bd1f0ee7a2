import type {
  DeclarationReceipt,
  DeclarationRecord,
  Question,
} from '../../../shared/contract/declarations.ts'
import { AppError } from '../../../shared/errors.ts'
import type { CommandContext } from '../../book/handlers.ts'
import { assertDatePossible, headerInState, keptAnswers } from './change-state.ts'
import { countedDateOf } from './counted-date.ts'
import { acceptedOf } from './read-declaration.ts'
import { assertRulesHold } from './rules/assert-rules-hold.ts'
import { declarationReceipt, headerOf, putRecord, putState } from './write-declaration.ts'

/**
 * Writes a registered declaration anew and marks it as amended; a change that changes nothing writes nothing.
 * @throws AppError unknown-declaration, declaration-changed-since, declaration-state-impossible, date-ahead,
 *   direction-fixed, number-taken, unknown-checkpoint, and those of the rules
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
  batch.because(input.reason)
  const known = [...acceptedOf(header.accepted), ...input.accepted]
  const accepted = assertRulesHold(context, header.id, input.record, known)
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
