import type { DeclarationRecord, Finding, Question } from '../../../../shared/contract/declarations.ts'
import { AppError, isErrorCode } from '../../../../shared/errors.ts'
import type { QueryContext } from '../../../book/handlers.ts'
import { today } from '../../reference/describe-port.ts'
import { portModel } from '../../reference/port-model.ts'
import { DeclarationRules } from './declaration-findings.ts'

/** What the rules would say to a record if it were registered now. */
export function checkDeclaration(
  { db, now }: QueryContext,
  input: { declaration: string | null; record: DeclarationRecord },
): { findings: Finding[] } {
  return {
    findings: new DeclarationRules(db, today(portModel(db), now)).findings(input.declaration, input.record),
  }
}

/**
 * Refuses a record by the first rule that stops it, then by the first question that was not answered with yes.
 * @throws AppError by the code of the finding, with its `field`
 */
export function assertRulesHold(
  context: QueryContext,
  declaration: string,
  record: DeclarationRecord,
  accepted: readonly Question[],
): void {
  for (const { code, weight, field, details } of checkDeclaration(context, { declaration, record })
    .findings) {
    if (weight === 'notes' || (weight === 'asks' && accepted.some((answer) => answer === code))) continue
    if (!isErrorCode(code)) throw new Error(`no error code ${code}`)
    throw new AppError(code, { ...details, field })
  }
}
