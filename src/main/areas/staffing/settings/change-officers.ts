import type { InputOf } from '../../../../shared/contract/index.ts'
import { AppError } from '../../../../shared/errors.ts'
import { keptSpan } from '../../reference/open-dates.ts'
import { checkSpan, refuseRemoving } from '../../reference/settings/setting-rules.ts'
import { dutyEnds } from '../openings.sql.ts'
import { officerOf, type StaffingContext, teamOf } from './staffing-setting.ts'

type Fields = Omit<InputOf<'changeOfficer'>, 'officer'>

/** @throws AppError officer-taken, ends-before-begins, unknown-team, teams-overlap */
export function addOfficer(context: StaffingContext, input: InputOf<'addOfficer'>): void {
  const { officer } = input
  if (context.model.officers.has(officer)) throw new AppError('officer-taken', { officer })
  checkSpan(keptSpan(input))
  putOfficer(context, officer, input)
}

/** @throws AppError unknown-officer, ends-before-begins, figures-outside, unknown-team, teams-overlap */
export function changeOfficer(context: StaffingContext, input: InputOf<'changeOfficer'>): void {
  const { number, teams } = officerOf(context.model, input.officer)
  checkSpan(keptSpan(input), dutyEnds(context.db, number))
  const wanted = input.teams.map((member) => keptSpan(member).from)
  for (const { from } of teams) {
    if (!wanted.includes(from)) context.batch.remove('team_member', [number, from])
  }
  putOfficer(context, number, input)
}

/** @throws AppError unknown-officer, has-figures */
export function removeOfficer({ db, batch, model }: StaffingContext, input: InputOf<'removeOfficer'>): void {
  const { number, teams } = officerOf(model, input.officer)
  refuseRemoving(dutyEnds(db, number))
  for (const { from } of teams) batch.remove('team_member', [number, from])
  batch.remove('officer', [number])
}

function putOfficer({ batch, model }: StaffingContext, number: string, input: Fields): void {
  const { from, to } = keptSpan(input)
  batch.put('officer', [number], {
    name: input.name,
    kinds: JSON.stringify([...new Set(input.kinds)].toSorted()),
    from_date: from,
    to_date: to,
  })
  const members = input.teams
    .map((member) => ({ team: teamOf(model, member.team).code, ...keptSpan(member) }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  for (const [index, member] of members.entries()) {
    checkSpan(member)
    const next = members[index + 1]
    if (next && next.from <= member.to) throw new AppError('teams-overlap', { date: next.from })
    batch.put('team_member', [number, member.from], { team: member.team, to_date: member.to })
  }
}
