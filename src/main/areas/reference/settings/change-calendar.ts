import { v7 as uuidv7 } from 'uuid'
import type { InputOf, OutputOf } from '../../../../shared/contract/index.ts'
import { minuteOf } from '../../../../shared/dates.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Names } from '../../../../shared/words.ts'
import { today } from '../describe-port.ts'
import { always, keptSpan, type OpenSpan } from '../open-dates.ts'
import type { Checkpoint } from '../port-model.ts'
import { removeAllNames, replaceNames } from './change-names.ts'
import { refuseClosing } from './closed-figures.ts'
import { checkpointOf, checkSpan, dateWithin, present, type SettingContext } from './setting-rules.ts'

type Hours = OutputOf<'readSettings'>['checkpoints'][number]['seasons'][number]['hours']

/**
 * @throws AppError unknown-checkpoint, setting-gone, ends-before-begins, hours-overlap, hours-over-midnight,
 *   seasons-overlap, closes-figures
 */
export function keepSeason(context: SettingContext, input: InputOf<'keepSeason'>): void {
  const { batch, port, now } = context
  const checkpoint = checkpointOf(port, input.checkpoint)
  const span = keptSpan(input)
  checkSpan(span)
  refuseOverlappingHours(input.hours)
  if (input.replaces) removeRows(context, checkpoint, input.replaces)
  const replaced = input.replaces && keptSpan(input.replaces)
  const beside = checkpoint.hours.find(
    (row) =>
      !(replaced && row.from === replaced.from && row.to === replaced.to) &&
      row.from <= span.to &&
      span.from <= row.to,
  )
  if (beside) {
    const from = beside.from > span.from ? beside.from : span.from
    const to = beside.to < span.to ? beside.to : span.to
    throw new AppError('seasons-overlap', { date: dateWithin({ from, to }, today(port, now)) })
  }
  for (const { weekdays, opens, closes } of input.hours) {
    for (const weekday of weekdays) {
      batch.put('opening_hours', [checkpoint.code, span.from, weekday, minuteOf(opens)], {
        closes_minute: minuteOf(closes),
        to_date: span.to,
      })
    }
  }
  if (!input.confirmed) refuseClosing(context, checkpoint, span)
}

/** @throws AppError unknown-checkpoint, setting-gone */
export function removeSeason(context: SettingContext, input: InputOf<'removeSeason'>): void {
  removeRows(context, checkpointOf(context.port, input.checkpoint), input.season)
}

/**
 * @throws AppError unknown-checkpoint, setting-gone, ends-before-begins, half-a-span, hours-over-midnight, closes-figures
 */
export function keepClosure(
  context: SettingContext,
  input: Omit<InputOf<'keepClosure'>, 'reason'> & { reason: Names },
): void {
  const { batch, port } = context
  const { from, to, starts, ends, reason } = input
  const checkpoint = checkpointOf(port, input.checkpoint)
  if (input.id !== null) present(checkpoint.closures.find(({ id }) => id === input.id))
  checkSpan({ from, to })
  if ((starts === null) !== (ends === null))
    throw new AppError('half-a-span', { field: starts ? 'ends' : 'starts' })
  if (starts !== null && ends !== null && ends <= starts)
    throw new AppError('hours-over-midnight', { field: 'ends' })
  const id = input.id ?? uuidv7()
  batch.put('closure', [id], {
    checkpoint: checkpoint.code,
    from_date: from,
    to_date: to,
    starts_minute: starts === null ? null : minuteOf(starts),
    ends_minute: ends === null ? null : minuteOf(ends),
  })
  replaceNames(batch, port, 'closure', id, always.from, reason)
  if (!input.confirmed) refuseClosing(context, checkpoint, { from, to })
}

/** @throws AppError setting-gone */
export function removeClosure({ batch, port }: SettingContext, { id }: InputOf<'removeClosure'>): void {
  present(batch.row('closure', [id]))
  removeAllNames(batch, port, 'closure', id)
  batch.remove('closure', [id])
}

function removeRows({ batch }: SettingContext, { code, hours }: Checkpoint, season: OpenSpan): void {
  const { from, to } = keptSpan(season)
  const rows = hours.filter((row) => row.from === from && row.to === to)
  present(rows[0])
  for (const row of rows) batch.remove('opening_hours', [code, from, row.weekday, row.opensMinute])
}

function refuseOverlappingHours(hours: Hours): void {
  const spans = hours.flatMap(({ weekdays, opens, closes }) =>
    weekdays.map((weekday) => ({ weekday, opens, closes })),
  )
  for (const [index, span] of spans.entries()) {
    if (span.closes <= span.opens)
      throw new AppError('hours-over-midnight', { field: 'hours', weekday: span.weekday })
    const overlaps = spans
      .slice(0, index)
      .some(
        (other) => other.weekday === span.weekday && other.opens < span.closes && span.opens < other.closes,
      )
    if (overlaps) throw new AppError('hours-overlap', { field: 'hours', weekday: span.weekday })
  }
}
