import type { BoardWarning } from '../../../../shared/contract/staffing.ts'
import { clockSpan } from '../../../lib/clock.ts'
import type { Words } from '../../../lib/use-words.ts'

/** What is worth a second look, in a sentence. */
export function warningWords({ t }: Words, { warning, officer, from, to }: BoardWarning): string {
  const times = clockSpan(from, to)
  if (warning === 'long-duty' && officer !== null) return t('board.warnings.long-duty-of', { officer, times })
  return t(`board.warnings.${warning}`, { officer: officer ?? '', times })
}
