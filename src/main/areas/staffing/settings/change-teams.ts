import type { InputOf } from '../../../../shared/contract/index.ts'
import { addDays } from '../../../../shared/dates.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Names } from '../../../../shared/words.ts'
import { always, keptSpan } from '../../reference/open-dates.ts'
import { removeAllNames, replaceNames } from '../../reference/settings/change-names.ts'
import { checkpointOf, checkSpan, present, sameMembers } from '../../reference/settings/setting-rules.ts'
import type { Rota } from '../staffing-model.ts'
import { type StaffingContext, teamOf } from './staffing-setting.ts'

/** @throws AppError code-taken, ends-before-begins */
export function addTeam(
  { batch, port, model }: StaffingContext,
  input: Omit<InputOf<'addTeam'>, 'names'> & { names: Names },
): void {
  if (model.teams.has(input.team)) throw new AppError('code-taken', { code: input.team })
  const { from, to } = keptSpan(input)
  checkSpan({ from, to })
  const position = [...model.teams.keys()].reduce(
    (last, code) => Math.max(last, Number(batch.row('team', [code])?.position)),
    -1,
  )
  batch.put('team', [input.team], { position: position + 1, from_date: from, to_date: to })
  replaceNames(batch, port, 'team', input.team, always.from, input.names)
}

/** @throws AppError unknown-team, ends-before-begins */
export function changeTeam({ batch, model }: StaffingContext, input: InputOf<'changeTeam'>): void {
  const { code } = teamOf(model, input.team)
  const { from, to } = keptSpan(input)
  checkSpan({ from, to })
  batch.put('team', [code], { ...batch.row('team', [code]), from_date: from, to_date: to })
}

/** @throws AppError unknown-team, team-in-use */
export function removeTeam({ batch, port, model }: StaffingContext, input: InputOf<'removeTeam'>): void {
  const { code } = teamOf(model, input.team)
  const hasMembers = model.officers.values().some(({ teams }) => teams.some(({ team }) => team === code))
  const isOnRota = model.rotas
    .values()
    .some((rotas) => rotas.some(({ days }) => days.some(({ team }) => team === code)))
  if (hasMembers || isOnRota) throw new AppError('team-in-use', { team: code })
  removeAllNames(batch, port, 'team', code)
  batch.remove('team', [code])
}

/** @throws AppError order-incomplete */
export function orderTeams({ batch, model }: StaffingContext, { teams }: InputOf<'orderTeams'>): void {
  if (!sameMembers(teams, [...model.teams.keys()])) throw new AppError('order-incomplete')
  for (const [position, code] of teams.entries()) {
    batch.put('team', [code], { ...batch.row('team', [code]), position })
  }
}

/**
 * @throws AppError unknown-checkpoint, setting-gone, ends-before-begins, unknown-shift, unknown-team,
 *   rota-day-impossible, rotas-overlap
 */
export function keepRota(context: StaffingContext, input: InputOf<'keepRota'>): void {
  const { batch, port, model } = context
  const checkpoint = checkpointOf(port, input.checkpoint)
  const span = keptSpan(input)
  checkSpan(span)
  const known = model.rotas.get(checkpoint.code) ?? []
  if (input.replaces !== null) {
    removeRows(context, checkpoint.code, present(known.find((rota) => rota.from === input.replaces)))
  }
  for (const rota of known.filter((each) => each.from !== input.replaces)) {
    if (rota.from > span.to || rota.to < span.from) continue
    if (rota.from >= span.from) throw new AppError('rotas-overlap', { date: rota.from })
    for (const day of rota.days) {
      putDay(batch, checkpoint.code, rota.from, {
        ...day,
        to: addDays(span.from, -1),
        cycleDays: rota.cycleDays,
      })
    }
  }
  for (const { day, shift, team } of input.days) {
    if (day > input.cycleDays) throw new AppError('rota-day-impossible', { day, days: input.cycleDays })
    const isKnown =
      checkpoint.shifts.length === 0 ? shift === 'day' : checkpoint.shifts.some(({ code }) => code === shift)
    if (!isKnown) throw new AppError('unknown-shift', { checkpoint: checkpoint.code, shift })
    const { code } = teamOf(model, team)
    putDay(batch, checkpoint.code, span.from, {
      cycleDay: day - 1,
      shift,
      team: code,
      to: span.to,
      cycleDays: input.cycleDays,
    })
  }
}

/** @throws AppError unknown-checkpoint, setting-gone */
export function removeRota(context: StaffingContext, input: InputOf<'removeRota'>): void {
  const { code } = checkpointOf(context.port, input.checkpoint)
  const rota = context.model.rotas.get(code)?.find((each) => each.from === input.from)
  removeRows(context, code, present(rota))
}

function removeRows({ batch }: StaffingContext, checkpoint: string, { from, days }: Rota): void {
  for (const { cycleDay, shift, team } of days)
    batch.remove('rota', [checkpoint, from, cycleDay, shift, team])
}

function putDay(
  batch: StaffingContext['batch'],
  checkpoint: string,
  from: string,
  day: { cycleDay: number; shift: string; team: string; to: string; cycleDays: number },
): void {
  batch.put('rota', [checkpoint, from, day.cycleDay, day.shift, day.team], {
    cycle_days: day.cycleDays,
    to_date: day.to,
  })
}
