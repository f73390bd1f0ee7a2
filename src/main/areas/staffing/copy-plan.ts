import type { Receipt } from '../../../shared/contract/operation.ts'
import type { LeftOut } from '../../../shared/contract/staffing.ts'
import { AppError } from '../../../shared/errors.ts'
import { commonSpan } from '../../../shared/staffing/spans.ts'
import { endOf, type Plan } from '../../../shared/staffing/staffing-words.ts'
import { type CommandContext, receiptOf } from '../../book/handlers.ts'
import { timesOf } from './opening-rules.ts'
import { dutiesOfOpening, openingsOn, type StoredOpening } from './openings.sql.ts'
import { assertWritable, knownShiftSpan } from './shift-place.ts'
import { removeOpening, ruleContext, writeNew } from './write-openings.ts'

/** @throws AppError nothing-to-copy, plan-exists, unknown-checkpoint, checkpoint-not-in-service, unknown-shift, date-ahead, shift-signed */
export function copyPlan(
  context: CommandContext,
  input: {
    checkpoint: string
    shift: string
    from: { date: string; plan: Plan }
    to: { date: string; plan: Plan }
    replace: boolean
  },
): Receipt & { copied: number; leftOut: LeftOut[] } {
  const { db, batch, now } = context
  const { checkpoint, shift, from, to } = input
  const rules = ruleContext(context, { checkpoint, shift, date: to.date })
  assertWritable(db, rules.port, now, rules.place, to.plan)
  const openingsOf = (at: { date: string; plan: Plan }): StoredOpening[] =>
    openingsOn(db, checkpoint, at.date).filter((each) => each.shift === shift && each.plan === at.plan)
  const isItself = from.date === to.date && from.plan === to.plan
  const copies = isItself ? [] : openingsOf(from)
  if (copies.length === 0) throw new AppError('nothing-to-copy', { ...from, shift })
  const instead = openingsOf(to)
  if (instead.length > 0 && !input.replace) throw new AppError('plan-exists', { openings: instead.length })
  for (const stored of instead) removeOpening(context, stored)

  const leftOut: LeftOut[] = []
  let copied = 0
  const known = knownShiftSpan(rules.port, { checkpoint, shift, date: from.date })
  for (const copy of copies) {
    const whole = { from: copy.startsMinute, to: endOf(copy, known) }
    const span = commonSpan(whole, rules.shift)
    const leave = ({ code, details }: AppError): void => {
      const minutes = { startsMinute: whole.from, endsMinute: whole.to }
      leftOut.push({ channel: copy.channel, ...minutes, refusal: { code, details } })
    }
    let duties = dutiesOfOpening(db, copy.id).flatMap(({ officer, role, startsMinute, endsMinute }) => {
      const minutes = span && commonSpan({ from: startsMinute, to: endsMinute ?? whole.to }, span)
      return minutes ? [{ officer, role, startsMinute: minutes.from, endsMinute: minutes.to }] : []
    })
    const write = (): void => {
      if (!span) throw new AppError('outside-shift', { channel: copy.channel, ...timesOf(whole) })
      const minutes = { startsMinute: span.from, endsMinute: span.to }
      writeNew(context, rules, { ...copy, plan: to.plan, ...minutes, duties })
      copied += 1
    }
    for (let refusal = refusalOf(write); refusal; refusal = refusalOf(write)) {
      leave(refusal)
      const { officer } = refusal.details
      if (officer === undefined) break
      // The channel opens without an officer who cannot be there.
      duties = duties.filter((duty) => duty.officer !== officer)
    }
  }
  return { ...receiptOf(batch), copied, leftOut }
}

function refusalOf(work: () => void): AppError | null {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
}
