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
 * @returns the answers that were needed
 * @throws AppError by the code of the finding, with its `field`
 */
export function assertRulesHold(
  context: QueryContext,
  declaration: string,
  record: DeclarationRecord,
  accepted: readonly Question[],
): Question[] {
  return assertFindings(checkDeclaration(context, { declaration, record }).findings, accepted)
}

/**
 * @returns the answers that were needed, each once
 * @throws AppError by the code of the first finding that refuses
 */
export function assertFindings(findings: readonly Finding[], accepted: readonly Question[]): Question[] {
  const needed = new Set<Question>()
  for (const { code, weight, field, details } of findings) {
    if (weight === 'notes') continue
    const answer = weight === 'asks' ? accepted.find((question) => question === code) : undefined
    if (answer) needed.add(answer)
    else if (isErrorCode(code)) throw new AppError(code, { ...details, field })
    else throw new Error(`no error code ${code}`)
  }
  return [...needed]
}
