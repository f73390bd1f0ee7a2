import type { DatedNames } from '../../../shared/contract/settings.ts'
import type { Names } from '../../../shared/words.ts'

/** The names on a date: a later naming may leave a language as it was. Before the first one, the first. */
export function namesOn(dated: DatedNames, date: string): Names {
  const names: Names = { ...dated[0]?.names }
  for (const { from, names: later } of dated) if (from !== null && from <= date) Object.assign(names, later)
  return names
}

/** The date of the naming that holds on a date; null for the first one. */
export function namingOn(dated: DatedNames, date: string): string | null {
  return dated.findLast(({ from }) => from === null || from <= date)?.from ?? null
}
