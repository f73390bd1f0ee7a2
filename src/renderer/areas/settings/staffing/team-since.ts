import type { OfficerSetting } from '../../../../shared/contract/staffing-settings.ts'
import { addDays } from '../../../lib/days.ts'

type Membership = OfficerSetting['teams'][number]

/** The membership that holds on a date. */
export function membershipOn(teams: readonly Membership[], date: string): Membership | null {
  return teams.find(({ from, to }) => (from ?? '') <= date && (to === null || date <= to)) ?? null
}

/**
 * Memberships with another team from a date on: the one that held is ended the day before, later ones are gone.
 * @param team null for none
 * @param since null from the beginning
 */
export function teamsSince(
  teams: readonly Membership[],
  team: string | null,
  since: string | null,
): Membership[] {
  const begins = since ?? ''
  const before = teams
    .filter(({ from }) => since !== null && (from ?? '') < begins)
    .map((each) =>
      since !== null && (each.to ?? '9999') >= begins ? { ...each, to: addDays(since, -1) } : each,
    )
  return team === null ? before : [...before, { team, from: since, to: null }]
}
