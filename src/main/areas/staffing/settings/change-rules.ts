import type { InputOf } from '../../../../shared/contract/index.ts'
import { always } from '../../reference/open-dates.ts'
import { checkpointOf, present } from '../../reference/settings/setting-rules.ts'
import type { StaffingContext } from './staffing-setting.ts'

/** @throws AppError unknown-checkpoint */
export function keepServiceTime({ batch, port }: StaffingContext, input: InputOf<'keepServiceTime'>): void {
  batch.put('service_time', timeKey(port, input), { seconds: input.seconds })
}

/** @throws AppError unknown-checkpoint, setting-gone */
export function removeServiceTime(
  { batch, port }: StaffingContext,
  input: InputOf<'removeServiceTime'>,
): void {
  const key = timeKey(port, input)
  present(batch.row('service_time', key))
  batch.remove('service_time', key)
}

/** @throws AppError unknown-checkpoint */
export function keepStaffingRule({ batch, port }: StaffingContext, input: InputOf<'keepStaffingRule'>): void {
  const { code } = checkpointOf(port, input.checkpoint)
  batch.put('staffing_rule', [code, input.from ?? always.from], {
    heads: input.heads,
    longest_duty: input.longestDutyMinutes,
    target_minutes: input.target.minutes,
    target_percent: input.target.percent,
  })
}

/** @throws AppError unknown-checkpoint, setting-gone */
export function removeStaffingRule(
  { batch, port }: StaffingContext,
  input: InputOf<'removeStaffingRule'>,
): void {
  const key = [checkpointOf(port, input.checkpoint).code, input.from ?? always.from]
  present(batch.row('staffing_rule', key))
  batch.remove('staffing_rule', key)
}

/** A service time without a checkpoint is kept under an empty one. */
function timeKey(
  port: StaffingContext['port'],
  { kind, checkpoint, from }: InputOf<'removeServiceTime'>,
): string[] {
  return [kind, checkpoint === null ? '' : checkpointOf(port, checkpoint).code, from ?? always.from]
}
