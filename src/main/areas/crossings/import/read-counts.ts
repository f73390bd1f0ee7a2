import type { CountValue } from '../../../../shared/contract/crossings.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { MappingFile } from '../../../../shared/mapping-file.ts'
import { largestCount } from '../../../../shared/words.ts'
import { shown } from '../../../import/shown-text.ts'

/** Reads the cell of a count. @throws AppError count-not-whole, count-out-of-range */
export function readCount(text: string, mapping: MappingFile): CountValue {
  const trimmed = text.trim()
  if (mapping.notReported.includes(trimmed)) return null
  if (mapping.closed.includes(trimmed)) return 'closed'
  if (mapping.notApplicable.includes(trimmed)) return 'not-applicable'
  if (shortNumber.test(trimmed)) return Number(trimmed)
  const digits = mapping.thousands ? withoutThousands(trimmed, mapping.thousands) : trimmed
  if (/^-\s*\d+$/.test(digits)) throw new AppError('count-out-of-range', { text: shown(text) })
  if (!/^\d+$/.test(digits)) throw new AppError('count-not-whole', { text: shown(text) })
  if (Number(digits) > largestCount) throw new AppError('count-out-of-range', { text: shown(text) })
  return Number(digits)
}

const shortNumber = /^\d{1,7}$/

/** "1,234" → "1234"; a separator that is not between groups of three stays, and the number is refused. */
function withoutThousands(text: string, separator: string): string {
  const groups = text.split(separator)
  const whole = groups.every((group, index) => (index === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group))
  return whole ? groups.join('') : text
}
