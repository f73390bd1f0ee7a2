import type { InputOf } from '../../../../shared/contract/index.ts'
import { addDays } from '../../../../shared/dates.ts'
import { always } from '../open-dates.ts'
import { type PortModel, portModel } from '../port-model.ts'
import { midnightRule } from '../shift-periods.ts'
import { combined, figuresOfShift } from './figures.ts'
import { present, refuseOtherMeaning, type SettingContext } from './setting-rules.ts'

/** @throws AppError fixed-by-figures */
export function keepMidnightRule(context: SettingContext, input: InputOf<'keepMidnightRule'>): void {
  const from = input.from ?? always.from
  context.batch.put('midnight_rule', [from], { rule: input.rule })
  refuseOtherPeriods(context, from)
}

/** @throws AppError setting-gone, fixed-by-figures */
export function removeMidnightRule(context: SettingContext, { from }: InputOf<'removeMidnightRule'>): void {
  present(context.port.midnightRules.find((rule) => rule.from === from))
  context.batch.remove('midnight_rule', [from])
  refuseOtherPeriods(context, from)
}

/** Refuses another rule from a date on, up to the next rule, where nights have figures that go by the one before. */
function refuseOtherPeriods({ db, port }: SettingContext, from: string): void {
  if (midnightRule(port, from) === midnightRule(portModel(db), from)) return
  refuseOtherMeaning(figuresOfNights(db, port, { from, to: lastDateOfRule(port, from) }))
}

function lastDateOfRule(port: PortModel, from: string): string {
  const next = port.midnightRules.find((rule) => rule.from > from)
  return next ? addDays(next.from, -1) : always.to
}

function figuresOfNights(db: SettingContext['db'], port: PortModel, span: { from: string; to: string }) {
  return combined(
    [...port.checkpoints.values()].flatMap((checkpoint) =>
      checkpoint.shifts
        .filter((shift) => shift.overMidnight && shift.from <= span.to && span.from <= shift.to)
        .map((shift) =>
          figuresOfShift(db, port, checkpoint, shift, {
            from: span.from > shift.from ? span.from : shift.from,
            to: span.to < shift.to ? span.to : shift.to,
          }),
        ),
    ),
  )
}
