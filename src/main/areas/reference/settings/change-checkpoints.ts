import type { InputOf } from '../../../../shared/contract/index.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Names } from '../../../../shared/words.ts'
import { today } from '../describe-port.ts'
import { always, keptSpan } from '../open-dates.ts'
import { holdsOn, type PortModel, portModel } from '../port-model.ts'
import { removeEvent } from './change-events.ts'
import { removeAllNames, replaceNames } from './change-names.ts'
import { figuresOfCheckpoint, figuresOfDirection } from './figures.ts'
import {
  checkpointOf,
  checkSpan,
  refuseOtherMeaning,
  refuseRemoving,
  type SettingContext,
  sameMembers,
} from './setting-rules.ts'
import { nextCheckpointPosition, routesNaming, selectEvents, staffingOfCheckpoint } from './settings.sql.ts'

/** @throws AppError code-taken, unknown-line, ends-before-begins */
export function addCheckpoint(
  { db, batch, port }: SettingContext,
  input: Omit<InputOf<'addCheckpoint'>, 'names'> & { names: Names },
): void {
  const { checkpoint, lines, names } = input
  if (port.checkpoints.has(checkpoint)) throw new AppError('code-taken', { code: checkpoint })
  const span = keptSpan(input)
  checkSpan(span)
  batch.put('checkpoint', [checkpoint], {
    kind: input.kind,
    directions: JSON.stringify(input.directions),
    position: nextCheckpointPosition(db),
    from_date: span.from,
    to_date: span.to,
  })
  replaceNames(batch, port, 'checkpoint', checkpoint, always.from, names)
  for (const [position, line] of [...new Set(lines)].entries()) {
    if (!port.lines.has(line)) throw new AppError('unknown-line', { line })
    batch.put('sheet_line', [checkpoint, line], { position, from_date: always.from, to_date: always.to })
  }
}

/** @throws AppError unknown-checkpoint, ends-before-begins, figures-outside, fixed-by-figures, last-checkpoint */
export function changeCheckpoint(context: SettingContext, input: InputOf<'changeCheckpoint'>): void {
  const { db, batch, port } = context
  const checkpoint = checkpointOf(port, input.checkpoint)
  const span = keptSpan(input)
  checkSpan(span, figuresOfCheckpoint(db, checkpoint))
  for (const direction of checkpoint.directions) {
    if (!input.directions.includes(direction)) {
      refuseOtherMeaning(figuresOfDirection(db, checkpoint, direction))
    }
  }
  batch.put('checkpoint', [checkpoint.code], {
    ...batch.row('checkpoint', [checkpoint.code]),
    kind: input.kind,
    directions: JSON.stringify(input.directions),
    from_date: span.from,
    to_date: span.to,
  })
  refuseLast(context)
}

/** Removes a checkpoint with everything that is only its own. @throws AppError unknown-checkpoint, has-figures, last-checkpoint */
export function removeCheckpoint(context: SettingContext, input: InputOf<'removeCheckpoint'>): void {
  const { db, batch, port } = context
  const checkpoint = checkpointOf(port, input.checkpoint)
  const { code } = checkpoint
  refuseRemoving(figuresOfCheckpoint(db, checkpoint))
  for (const line of checkpoint.sheet.keys()) batch.remove('sheet_line', [code, line])
  for (const shift of checkpoint.shifts) {
    batch.remove('shift', [code, shift.code, shift.from])
    removeAllNames(batch, port, 'shift', `${code}/${shift.code}`)
  }
  for (const { from, weekday, opensMinute } of checkpoint.hours) {
    batch.remove('opening_hours', [code, from, weekday, opensMinute])
  }
  for (const { id } of checkpoint.closures) {
    batch.remove('closure', [id])
    removeAllNames(batch, port, 'closure', id)
  }
  for (const event of selectEvents(db, always.from, always.to)) {
    if (event.checkpoint === code) removeEvent(context, event)
  }
  for (const [date, exceptions] of checkpoint.exceptions) {
    for (const { startsMinute } of exceptions) batch.remove('calendar_exception', [code, date, startsMinute])
  }
  for (const { entity, key } of staffingOfCheckpoint(db, code)) {
    const parts = JSON.parse(key) as string[]
    if (entity === 'channel') removeAllNames(batch, port, 'channel', String(parts[0]))
    batch.remove(entity, parts)
  }
  for (const route of routesNaming(db, 'checkpoint', code)) {
    batch.put('route', [route], { ...batch.row('route', [route]), checkpoint: null })
  }
  removeAllNames(batch, port, 'checkpoint', code)
  batch.remove('checkpoint', [code])
  refuseLast(context)
}

/** @throws AppError order-incomplete */
export function orderCheckpoints(
  { batch, port }: SettingContext,
  { checkpoints }: InputOf<'orderCheckpoints'>,
): void {
  if (!sameMembers(checkpoints, [...port.checkpoints.keys()])) throw new AppError('order-incomplete')
  for (const [position, code] of checkpoints.entries()) {
    batch.put('checkpoint', [code], { ...batch.row('checkpoint', [code]), position })
  }
}

/** A port without a checkpoint has nothing to write in, and its settings would make no port file. */
function refuseLast({ db, now, port }: SettingContext): void {
  const after = portModel(db)
  if (after.checkpoints.size === 0 || (inService(port, now) && !inService(after, now))) {
    throw new AppError('last-checkpoint')
  }
}

function inService(port: PortModel, now: number): boolean {
  const date = today(port, now)
  return port.checkpoints.values().some((checkpoint) => holdsOn(checkpoint, date))
}
