import type { Answer, ErrorCode, ErrorReport } from '../../../shared/errors.ts'
import { formatDate } from '../../../shared/format.ts'
import { noteSaved, saveQueue } from '../../lib/saving.ts'
import type { Words } from '../../lib/use-words.ts'
import type { Problems } from './drafts.ts'

/** Which field a refusal is about, where the refusal does not say so itself. */
const fieldOfCode: Partial<Record<ErrorCode, string>> = {
  'code-taken': 'code',
  'code-impossible': 'code',
  'name-empty': 'names',
  'name-too-long': 'names',
  'name-unreadable': 'names',
  'country-impossible': 'country',
  'ends-before-begins': 'to',
  'figures-outside': 'to',
  'last-checkpoint': 'to',
  'total-impossible': 'counts',
  'parent-impossible': 'counts',
  'shift-starts-late': 'starts',
  'shifts-overlap': 'starts',
  'half-a-span': 'ends',
  'officer-taken': 'officer',
  'officer-number-impossible': 'officer',
  'unknown-team': 'team',
  'teams-overlap': 'since',
  'rotas-overlap': 'from',
  'rota-day-impossible': 'cycleDays',
  'zone-unknown': 'zone',
  'direction-not-counted': 'directions',
  'prefix-twice': 'prefixes',
  'group-in-itself': 'parent',
  'qualifications-overlap': 'from',
  'rate-impossible': 'rate',
  'mask-impossible': 'masks',
}

/** Runs a command of the settings in its turn. @returns what is refused, or null once it is on disk */
export async function saveSetting(
  command: () => Promise<Answer<{ savedAt: number }>>,
): Promise<Problems | null> {
  const answer = await saveQueue.run(command)
  if (!answer.ok) return problemsOf(answer.error)
  noteSaved(answer.output.savedAt)
  return null
}

/** A refusal at its field; one that something stands against which stays is a question instead. */
export function problemsOf(error: ErrorReport): Problems {
  if (error.code === 'closes-figures' || error.code === 'outage-over-openings') {
    return { confirm: (words) => sayError(words, error) }
  }
  const named = String(error.details.field ?? 'whole').split('.')[0] ?? 'whole'
  return { [fieldOfCode[error.code] ?? named]: (words) => sayError(words, error) }
}

/** A refusal with its dates and numbers as the reader writes them. */
function sayError(words: Words, { code, details }: ErrorReport): string {
  const written = Object.entries(details).map(([key, value]) => {
    if (typeof value === 'number') return [key, words.number(value)]
    return [key, /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value, words.language) : value]
  })
  return words.error({ code, details: Object.fromEntries(written) })
}
