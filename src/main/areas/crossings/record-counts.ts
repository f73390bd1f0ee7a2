import type { ControlTotalToRecord, CountToRecord } from '../../../shared/contract/crossings.ts'
import type { Receipt } from '../../../shared/contract/operation.ts'
import { AppError } from '../../../shared/errors.ts'
import { sumOfParts } from '../../../shared/parts.ts'
import type { Batch } from '../../book/batch.ts'
import { type CommandContext, receiptOf } from '../../book/handlers.ts'
import type { Row } from '../../book/journal.ts'
import { today } from '../reference/describe-port.ts'
import { portModel } from '../reference/port-model.ts'
import { CountRules } from './count-rules.ts'
import { assertOfWhichFits, hasOfWhichLines } from './of-which-rule.ts'

/**
 * Writes the counts and control totals of one checkpoint: each is checked, and the first that is refused takes all of
 * them back.
 */
export function recordCounts(
  { db, now, batch }: CommandContext,
  input: { checkpoint: string; counts: CountToRecord[]; controlTotals: ControlTotalToRecord[] },
): Receipt {
  const port = portModel(db)
  const rules = new CountRules(db, port, today(port, now))
  for (const count of input.counts) recordCount(batch, rules, input.checkpoint, count)
  for (const total of input.controlTotals) recordControlTotal(batch, rules, input.checkpoint, total)
  const checkpoint = port.checkpoints.get(input.checkpoint)
  if (checkpoint && hasOfWhichLines(checkpoint)) {
    const touched = new Map(
      input.counts.map((count) => [`${count.date} ${count.period} ${count.direction}`, count]),
    )
    for (const { date, period, direction } of touched.values()) {
      assertOfWhichFits(db, checkpoint, { checkpoint: checkpoint.code, date, period }, direction)
    }
  }
  return receiptOf(batch)
}

function recordCount(batch: Batch, rules: CountRules, checkpoint: string, count: CountToRecord): void {
  const moment = { checkpoint, date: count.date, period: count.period }
  rules.checkMoment(moment, typeof count.value === 'number')
  rules.checkLine(moment, count.line, count.direction)
  checkParts(count, { line: count.line })
  const key = [checkpoint, count.line, count.direction, count.date, count.period]
  const after = countRow(count)
  if (after === null) batch.remove('count', key)
  else if (!saysTheSame(batch.row('count', key), after)) batch.put('count', key, after, keepParts)
}

function recordControlTotal(
  batch: Batch,
  rules: CountRules,
  checkpoint: string,
  total: ControlTotalToRecord,
): void {
  const moment = { checkpoint, date: total.date, period: total.period }
  rules.checkMoment(moment, total.value !== null)
  rules.checkUnit(moment, total.unit, total.direction)
  checkParts(total, { unit: total.unit })
  const key = [checkpoint, total.direction, total.unit, total.date, total.period]
  if (total.value === null) batch.remove('control_total', key)
  else batch.put('control_total', key, { value: total.value, parts: total.parts ?? null }, keepParts)
}

/** The stored form of a count; null for *not reported*, which is no row. */
export function countRow(
  count: Pick<CountToRecord, 'value' | 'source' | 'provisional' | 'parts'>,
): Row | null {
  if (count.value === null) return null
  const origin = {
    source: count.source ?? null,
    provisional: count.provisional ? 1 : null,
    parts: count.parts ?? null,
  }
  return typeof count.value === 'number'
    ? { value: count.value, ...origin }
    : { mark: count.value, ...origin }
}

/** The same number from elsewhere does not forget what it was added up from. */
export function keepParts(before: Row, after: Row): Row {
  const isSame = (before.value ?? null) === (after.value ?? null)
  return isSame && (after.parts ?? null) === null ? { ...after, parts: before.parts ?? null } : after
}

/** @throws AppError parts-differ where the parts are not a sum of whole numbers that makes the value */
function checkParts(
  { value, parts }: Pick<CountToRecord, 'value' | 'parts'>,
  of: Record<string, string>,
): void {
  if (parts === undefined || sumOfParts(parts) === value) return
  throw new AppError('parts-differ', { ...of, parts, value: value ?? '' })
}

/** A number typed over the same number leaves its source as it is. */
function saysTheSame(before: Row | null, after: Row): boolean {
  if (before === null || after.source !== null || after.provisional !== null || after.parts !== null)
    return false
  return (before.value ?? null) === (after.value ?? null) && (before.mark ?? null) === (after.mark ?? null)
}
