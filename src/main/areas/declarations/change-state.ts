import type { DeclarationReceipt, Question } from '../../../shared/contract/declarations.ts'
import { AppError } from '../../../shared/errors.ts'
import type { DeclarationEventKind, DeclarationState } from '../../../shared/trade/trade-words.ts'
import type { Connection } from '../../book/connection.ts'
import type { CommandContext } from '../../book/handlers.ts'
import { today } from '../reference/describe-port.ts'
import { portModel } from '../reference/port-model.ts'
import { countedDateOf } from './counted-date.ts'
import { recordOf } from './declaration-rows.ts'
import { type StoredEvent, type StoredHeader, selectEvents } from './declarations.sql.ts'
import { assertQualified } from './rules/assert-qualified.ts'
import { assertRulesHold } from './rules/assert-rules-hold.ts'
import { declarationReceipt, headerAsExpected, putState } from './write-declaration.ts'

interface Changed {
  declaration: string
  revision: number
}

/**
 * Registers a draft that every rule holds for.
 * @throws AppError unknown-declaration, declaration-changed-since, declaration-state-impossible, date-ahead,
 *   not-qualified, and those of the rules
 */
export function registerDeclaration(
  context: CommandContext,
  input: Changed & { date: string | null; accepted: Question[] },
): DeclarationReceipt {
  return register(context, input, null)
}

/** Registers a draft although the port is not qualified for its goods. @throws AppError as `registerDeclaration`, but not-qualified */
export function letDeclarationPass(
  context: CommandContext,
  input: Changed & { date: string | null; accepted: Question[]; reason: string },
): DeclarationReceipt {
  context.batch.because(input.reason)
  return register(context, input, input.reason)
}

function register(
  context: CommandContext,
  input: Changed & { date: string | null; accepted: Question[] },
  passedBecause: string | null,
): DeclarationReceipt {
  const { db, batch } = context
  const header = headerInState(db, input, ['draft'], 'registered')
  const date = input.date ?? header.date
  assertDatePossible(context, header, date)
  const record = recordOf(db, header)
  const accepted = assertRulesHold(context, header.id, record, input.accepted)
  const events: StoredEvent[] = [{ kind: 'registered', date, reason: null }]
  if (passedBecause === null) assertQualified(db, record, date)
  else events.push({ kind: 'let-pass', date, reason: passedBecause })
  putState(db, batch, header, { state: 'registered', accepted: keptAnswers(accepted) }, ...events)
  return declarationReceipt(db, batch, header.id)
}

/** @throws AppError unknown-declaration, declaration-changed-since, declaration-state-impossible, date-ahead, state-date-early */
export function inspectDeclaration(
  context: CommandContext,
  input: Changed & { date: string; reason: string | null },
): DeclarationReceipt {
  return become(context, input, 'inspected', ['registered'])
}

/** @throws AppError as `inspectDeclaration` */
export function refuseDeclaration(
  context: CommandContext,
  input: Changed & { date: string; reason: string },
): DeclarationReceipt {
  context.batch.because(input.reason)
  return become(context, input, 'refused', ['registered', 'inspected'])
}

/** Withdrawn from whatever state but a final one: it counts no more. @throws AppError as `inspectDeclaration` */
export function withdrawDeclaration(
  context: CommandContext,
  input: Changed & { date: string; reason: string },
): DeclarationReceipt {
  context.batch.because(input.reason)
  return become(context, input, 'withdrawn', ['registered', 'inspected', 'released'])
}

/** @throws AppError as `inspectDeclaration`; state-date-early where an export is cleared before it is released */
export function releaseDeclaration(
  context: CommandContext,
  input: Changed & { date: string; clearedDate: string | null },
): DeclarationReceipt {
  const { db, batch } = context
  const header = headerInState(db, input, ['inspected'], 'released')
  assertDatePossible(context, header, input.date)
  const isExport = header.direction === 'export'
  if (!isExport && input.clearedDate !== null) throw new AppError('not-an-export', { field: 'clearedDate' })
  const clearedDate = isExport ? (input.clearedDate ?? input.date) : null
  const released: StoredHeader = { ...header, state: 'released', releasedDate: input.date, clearedDate }
  if (clearedDate !== null) assertClearancePossible(context, released, clearedDate)
  const event = (kind: DeclarationEventKind, date: string) => ({ kind, date, reason: null })
  putState(
    db,
    batch,
    header,
    { ...released, countedDate: countedDateOf(released) },
    event('released', input.date),
    ...(input.clearedDate === null ? [] : [event('cleared', input.clearedDate)]),
  )
  return declarationReceipt(db, batch, header.id)
}

/** @throws AppError as `inspectDeclaration`; not-an-export */
export function clearExport(context: CommandContext, input: Changed & { date: string }): DeclarationReceipt {
  const { db, batch } = context
  const header = headerInState(db, input, ['released'], 'released')
  if (header.direction !== 'export') throw new AppError('not-an-export', { field: 'direction' })
  assertClearancePossible(context, header, input.date)
  const cleared = { ...header, clearedDate: input.date }
  putState(
    db,
    batch,
    header,
    { ...cleared, countedDate: countedDateOf(cleared) },
    { kind: 'cleared', date: input.date, reason: null },
  )
  return declarationReceipt(db, batch, header.id)
}

function become(
  context: CommandContext,
  input: Changed & { date: string; reason: string | null },
  state: 'inspected' | 'refused' | 'withdrawn',
  from: readonly DeclarationState[],
): DeclarationReceipt {
  const { db, batch } = context
  const header = headerInState(db, input, from, state)
  assertDatePossible(context, header, input.date)
  const { date, reason } = input
  putState(db, batch, header, { state, countedDate: null }, { kind: state, date, reason })
  return declarationReceipt(db, batch, header.id)
}

/** @throws AppError unknown-declaration, declaration-changed-since, declaration-state-impossible */
export function headerInState(
  db: Connection,
  input: Changed,
  from: readonly DeclarationState[],
  to: string,
): StoredHeader {
  const header = headerAsExpected(db, input.declaration, input.revision)
  if (from.includes(header.state)) return header
  if (to === 'released' && header.state === 'registered') {
    throw new AppError('not-inspected', { declaration: header.id })
  }
  throw new AppError('declaration-state-impossible', { declaration: header.id, state: header.state, to })
}

/** Things happen in order, and not in the future. @throws AppError date-ahead, state-date-early */
export function assertDatePossible({ db, now }: CommandContext, header: StoredHeader, date: string): void {
  const present = today(portModel(db), now)
  if (date > present) throw new AppError('date-ahead', { date, today: present, field: 'date' })
  const last = selectEvents(db, header.id)
    .filter(({ kind }) => kind !== 'amended' && kind !== 'cleared')
    .reduce((latest, event) => (event.date > latest ? event.date : latest), header.date)
  if (date < last) throw new AppError('state-date-early', { field: 'date', date, last })
}

function assertClearancePossible({ db, now }: CommandContext, released: StoredHeader, date: string): void {
  const present = today(portModel(db), now)
  if (date > present) throw new AppError('date-ahead', { date, today: present, field: 'clearedDate' })
  const last = released.releasedDate ?? date
  if (date < last) throw new AppError('state-date-early', { field: 'clearedDate', date, last })
}

/** The stored form of the answers to questions. */
export function keptAnswers(accepted: readonly Question[]): string | null {
  return accepted.length === 0 ? null : JSON.stringify(accepted.toSorted())
}
