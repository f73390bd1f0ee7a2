import type { InputOf } from '../../../../shared/contract/index.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Names } from '../../../../shared/words.ts'
import type { Row } from '../../../book/journal.ts'
import { always, keptSpan } from '../../reference/open-dates.ts'
import { removeAllNames, replaceNames } from '../../reference/settings/change-names.ts'
import {
  checkpointOf,
  checkSpan,
  refuseOtherMeaning,
  refuseRemoving,
  sameMembers,
} from '../../reference/settings/setting-rules.ts'
import { openingEnds } from '../openings.sql.ts'
import { channelOf, type StaffingContext } from './staffing-setting.ts'

type Fields = Omit<InputOf<'changeChannel'>, 'channel'>

/** @throws AppError unknown-checkpoint, code-taken, ends-before-begins, direction-not-counted, unknown-line */
export function addChannel(
  context: StaffingContext,
  input: Omit<InputOf<'addChannel'>, 'names'> & { names: Names },
): void {
  const { batch, port, model } = context
  if (model.channels.has(input.channel)) throw new AppError('code-taken', { code: input.channel })
  checkSpan(keptSpan(input))
  const row = rowOf(context, input.checkpoint, input)
  // Beyond the last one: a removed channel leaves its place free.
  const position = [...model.channels.keys()].reduce(
    (last, code) => Math.max(last, Number(batch.row('channel', [code])?.position)),
    -1,
  )
  batch.put('channel', [input.channel], { ...row, position: position + 1 })
  replaceNames(batch, port, 'channel', input.channel, always.from, input.names)
}

/** @throws AppError unknown-channel, ends-before-begins, figures-outside, fixed-by-figures, direction-not-counted, unknown-line */
export function changeChannel(context: StaffingContext, input: InputOf<'changeChannel'>): void {
  const { db, batch, model } = context
  const channel = channelOf(model, input.channel)
  checkSpan(keptSpan(input), openingEnds(db, channel.code))
  if (input.kind !== channel.kind) refuseOtherMeaning(openingEnds(db, channel.code))
  for (const direction of channel.directions) {
    if (!input.directions.includes(direction)) {
      refuseOtherMeaning(openingEnds(db, channel.code, direction))
    }
  }
  const row = rowOf(context, channel.checkpoint, input)
  batch.put('channel', [channel.code], { ...batch.row('channel', [channel.code]), ...row })
}

/** Removes a channel with its outages and names. @throws AppError unknown-channel, has-figures */
export function removeChannel(
  { db, batch, port, model }: StaffingContext,
  input: InputOf<'removeChannel'>,
): void {
  const channel = channelOf(model, input.channel)
  refuseRemoving(openingEnds(db, channel.code))
  for (const { id } of channel.outages) batch.remove('channel_outage', [id])
  removeAllNames(batch, port, 'channel', channel.code)
  batch.remove('channel', [channel.code])
}

/** @throws AppError unknown-checkpoint, order-incomplete */
export function orderChannels(
  { batch, port, model }: StaffingContext,
  input: InputOf<'orderChannels'>,
): void {
  const { code } = checkpointOf(port, input.checkpoint)
  const known = [...model.channels.values()].filter((channel) => channel.checkpoint === code)
  if (
    !sameMembers(
      input.channels,
      known.map((channel) => channel.code),
    )
  )
    throw new AppError('order-incomplete')
  const positions = known
    .map((channel) => Number(batch.row('channel', [channel.code])?.position))
    .toSorted((a, b) => a - b)
  for (const [place, channel] of input.channels.entries()) {
    batch.put('channel', [channel], {
      ...batch.row('channel', [channel]),
      position: positions[place] ?? place,
    })
  }
}

function rowOf({ port }: StaffingContext, place: string, input: Fields): Row {
  const checkpoint = checkpointOf(port, place)
  const wrong = input.directions.find((direction) => !checkpoint.directions.includes(direction))
  if (wrong) throw new AppError('direction-not-counted', { checkpoint: place, direction: wrong })
  const unknown = input.eligible?.find((line) => !port.lines.has(line))
  if (unknown !== undefined) throw new AppError('unknown-line', { line: unknown })
  const { from, to } = keptSpan(input)
  return {
    checkpoint: place,
    kind: input.kind,
    directions: JSON.stringify([...new Set(input.directions)].toSorted()),
    eligible: input.eligible && JSON.stringify([...new Set(input.eligible)]),
    from_date: from,
    to_date: to,
  }
}
