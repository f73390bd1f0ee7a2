import { formatDate } from '../../../shared/format.ts'
import type { Words } from '../../lib/use-words.ts'

interface Validity {
  from: string | null
  to: string | null
}

/** `from 1 Mar 2024`, `until 31 Aug 2024`, both, or nothing where it always holds. */
export function validityWords({ t, language }: Words, { from, to }: Validity): string {
  if (from !== null && to !== null) {
    return t('settings.between', { from: formatDate(from, language), to: formatDate(to, language) })
  }
  if (from !== null) return t('settings.since', { date: formatDate(from, language) })
  return to === null ? t('settings.always') : t('settings.until', { date: formatDate(to, language) })
}

export const hasEnded = ({ to }: Pick<Validity, 'to'>, today: string): boolean => to !== null && to < today
