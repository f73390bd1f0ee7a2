import type { CountValue } from '../../../shared/contract/crossings.ts'
import { longestParts } from '../../../shared/parts.ts'
import { plainDigits } from '../../lib/days.ts'

/** `largestCount` of the contract; the window does without its schemas, and a test compares the two. */
export const largestTypedCount = 9_999_999

export type TextRefusal = 'notNumber' | 'negative' | 'notWhole' | 'tooLarge' | 'tooLong'
/** `parts` is what the value was added up from, such as `45+38+12`; null for a plain number. */
export type TypedCount =
  | { ok: true; value: number | null; parts: string | null }
  | { ok: false; reason: TextRefusal }

/**
 * Reads what was typed into a cell: a whole number in plain or full-width digits, or a sum of them; nothing at all is
 * *not reported*.
 * @param standing what `+45` adds to; a state in words counts as nothing
 */
export function readTypedCount(text: string, standing: CountValue = null): TypedCount {
  const plain = plainDigits(text).replace(/\s/g, '').replace(/−/g, '-')
  if (plain === '') return { ok: true, value: null, parts: null }
  if (/^-\d+([.,]\d+)?$/.test(plain)) return { ok: false, reason: 'negative' }
  if (/^\d*[.,]\d+$/.test(plain)) return { ok: false, reason: 'notWhole' }
  if (!/^\+?\d+(\+\d+)*$/.test(plain)) return { ok: false, reason: 'notNumber' }
  const typed = plain.replace(/^\+/, '').split('+').map(Number)
  const parts = plain.startsWith('+') && typeof standing === 'number' ? [standing, ...typed] : typed
  return addedUp(parts)
}

function addedUp(parts: readonly number[]): TypedCount {
  const value = parts.reduce((sum, part) => sum + part, 0)
  if (value > largestTypedCount) return { ok: false, reason: 'tooLarge' }
  if (parts.length === 1) return { ok: true, value, parts: null }
  const text = parts.join('+')
  return text.length > longestParts ? { ok: false, reason: 'tooLong' } : { ok: true, value, parts: text }
}
