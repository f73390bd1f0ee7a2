import type { OfficerHours } from '../../../shared/contract/staffing-people.ts'
import { addDays, addMonths, firstOfMonth, lastOfMonth, monthOf } from '../../../shared/dates.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Plan } from '../../../shared/staffing/staffing-words.ts'
import type { QueryContext } from '../../book/handlers.ts'
import { namesOn } from '../reference/names.ts'
import { portModel } from '../reference/port-model.ts'
import { checkpointOf } from '../reference/settings/setting-rules.ts'
import { OpeningEnds, piecesByDate } from './opening-pieces.ts'
import { dutyTimes, openingTimes } from './openings.sql.ts'
import { staffingModel, teamOn } from './staffing-model.ts'

const mostMonths = 36

/** @throws AppError invalid-input, unknown-checkpoint */
export function readOfficerHours(
  { db, now }: QueryContext,
  input: { from: string; to: string; plan: Plan; checkpoint?: string | undefined },
): OfficerHours {
  const months = monthsFrom(input.from, input.to)
  const port = portModel(db)
  const model = staffingModel(db)
  const place = input.checkpoint === undefined ? null : checkpointOf(port, input.checkpoint).code
  const first = firstOfMonth(input.from)
  const last = lastOfMonth(input.to)
  // A night that began before may reach into the first month.
  const began = addDays(first, -1)
  const duties = Map.groupBy(dutyTimes(db, began, last, place), ([opening]) => opening)
  const index = new Map(months.map((month, position) => [month, position]))
  const byOfficer = new Map<string, number[]>()
  const byTeam = new Map<string, number[]>()
  const nobody = months.map(() => 0)
  const withoutTeam = months.map(() => 0)
  const add = (to: number[], month: number, minutes: number): void => {
    to[month] = (to[month] ?? 0) + minutes
  }
  const ends = new OpeningEnds(port, now)
  for (const row of openingTimes(db, began, last, place)) {
    const [id, date, , plan, , , , startsMinute, , headCount] = row
    if (plan !== input.plan) continue
    const end = ends.of(row)
    const own = duties.get(id)
    const people = own
      ? own.map(([, officer, from, to]) => ({ officer, from, to: to ?? end, number: 1 }))
      : [{ officer: null, from: startsMinute, to: end, number: headCount ?? 0 }]
    for (const { officer, from, to, number } of people) {
      for (const piece of piecesByDate(port, date, { from, to })) {
        const month = index.get(monthOf(piece.date))
        if (month === undefined) continue
        const minutes = (piece.to - piece.from) * number
        if (officer === null) {
          add(nobody, month, minutes)
          continue
        }
        add(entryOf(byOfficer, officer, months), month, minutes)
        const known = model.officers.get(officer)
        const team = known ? teamOn(known, piece.date) : null
        add(team === null ? withoutTeam : entryOf(byTeam, team, months), month, minutes)
      }
    }
  }
  const listed = [...model.officers.values()].filter(
    (officer) => byOfficer.has(officer.number) || (officer.from <= last && officer.to >= first),
  )
  return {
    months,
    officers: listed.map((officer) => ({
      officer: officer.number,
      name: officer.name,
      team: teamOn(officer, last),
      minutes: byOfficer.get(officer.number) ?? months.map(() => 0),
    })),
    teams: [...model.teams.keys()].map((team) => ({
      team,
      names: namesOn(port, 'team', team, last),
      minutes: byTeam.get(team) ?? months.map(() => 0),
    })),
    withoutTeam,
    unnamed: nobody,
  }
}

function entryOf(all: Map<string, number[]>, key: string, months: readonly string[]): number[] {
  let entry = all.get(key)
  if (!entry) {
    entry = months.map(() => 0)
    all.set(key, entry)
  }
  return entry
}

function monthsFrom(from: string, to: string): string[] {
  const months: string[] = []
  if (from < '1900' || to >= '3000') throw new AppError('invalid-input', { field: 'to' })
  for (let month = from; month <= to; month = monthOf(addMonths(firstOfMonth(month), 1))) {
    if (months.length === mostMonths) throw new AppError('invalid-input', { field: 'to' })
    months.push(month)
  }
  if (months.length === 0) throw new AppError('invalid-input', { field: 'to' })
  return months
}
