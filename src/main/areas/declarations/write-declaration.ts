import { isDeepStrictEqual } from 'node:util'
import { v7 as uuidv7 } from 'uuid'
import type { DeclarationReceipt, DeclarationRecord } from '../../../shared/contract/declarations.ts'
import type { Receipt } from '../../../shared/contract/operation.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Batch } from '../../book/batch.ts'
import type { Connection } from '../../book/connection.ts'
import { type CommandContext, receiptOf } from '../../book/handlers.ts'
import { portModel } from '../reference/port-model.ts'
import { headerRow, putLists, recordOf, stateRow } from './declaration-rows.ts'
import {
  declarationWithNumber,
  type StoredEvent,
  type StoredHeader,
  selectEvents,
  selectHeader,
  selectItems,
  selectVehicles,
} from './declarations.sql.ts'
import { expectedGoodsOf } from './expected-goods.sql.ts'

/**
 * @throws AppError unknown-declaration, declaration-changed-since, declaration-not-draft, unknown-checkpoint,
 *   number-taken
 */
export function saveDeclaration(
  { db, batch }: CommandContext,
  input: { declaration: string | null; revision: number | null; record: DeclarationRecord },
): DeclarationReceipt {
  const before = input.declaration === null ? null : headerAsExpected(db, input.declaration, input.revision)
  if (before && before.state !== 'draft') {
    throw new AppError('declaration-not-draft', { declaration: before.id, state: before.state })
  }
  const header = before ?? newHeader(input.record)
  putRecord(db, batch, header, input.record)
  return declarationReceipt(db, batch, header.id)
}

/** @throws AppError unknown-declaration, declaration-changed-since, declaration-not-draft */
export function removeDraft(
  { db, batch }: CommandContext,
  input: { declaration: string; revision: number },
): Receipt {
  const header = headerAsExpected(db, input.declaration, input.revision)
  if (header.state !== 'draft') {
    throw new AppError('declaration-not-draft', { declaration: header.id, state: header.state })
  }
  const { id } = header
  for (const expected of expectedGoodsOf(db, id)) {
    const row = batch.row('expected_goods', [expected.id])
    batch.put('expected_goods', [expected.id], { ...row, declaration: null })
  }
  for (const [index] of selectItems(db, id).entries()) batch.remove('declaration_item', [id, index + 1])
  for (const [index] of selectVehicles(db, id).entries()) batch.remove('declaration_vehicle', [id, index + 1])
  batch.remove('declaration', [id])
  return receiptOf(batch)
}

function newHeader(record: DeclarationRecord): StoredHeader {
  const { items: _items, vehicles: _vehicles, ...fields } = record
  return {
    id: uuidv7(),
    ...fields,
    state: 'draft',
    releasedDate: null,
    clearedDate: null,
    countedDate: null,
    amended: null,
    accepted: null,
    revision: 0,
  }
}

/**
 * Writes a whole record under a header's id, with how far the header is; nothing where it says so already.
 * @throws AppError unknown-checkpoint, number-taken
 */
export function putRecord(
  db: Connection,
  batch: Batch,
  header: StoredHeader,
  record: DeclarationRecord,
): void {
  if (!portModel(db).checkpoints.has(record.checkpoint)) {
    throw new AppError('unknown-checkpoint', { checkpoint: record.checkpoint, field: 'checkpoint' })
  }
  assertNumberFree(db, header.id, record.number)
  const isNew = header.revision === 0
  if (!isNew && isDeepStrictEqual(recordOf(db, header), record)) return
  const lists = isNew
    ? { items: 0, vehicles: 0 }
    : { items: selectItems(db, header.id).length, vehicles: selectVehicles(db, header.id).length }
  putHeader(batch, header, record)
  putLists(batch, header.id, record, lists)
}

/** @throws AppError number-taken */
export function assertNumberFree(db: Connection, id: string, number: string | null): void {
  const taken = number === null ? undefined : declarationWithNumber(db, number)
  if (!taken || taken.id === id) return
  throw new AppError('number-taken', {
    field: 'number',
    number: number ?? '',
    declaration: taken.id,
    date: taken.date,
  })
}

function putHeader(batch: Batch, header: StoredHeader, record: DeclarationRecord): void {
  batch.put('declaration', [header.id], {
    ...headerRow(record),
    ...stateRow({ ...header, revision: batch.number }),
  })
}

/** Changes how far a declaration is, and keeps what happened to it. */
export function putState(
  db: Connection,
  batch: Batch,
  header: StoredHeader,
  change: Partial<StoredHeader>,
  ...events: StoredEvent[]
): void {
  const row = batch.row('declaration', [header.id])
  batch.put('declaration', [header.id], {
    ...row,
    ...stateRow({ ...header, ...change, revision: batch.number }),
  })
  const known = selectEvents(db, header.id).length
  for (const [index, { kind, date, reason }] of events.entries()) {
    batch.put('declaration_event', [header.id, known + index + 1], { kind, date, reason })
  }
}

/** @throws AppError unknown-declaration */
export function headerOf(db: Connection, id: string): StoredHeader {
  const header = selectHeader(db, id)
  if (!header) throw new AppError('unknown-declaration', { declaration: id })
  return header
}

/** A declaration that nobody changed since its revision was read. @throws AppError unknown-declaration, declaration-changed-since */
export function headerAsExpected(db: Connection, id: string, revision: number | null): StoredHeader {
  const header = headerOf(db, id)
  if (header.revision !== revision) throw new AppError('declaration-changed-since', { declaration: id })
  return header
}

export function declarationReceipt(db: Connection, batch: Batch, id: string): DeclarationReceipt {
  return { ...receiptOf(batch), declaration: id, revision: headerOf(db, id).revision }
}
