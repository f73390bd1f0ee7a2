import { v7 as uuidv7 } from 'uuid'
import type { DeclarationEvent, DeclarationRecord } from '../../../shared/contract/declarations.ts'
import { AppError } from '../../../shared/errors.ts'
import type { DeclarationEventKind, TradeDirection } from '../../../shared/trade/trade-words.ts'
import type { Batch } from '../../book/batch.ts'
import { countedDateOf } from './counted-date.ts'
import { headerRow, putLists, stateRow } from './declaration-rows.ts'
import type { StoredHeader } from './declarations.sql.ts'

/** Declarations that another system has already taken some way: their state follows from what happened to them. */

/** How far a declaration is. */
export type Progress = Pick<
  StoredHeader,
  'state' | 'releasedDate' | 'clearedDate' | 'countedDate' | 'amended'
>

/** What may follow on what; an amendment may follow on anything that is not final. */
const following: Readonly<Record<DeclarationEventKind, readonly DeclarationEventKind[]>> = {
  registered: ['let-pass', 'inspected', 'released', 'refused', 'withdrawn'],
  'let-pass': ['inspected', 'released', 'refused', 'withdrawn'],
  inspected: ['released', 'refused', 'withdrawn'],
  released: ['cleared', 'withdrawn'],
  cleared: ['cleared', 'withdrawn'],
  refused: [],
  withdrawn: [],
  amended: [],
}
const needReason: readonly DeclarationEventKind[] = ['let-pass', 'refused', 'withdrawn', 'amended']

/**
 * How far a declaration is after what happened to it.
 * @param today nothing happened after it
 * @throws AppError events-impossible, not-an-export, date-ahead, state-date-early; `field` names the event
 */
export function progressOf(
  record: Pick<DeclarationRecord, 'date' | 'direction'>,
  events: readonly DeclarationEvent[],
  today: string,
): Progress {
  const progress: Progress = {
    state: 'registered',
    releasedDate: null,
    clearedDate: null,
    countedDate: null,
    amended: null,
  }
  let last: DeclarationEvent = { kind: 'registered', date: record.date, reason: null }
  for (const [index, event] of events.entries()) {
    const field = `events.${index}`
    const { kind, date } = event
    const isPossible =
      index === 0
        ? kind === 'registered'
        : kind === 'amended'
          ? following[last.kind].length > 0
          : following[last.kind].includes(kind)
    const hasReason = event.reason !== null || !needReason.includes(kind)
    if (!isPossible || !hasReason) throw new AppError('events-impossible', { field, kind })
    if (date > today) throw new AppError('date-ahead', { field, date, today })
    if (date < last.date) throw new AppError('state-date-early', { field, date, last: last.date })
    applyEvent(progress, record.direction, event, field)
    // A date of clearance is put right by another one, which may be earlier.
    if (kind !== 'amended' && kind !== 'cleared') last = event
  }
  return { ...progress, countedDate: countedDateOf({ ...progress, direction: record.direction }) }
}

function applyEvent(
  progress: Progress,
  direction: TradeDirection,
  { kind, date }: DeclarationEvent,
  field: string,
): void {
  if (kind === 'amended') progress.amended = 1
  else if (kind === 'cleared') {
    if (direction !== 'export') throw new AppError('not-an-export', { field })
    progress.clearedDate = date
  } else if (kind !== 'let-pass') progress.state = kind
  if (kind === 'released') {
    progress.releasedDate = date
    if (direction === 'export') progress.clearedDate = date
  }
}

/**
 * Writes a new declaration with all that happened to it; the caller has asked the rules.
 * @returns its id
 */
export function putKnown(
  batch: Batch,
  record: DeclarationRecord,
  events: readonly DeclarationEvent[],
  progress: Progress,
  accepted: string | null,
): string {
  const id = uuidv7()
  batch.put('declaration', [id], {
    ...headerRow(record),
    ...stateRow({ ...progress, accepted, revision: batch.number }),
  })
  putLists(batch, id, record, { items: 0, vehicles: 0 })
  for (const [index, { kind, date, reason }] of events.entries()) {
    batch.put('declaration_event', [id, index + 1], { kind, date, reason })
  }
  return id
}

/** Writes a declaration that the book has anew, with all that happened to it; rows that say so already are left alone. */
export function putKnownAgain(
  batch: Batch,
  stored: StoredHeader,
  before: { items: number; vehicles: number; events: number },
  record: DeclarationRecord,
  events: readonly DeclarationEvent[],
  progress: Progress,
  accepted: string | null,
): void {
  batch.put('declaration', [stored.id], {
    ...headerRow(record),
    ...stateRow({ ...progress, accepted: accepted ?? stored.accepted, revision: batch.number }),
  })
  putLists(batch, stored.id, record, before)
  for (const [index, { kind, date, reason }] of events.entries()) {
    batch.put('declaration_event', [stored.id, index + 1], { kind, date, reason })
  }
  for (let position = before.events; position > events.length; position -= 1) {
    batch.remove('declaration_event', [stored.id, position])
  }
}
