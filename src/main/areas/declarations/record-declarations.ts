import type { DeclarationEvent, DeclarationRecord, Question } from '../../../shared/contract/declarations.ts'
import type { Receipt } from '../../../shared/contract/operation.ts'
import { AppError } from '../../../shared/errors.ts'
import { type CommandContext, receiptOf } from '../../book/handlers.ts'
import { today } from '../reference/describe-port.ts'
import { portModel } from '../reference/port-model.ts'
import { keptAnswers } from './change-state.ts'
import { progressOf, putKnown } from './known-declaration.ts'
import { assertFindings } from './rules/assert-rules-hold.ts'
import { DeclarationRules } from './rules/declaration-findings.ts'

/** @throws AppError events-impossible, unknown-checkpoint, and those of the rules; `index` names the declaration */
export function recordDeclarations(
  { db, now, batch }: CommandContext,
  input: {
    declarations: { record: DeclarationRecord; events: DeclarationEvent[] }[]
    accepted: Question[]
  },
): Receipt {
  const port = portModel(db)
  const present = today(port, now)
  const rules = new DeclarationRules(db, present)
  for (const [index, { record, events }] of input.declarations.entries()) {
    try {
      if (!port.checkpoints.has(record.checkpoint)) {
        throw new AppError('unknown-checkpoint', { checkpoint: record.checkpoint, field: 'checkpoint' })
      }
      const answers = assertFindings(rules.findings(null, record), input.accepted)
      putKnown(batch, record, events, progressOf(record, events, present), keptAnswers(answers))
    } catch (error) {
      if (error instanceof AppError) throw new AppError(error.code, { ...error.details, index })
      throw error
    }
  }
  return receiptOf(batch)
}
