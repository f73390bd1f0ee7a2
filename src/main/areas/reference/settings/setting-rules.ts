import type { Receipt } from '../../../../shared/contract/operation.ts'
import type { Figures } from '../../../../shared/contract/settings.ts'
import { AppError } from '../../../../shared/errors.ts'
import { portFaults, refusalOfFault } from '../../../../shared/port-faults.ts'
import { type CommandContext, receiptOf } from '../../../book/handlers.ts'
import { type Checkpoint, type PortModel, portModel } from '../port-model.ts'
import { portFileOf } from './port-file-of.ts'
import { settingsWithoutFigures } from './read-settings.ts'

/** Where a change of the settings starts from: the port as it was before. */
export interface SettingContext extends CommandContext {
  port: PortModel
}

/**
 * Makes a handler of a change of the settings: after it the port must still make a port file without faults.
 * @throws AppError the refusal that stands for the first fault
 */
export function setting<Input>(
  change: (context: SettingContext, input: Input) => void,
): (context: CommandContext, input: Input) => Receipt {
  return (context, input) => {
    change({ ...context, port: portModel(context.db) }, input)
    const fault = portFaults(portFileOf(settingsWithoutFigures(context.db)))[0]
    if (fault)
      throw new AppError(refusalOfFault(fault), { field: fault.path.join('.'), message: fault.message })
    return receiptOf(context.batch)
  }
}

/** @throws AppError unknown-checkpoint */
export function checkpointOf(port: PortModel, code: string): Checkpoint {
  const checkpoint = port.checkpoints.get(code)
  if (!checkpoint) throw new AppError('unknown-checkpoint', { checkpoint: code })
  return checkpoint
}

/** @throws AppError setting-gone */
export function present<Thing>(thing: Thing | null | undefined): Thing {
  if (thing === null || thing === undefined) throw new AppError('setting-gone')
  return thing
}

/** @throws AppError has-figures */
export function refuseRemoving(figures: Figures): void {
  if (figures) throw new AppError('has-figures', figures)
}

/** @throws AppError fixed-by-figures */
export function refuseOtherMeaning(figures: Figures): void {
  if (figures) throw new AppError('fixed-by-figures', figures)
}

/**
 * Refuses dates that end before they begin, or that leave figures outside.
 * @param span as the book keeps it
 * @throws AppError ends-before-begins, figures-outside
 */
export function checkSpan(span: { from: string; to: string }, figures: Figures = null): void {
  if (span.to < span.from) throw new AppError('ends-before-begins', { field: 'to' })
  if (figures && (figures.first < span.from || span.to < figures.last)) {
    throw new AppError('figures-outside', figures)
  }
}

/** A date of a span to name in a message: today where the span has it, else the end that is nearer. */
export function dateWithin({ from, to }: { from: string; to: string }, today: string): string {
  if (today < from) return from
  return today > to ? to : today
}

/** Whether both name each thing once. */
export function sameMembers(asked: readonly string[], known: readonly string[]): boolean {
  const members = new Set(asked)
  return (
    asked.length === known.length && members.size === known.length && known.every((code) => members.has(code))
  )
}
