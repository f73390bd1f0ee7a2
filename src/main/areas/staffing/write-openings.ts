import { v7 as uuidv7 } from 'uuid'
import type { Receipt } from '../../../shared/contract/operation.ts'
import type { Duty, OpeningToRecord } from '../../../shared/contract/staffing.ts'
import { AppError } from '../../../shared/errors.ts'
import { endOf } from '../../../shared/staffing/staffing-words.ts'
import type { Connection } from '../../book/connection.ts'
import { type CommandContext, receiptOf } from '../../book/handlers.ts'
import type { Row } from '../../book/journal.ts'
import { portModel } from '../reference/port-model.ts'
import { checkOpening, type RuleContext, timesOf, type WantedOpening } from './opening-rules.ts'
import { dutiesOfOpening, type StoredOpening, selectOpening } from './openings.sql.ts'
import { assertWritable, type ShiftPlace, shiftSpan } from './shift-place.ts'
import { staffingModel } from './staffing-model.ts'

type Change = Partial<WantedOpening>

/** @throws AppError whatever `staffingContract` says of openings */
export function openChannel(
  context: CommandContext,
  { checkpoint, date, shift, ...wanted }: ShiftPlace & OpeningToRecord,
): Receipt & { opening: string } {
  const opening = writeNew(context, ruleContext(context, { checkpoint, date, shift }), wanted)
  return { ...receiptOf(context.batch), opening }
}

/** @throws AppError whatever `staffingContract` says of openings, with the `row` */
export function recordOpenings(
  context: CommandContext,
  {
    openings,
    ...place
  }: ShiftPlace & { openings: readonly (OpeningToRecord & { shift?: string | undefined })[] },
): Receipt & { openings: string[] } {
  const contexts = new Map<string, RuleContext>()
  const written: string[] = []
  for (const [row, { shift = place.shift, ...wanted }] of openings.entries()) {
    try {
      const rules = contexts.get(shift) ?? ruleContext(context, { ...place, shift })
      contexts.set(shift, rules)
      written.push(writeNew(context, rules, wanted))
    } catch (error) {
      if (error instanceof AppError) throw new AppError(error.code, { ...error.details, row })
      throw error
    }
  }
  return { ...receiptOf(context.batch), openings: written }
}

/** @throws AppError unknown-opening, and whatever `staffingContract` says of openings */
export function closeChannel(
  context: CommandContext,
  { opening, endsMinute }: { opening: string; endsMinute: number },
): Receipt {
  change(context, storedOpening(context.db, opening), { endsMinute })
  return receiptOf(context.batch)
}

/** @throws AppError unknown-opening, and whatever `staffingContract` says of openings */
export function changeOpening(
  context: CommandContext,
  { opening, ...changes }: { opening: string } & { [Field in keyof Change]?: Change[Field] | undefined },
): Receipt {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined)
  change(context, storedOpening(context.db, opening), Object.fromEntries(given))
  return receiptOf(context.batch)
}

/** @throws AppError unknown-opening, and whatever `staffingContract` says of openings */
export function reverseChannel(
  context: CommandContext,
  { opening, atMinute }: { opening: string; atMinute: number },
): Receipt {
  const stored = storedOpening(context.db, opening)
  const direction = stored.direction === 'entry' ? 'exit' : 'entry'
  if (atMinute === stored.startsMinute) {
    change(context, stored, { direction })
    return receiptOf(context.batch)
  }
  const duties = dutiesOfOpening(context.db, opening)
  const ends = endOf(stored, { from: stored.startsMinute, to: Number.POSITIVE_INFINITY })
  if (atMinute < stored.startsMinute || atMinute >= ends) {
    const span = { from: stored.startsMinute, to: stored.endsMinute ?? atMinute }
    throw new AppError('not-open-then', { channel: stored.channel, ...timesOf(span) })
  }
  change(context, stored, { endsMinute: atMinute })
  writeNew(context, ruleContext(context, stored), {
    ...stored,
    direction,
    startsMinute: atMinute,
    duties: duties
      .filter((duty) => duty.endsMinute === null || duty.endsMinute > atMinute)
      .map(({ officer, role, startsMinute, endsMinute }) => ({
        officer,
        role,
        startsMinute: Math.max(startsMinute, atMinute),
        endsMinute,
      })),
  })
  return receiptOf(context.batch)
}

/** @throws AppError unknown-opening, shift-signed */
export function removeOpenings(
  context: CommandContext,
  { openings }: { openings: readonly string[] },
): Receipt {
  for (const id of new Set(openings)) removeOpening(context, storedOpening(context.db, id))
  return receiptOf(context.batch)
}

/** Removes an opening with its duties. @throws AppError shift-signed, date-ahead */
export function removeOpening({ db, batch, now }: CommandContext, stored: StoredOpening): void {
  assertWritable(db, portModel(db), now, stored, stored.plan)
  for (const duty of dutiesOfOpening(db, stored.id)) {
    batch.remove('duty', [stored.id, duty.officer, duty.startsMinute])
  }
  batch.remove('opening', [stored.id])
}

/** What the rules need to know of a shift. @throws AppError unknown-checkpoint, checkpoint-not-in-service, unknown-shift */
export function ruleContext({ db }: CommandContext, { checkpoint, date, shift }: ShiftPlace): RuleContext {
  const port = portModel(db)
  const place = { checkpoint, date, shift }
  return { db, port, model: staffingModel(db), place, shift: shiftSpan(port, place) }
}

/** Writes a new opening; a plan without an end goes to the end of its shift. Answers its id. */
export function writeNew(
  { db, batch, now }: CommandContext,
  context: RuleContext,
  wanted: WantedOpening,
): string {
  const id = uuidv7()
  assertWritable(db, context.port, now, context.place, wanted.plan)
  const opening = planned(wanted, context)
  checkOpening(context, id, opening)
  batch.put('opening', [id], rowOf(context.place, opening))
  for (const duty of opening.duties)
    batch.put('duty', [id, duty.officer, duty.startsMinute], dutyRow(duty, opening))
  return id
}

/** Writes an opening as a file says it, new or over the one that stands there. */
export function putOpening(
  context: CommandContext,
  rules: RuleContext,
  stored: StoredOpening | null,
  wanted: WantedOpening,
): 'new' | 'same' | 'changed' {
  if (!stored) {
    writeNew(context, rules, wanted)
    return 'new'
  }
  const before = context.batch.changed
  change(context, stored, wanted)
  return context.batch.changed > before ? 'changed' : 'same'
}

function change(context: CommandContext, stored: StoredOpening, changes: Change): void {
  const { db, batch, now } = context
  const rules = ruleContext(context, stored)
  assertWritable(db, rules.port, now, stored, stored.plan)
  const kept = dutiesOfOpening(db, stored.id)
  const wanted = planned({ ...stored, ...changes, duties: [] }, rules)
  const opening = {
    ...wanted,
    duties: changes.duties ?? kept.flatMap((duty) => following(duty, stored, wanted)),
  }
  const isSameWay = opening.channel === stored.channel && opening.direction === stored.direction
  const before = { from: stored.startsMinute, to: endOf(stored, rules.shift) }
  checkOpening(rules, stored.id, opening, isSameWay ? before : null)
  batch.put('opening', [stored.id], rowOf(stored, opening))
  const keys = opening.duties.map((duty) => `${duty.officer} ${duty.startsMinute}`)
  for (const { officer, startsMinute } of kept) {
    if (!keys.includes(`${officer} ${startsMinute}`)) batch.remove('duty', [stored.id, officer, startsMinute])
  }
  for (const duty of opening.duties) {
    batch.put('duty', [stored.id, duty.officer, duty.startsMinute], dutyRow(duty, opening))
  }
}

const planned = <Wanted extends WantedOpening>(wanted: Wanted, { shift }: RuleContext): Wanted =>
  wanted.plan === 'planned' && wanted.endsMinute === null ? { ...wanted, endsMinute: shift.to } : wanted

/** A duty that keeps to its opening when that moves; none where nothing of it is left. */
function following(duty: Duty, before: StoredOpening, after: WantedOpening): Duty[] {
  const begins = duty.startsMinute === before.startsMinute ? after.startsMinute : duty.startsMinute
  const startsMinute = Math.max(begins, after.startsMinute)
  const last = after.endsMinute ?? Number.POSITIVE_INFINITY
  const endsMinute = duty.endsMinute !== null && duty.endsMinute < last ? duty.endsMinute : null
  const { officer, role } = duty
  return startsMinute < (endsMinute ?? last) ? [{ officer, role, startsMinute, endsMinute }] : []
}

const rowOf = ({ checkpoint, date, shift }: ShiftPlace, opening: WantedOpening): Row => ({
  checkpoint,
  date,
  shift,
  channel: opening.channel,
  plan: opening.plan,
  direction: opening.direction,
  starts_minute: opening.startsMinute,
  ends_minute: opening.endsMinute,
  head_count: opening.headCount,
})

/** A duty that ends with its opening says no end, so that it goes on ending with it. */
const dutyRow = ({ role, endsMinute }: Duty, opening: WantedOpening): Row => ({
  role,
  ends_minute: endsMinute === opening.endsMinute ? null : endsMinute,
})

/** @throws AppError unknown-opening */
function storedOpening(db: Connection, id: string): StoredOpening {
  const stored = selectOpening(db, id)
  if (!stored) throw new AppError('unknown-opening', { opening: id })
  return stored
}
