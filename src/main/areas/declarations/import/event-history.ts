import type { DeclarationEvent } from '../../../../shared/contract/declarations.ts'
import { isDate } from '../../../../shared/dates.ts'
import { AppError } from '../../../../shared/errors.ts'
import { Reason } from '../../../../shared/trade/trade-fields.ts'
import { DeclarationEventKind } from '../../../../shared/trade/trade-words.ts'
import { shown } from '../../../import/shown-text.ts'
import { bySchema } from './cell-readers.ts'

/** What happened to a declaration as one cell: a line for each, its kind, its date and where there is one the reason. */

export function historyText(events: readonly DeclarationEvent[]): string {
  return events
    .map(({ kind, date, reason }) => [kind, date, ...(reason === null ? [] : [reason])].join(' '))
    .join('\n')
}

const line = /^(?<kind>[a-z-]+) (?<date>\d{4}-\d{2}-\d{2})(?: (?<reason>.*))?$/u
const mostEvents = 50

/** @throws AppError events-impossible, date-impossible, and what a reason is refused by */
export function historyOf(text: string): DeclarationEvent[] {
  const lines = text.length > 32_767 ? [] : text.split(/\r?\n/)
  if (lines.length === 0 || lines.length > mostEvents) {
    throw new AppError('events-impossible', { field: 'history', text: shown(text) })
  }
  return lines.map((each) => {
    const { kind, date = '', reason } = line.exec(each)?.groups ?? {}
    const known = DeclarationEventKind.safeParse(kind)
    if (!known.success) throw new AppError('events-impossible', { field: 'history', text: shown(each) })
    if (!isDate(date)) throw new AppError('date-impossible', { field: 'history', text: shown(each) })
    return {
      kind: known.data,
      date,
      reason: reason === undefined ? null : bySchema(Reason, 'reason')(reason),
    }
  })
}
