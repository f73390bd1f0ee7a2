import { type Declaration, Question } from '../../../shared/contract/declarations.ts'
import type { QueryContext } from '../../book/handlers.ts'
import { hsCodeState } from '../reference/trade/hs-code-state.ts'
import { recordOf } from './declaration-rows.ts'
import { selectEvents } from './declarations.sql.ts'
import { headerOf } from './write-declaration.ts'

/** @throws AppError unknown-declaration */
export function readDeclaration({ db }: QueryContext, input: { declaration: string }): Declaration {
  const header = headerOf(db, input.declaration)
  const record = recordOf(db, header)
  const sum = (of: (item: Declaration['record']['items'][number]) => number | null): number =>
    record.items.reduce((total, item) => total + (of(item) ?? 0), 0)
  return {
    declaration: header.id,
    revision: header.revision,
    state: header.state,
    amended: header.amended === 1,
    countedDate: header.countedDate,
    accepted: acceptedOf(header.accepted),
    record,
    events: selectEvents(db, header.id),
    hsCodes: record.items.map(({ hsCode }) =>
      hsCode === null ? null : hsCodeState(db, hsCode, header.date).state,
    ),
    totals: { netGrams: sum((item) => item.netGrams), valueMinor: sum((item) => item.valueMinor) },
  }
}

/** The questions that were answered with yes. */
export function acceptedOf(kept: string | null): Question[] {
  return Question.array().parse(JSON.parse(kept ?? '[]'))
}
