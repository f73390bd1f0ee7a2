import type { Receipt } from '../../../../shared/contract/operation.ts'
import { AppError } from '../../../../shared/errors.ts'
import { type CommandContext, receiptOf } from '../../../book/handlers.ts'
import { portModel } from '../../reference/port-model.ts'
import type { SettingContext } from '../../reference/settings/setting-rules.ts'
import { type Channel, type Officer, type StaffingModel, staffingModel } from '../staffing-model.ts'

/** Where a change of the staffing settings starts from: port and staffing as they were before. */
export interface StaffingContext extends SettingContext {
  model: StaffingModel
}

/** Makes a handler of a change of the staffing settings. */
export function staffingSetting<Input>(
  change: (context: StaffingContext, input: Input) => void,
): (context: CommandContext, input: Input) => Receipt {
  return (context, input) => {
    change({ ...context, port: portModel(context.db), model: staffingModel(context.db) }, input)
    return receiptOf(context.batch)
  }
}

/** @throws AppError unknown-channel */
export function channelOf(model: StaffingModel, code: string): Channel {
  const channel = model.channels.get(code)
  if (!channel) throw new AppError('unknown-channel', { channel: code })
  return channel
}

/** @throws AppError unknown-officer */
export function officerOf(model: StaffingModel, number: string): Officer {
  const officer = model.officers.get(number)
  if (!officer) throw new AppError('unknown-officer', { officer: number })
  return officer
}

/** @throws AppError unknown-team */
export function teamOf(model: StaffingModel, code: string): { code: string; from: string; to: string } {
  const team = model.teams.get(code)
  if (!team) throw new AppError('unknown-team', { team: code })
  return team
}
